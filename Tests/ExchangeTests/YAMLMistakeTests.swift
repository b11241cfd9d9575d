import Exchange
import Model
import Testing

@Suite struct YAMLMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var what: String
    var line: Int
    var caret: Int?
    var testDescription: String { what }
  }

  private static let mistakes = [
    Mistake(
      text: "codes:\n  - key: A\n\tname: Soil\n", what: "The line is indented with a tab; YAML wants blanks.", line: 3,
      caret: 0),
    Mistake(
      text: "codes:\n  - key: A\n    name: Soil: the ground\n",
      what: "A ':' stands where no field begins: put a text with ': ' in it in quotes, or mend the indentation.",
      line: 3, caret: 14),
    Mistake(
      text: "codes:\n  - key: A\n    name: \"Soil\n", what: "The quote that opens in line 3 is never closed.", line: 3),
    Mistake(
      text: "codes:\n  - key: A\n    phrases: [a, b\n    name: Soil\n",
      what: "The list that opens with '[' in line 3 is not closed before this, or lacks a comma.", line: 4, caret: 8),
    Mistake(
      text: "codes:\n  - key: A\n    phrases: [*ground]\n",
      what: "A text that begins with '*' or '&' must stand in quotes.", line: 3, caret: 14),
    Mistake(
      text: "codes:\n  - key: A\n    name: @Soil\n", what: "A text that begins with '@' must stand in quotes.", line: 3,
      caret: 10),
    Mistake(
      text: "codes:\n  - key: A\n   name: Soil\n",
      what: "This line does not fit the list above it: items begin with '-' and are indented alike.", line: 3,
      caret: 3),
    Mistake(
      text: "codes:\n  - key: A\n    name: \"Soil\" and \"ground\"\n",
      what: "This line does not fit what stands above: it is indented otherwise, or follows a quote that has closed.",
      line: 3, caret: 17),
    Mistake(
      text: "codes:\n  - key: A\n    name\n    use: Ever\n",
      what: "A field's name and ':' are expected here; a text that runs on is indented further than its field.",
      line: 3),
    Mistake(
      text: "codes:\n  - key: A\n    name: \"C:\\gardens\"\n",
      what: "A '\\' in double quotes must be doubled, or the text put in single quotes.", line: 3, caret: 13),
    Mistake(
      text: "codes:\n  - key: A\n    name: Soil\n    use: Ever\n    name: Ground\n",
      what: "The field 'name' stands twice in one place: in line 3 and in line 5.", line: 5),
    Mistake(
      text: "codes: []\n---\ncodes: []\n", what: "A second codebook begins here; a file holds one.", line: 2, caret: 0),
    Mistake(
      text: "codes:\n  - key: A\n    name: So\u{7}il\n",
      what: "There is a character here that no text has: a control character.", line: 3),
  ]

  @Test("A mistake in the form is told in a sentence, with the line that was read", arguments: mistakes)
  func mistake(_ mistake: Mistake) {
    let read = CodebookFile.read(mistake.text, file: "garden.yaml")
    let lines = mistake.text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = Problem(
      mistake.what, file: "garden.yaml", line: mistake.line, typed: String(lines[mistake.line - 1]),
      caret: mistake.caret, hint: "'codebook export FILE.yaml' in a study with codes shows the form.")
    #expect(read.codebook == nil)
    #expect(read.problems == [expected])
  }
}
