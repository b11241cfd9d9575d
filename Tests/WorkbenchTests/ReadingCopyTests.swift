import Model
import TestSupport
import Testing
import Workbench

struct ReadingCopyTests {
  private let study: TestStudy
  private var workbench: Workbench { study.workbench }

  init() throws {
    study = try TestStudy()
    try study.importing(["t.txt": "Noor: Hoe gaat het?\n\nKim: Goed. Wel druk.\n\nNoor: Dank.\n\nKim: Ja.\n"])
    try study.loadCodebook(["B1", "K2"])
    workbench.coder = "Anna"
  }

  private var copy: ReadingCopy { get throws { try workbench.readingCopy("t").copy } }

  private func place(_ segment: Int, _ from: Int? = nil, _ to: Int? = nil) throws -> ReadingPlace {
    let copy = try workbench.readingCopy("t").copy
    let start = copy.segments[segment].wordsStart
    let words = TextSpan(start, copy.segments[segment].span.end - 1)
    let text = TextPositions(copy.transcript.text).text(of: words)
    let end = start + text.trimmed.utf8.count
    return ReadingPlace(
      segment: segment, span: TextSpan(start + (from ?? 0), to.map { start + $0 } ?? end), isPart: from != nil)
  }

  @Test("A code is put on a place once, and taken off again")
  func putAndTake() throws {
    let change = try workbench.put("B1", on: try place(1), of: try copy)
    #expect(change.act.summary == "Tagged t:2 with B1 as Anna: 1 coding added.")
    #expect(change.added == [try place(1).span])
    let again = try workbench.put("B1", on: try place(1, 0, 5), of: try copy)
    #expect(again.act.summary == "Tagged part of t:2 with B1 as Anna: no coding added, 1 was there already.")
    #expect(again.act.number == 0 && again.added == [])
    let taken = try workbench.take("B1", change.added, off: try place(1, 0, 5), of: try copy)
    #expect(
      taken.act.summary
        == "Untagged part of t:2 from B1 as Anna: 1 coding removed, 1 of which reached beyond the segment.")
    #expect(try workbench.readingCopy("t").copy.codings == [])
  }

  @Test("Only the last act is undone, and only if it is the one that was meant")
  func undo() throws {
    let first = try workbench.put("B1", on: try place(1), of: try copy)
    let second = try workbench.put("K2", on: try place(1), of: try copy)
    #expect(throws: Problem.self) { _ = try workbench.undo(act: first.act.number) }
    #expect(try workbench.undo(act: second.act.number) == "Undone: Tagged t:2 with K2 as Anna: 1 coding added.")
    #expect(try workbench.undo(act: first.act.number).hasPrefix("Undone: Tagged t:2 with B1"))
  }

  @Test("Nothing is coded on words that were replaced since")
  func replaced() throws {
    let old = try copy
    try study.folder.write(
      "Noor: Hoe gaat het?\n\nKim: Heel goed. Wel druk.\n\nNoor: Dank.\n\nKim: Ja.\n", to: "new/t.txt")
    _ = try workbench.replaceText(of: "t", with: study.folder["new/t.txt"])
    let problem = Problem(
      "The words of 't' were replaced or removed since you opened it; nothing was done.",
      hint: "Leave, and open it again with: read t")
    #expect(throws: problem) { _ = try workbench.put("B1", on: try place(1), of: old) }
    #expect(throws: Problem.self) { _ = try workbench.note("x", on: try place(1), of: old) }
    #expect(try copy.codings == [])
  }

  @Test("A copy names everybody who coded, and who codes now also before their first coding")
  func coders() throws {
    _ = try workbench.put("B1", on: try place(1), of: try copy)
    workbench.coder = "Bram"
    var copy = try workbench.readingCopy("t").copy
    #expect(copy.coders == ["Anna", "Bram"] && copy.coder == 1)
    #expect(copy.codings == [PlacedCoding(span: try place(1).span, code: 0, coder: 0)])
    workbench.coder = nil
    try workbench.reread(&copy)
    #expect(copy.coders == ["Anna"] && copy.coder == nil)
  }

  @Test("Hits are segments of this transcript, by words or by a query")
  func hits() throws {
    try study.importing(["u.txt": "Noor: Druk?\n\nKim: Druk.\n\nNoor: Druk?\n\nKim: Ja.\n"])
    let copy = try workbench.readingCopy("t").copy
    #expect(try workbench.hits("druk", in: copy).segments == [1])
    #expect(try workbench.hits("ja or dank", in: copy).segments == [2, 3])
    _ = try workbench.put("B1", on: try place(2), of: copy)
    #expect(try workbench.hits("find B1", in: copy).segments == [2])
    #expect(throws: Problem("Nothing found for 'matching hoofdstad' in 't'.", kind: .nothingFound)) {
      _ = try workbench.hits("hoofdstad", in: copy)
    }
  }

  @Test("A byte lies in the segment that holds it")
  func segmentAt() throws {
    let copy = try workbench.readingCopy("t").copy
    for byte in 0..<copy.transcript.text.utf8.count {
      let slow = copy.segments.lastIndex { $0.span.start <= byte }
      #expect(copy.segment(at: byte) == slow)
    }
    #expect(copy.segment(at: -1) == 0 && copy.segment(at: 1 << 40) == copy.segments.count - 1)
  }

  @Test("Sentences are spans of their words")
  func sentences() {
    let text = "Ja. Dat is zo, dr. Jansen!  \nNee"
    let found = Workbench.sentences(of: text).map { TextPositions(text).text(of: $0) }
    #expect(found == ["Ja.", "Dat is zo, dr. Jansen!", "Nee"])
    #expect(Workbench.sentences(of: " ") == [])
    #expect(Workbench.sentences(of: "") == [])
  }
}
