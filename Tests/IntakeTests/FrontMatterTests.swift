import Model
import Testing

@testable import Intake

struct FrontMatterTests {
  private func matter(_ yaml: String) -> Result<FrontMatter, FrontMatter.Flaw> {
    Result { () throws(FrontMatter.Flaw) in try FrontMatter(yaml: yaml, firstLine: 2) }
  }

  @Test("Front matter gives case, speakers and attributes, as they were typed")
  func reads() {
    let yaml = """
      case: School 4
      date: 2022-05-12
      wave: 01
      open: yes
      region: [Noord, "Oost"]
      empty:
      speakers:
        I: interviewer
        Sanne: {role: leerkracht, groep: 7}
        Kim:
      """
    var expected = FrontMatter()
    expected.caseName = "School 4"
    expected.attributes = [
      Attribute("date", ["2022-05-12"]), Attribute("wave", ["01"]), Attribute("open", ["yes"]),
      Attribute("region", ["Noord", "Oost"]),
    ]
    expected.speakers = [
      Speaker(name: "I", role: "interviewer"),
      Speaker(name: "Sanne", role: "leerkracht", attributes: [Attribute("groep", ["7"])]), Speaker(name: "Kim"),
    ]
    #expect(matter(yaml) == .success(expected))
  }

  @Test("Speakers may be a list of names")
  func list() throws {
    let speakers = try FrontMatter(yaml: "speakers: [Anna, Bram]", firstLine: 2).speakers
    #expect(speakers == [Speaker(name: "Anna"), Speaker(name: "Bram")])
  }

  @Test("It is no part of the text, nor are the blank lines behind it")
  func isTakenOut() {
    let reading = read("---\ncase: S1\n---\n\nAnna: Een.\n\n---\nAnna: Twee.\n", ending: "md")
    #expect(reading.problems == [])
    #expect(reading.transcripts.map(\.text) == ["Anna: Een.\n\n---\nAnna: Twee.\n"])
    #expect(reading.transcripts.map(\.caseName) == ["S1"])
  }

  @Test(
    "A text that opens with a rule has none",
    arguments: [
      "---\nWoorden en nog meer.\n---\nWoorden.\n", "--- \n\nZie https://a.nl\n", "----\ncase: a\n---\nx", "---",
    ])
  func none(text: String) { #expect(FrontMatter.find(in: Array(text.utf8)) == nil) }

  @Test(
    "What is wrong is told with its line, and the file is refused",
    arguments: [
      ("case: [a\nwave: 1", 3), ("case: a\ncases: 2\n\ncase: b", 5), ("case: [a, b]", 2),
      ("wave: 1\nplace:\n  city: Ede", 4),
      ("case: a\nspeakers:\n  I: [a, b]", 4), ("- a: b\n- c", 2), ("a: \"open", 3), ("case: a\n\twave: 1", 3),
      ("speakers: {I: {role: {a: b}}}", 2), ("case: a\n[x]: b", 3),
    ])
  func flaws(yaml: String, line: Int) {
    let reading = read("---\n\(yaml)\n---\nAnna: Een.\n", ending: "md")
    #expect(reading.transcripts == [])
    #expect(reading.problems.map(\.severity) == [.refused])
    #expect(reading.problems.map(\.line) == [line], "\(reading.problems)")
  }

  @Test("Front matter that never ends is refused")
  func unclosed() {
    let reading = read("---\ncase: a\n\nAnna: Een.\nAnna: Twee.\n", ending: "md")
    #expect(
      shown(reading)
        == "\nrefused x.md:1: The front matter of 'x.md' is not as it should be. It has no second '---' to end it.")
  }

  @Test(
    "Nesting and references made to exhaust the reader are refused",
    arguments: [
      String(repeating: "[", count: 60_000), String(repeating: "- ", count: 30_000),
      String(repeating: "{a: ", count: 9000), String(repeating: "b: &b [*a, *a, *a]\n", count: 30),
    ])
  func deep(nest: String) {
    #expect(matter("a: b\n" + nest) == .failure(.init(line: 2, "It is nested too deeply, or too long.")))
  }

  @Test("A speaker who never speaks is pointed at")
  func silent() {
    #expect(
      shown(read("---\nspeakers: {Ana: ouder}\n---\nAnna: Een.\nAnna: Twee.", ending: "md")) == """
        [Anna]
        Anna |Anna: |Een.\\n|
        Anna |Anna: |Twee.|
        warning x.md: 'Ana' is named in the front matter but never speaks.
        """)
  }

  @Test("Front matter without a text is refused")
  func alone() {
    #expect(shown(read("---\ncase: a\n---\n\n", ending: "md")) == "\nrefused x.md: 'x.md' holds no words.")
  }
}
