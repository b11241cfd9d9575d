import Model
import TestSupport
import Testing
import Workbench

@testable import Reading

/// A reader with a study behind it.
@Suite("ReadingDesk")
struct ReadingDeskTests {
  private let folder: TemporaryFolder
  private let workbench: Workbench

  init() throws {
    folder = try TemporaryFolder()
    workbench = try Workbench.new(folder["study"], clock: { "2026-01-02T03:04:05Z" })
    workbench.coder = "Anna"
    workbench.line = "read t"
    try folder.write("Noor: Hoe gaat het?\n\nKim: Goed. Wel druk.\n\nNoor: Dank.\n\nKim: Ja.\n", to: "t.txt")
    try folder.write("codes:\n  - key: B1\n    name: Blij\n  - key: K2\n    name: Werkdruk\n", to: "codes.yaml")
    _ = try workbench.importFiles([folder["t.txt"]])
    _ = try workbench.loadCodebook(folder["codes.yaml"])
  }

  private func type(_ keys: [Key], into reader: inout Reader) {
    let desk = ReadingDesk(workbench)
    for key in keys {
      guard let wish = reader.press(key), let answer = desk.carryOut(wish, for: reader.copy) else { continue }
      reader.hear(answer)
    }
  }

  private func type(_ text: String, into reader: inout Reader) {
    type(text.map { $0 == "\n" ? .enter : .letter($0) }, into: &reader)
  }

  private func reader() throws -> Reader {
    Reader(try workbench.readingCopy("t").copy, width: 80, height: 24)
  }

  /// Code and words of each coding in the study.
  private func codings() throws -> [String] {
    let copy = try workbench.readingCopy("t").copy
    let bytes = Array(copy.transcript.text.utf8)
    return copy.codings.map { coding in
      let words = String(decoding: bytes[coding.span.start..<coding.span.end], as: UTF8.self)
      return "\(copy.codebook.codes[coding.code].key) \(copy.coders[coding.coder]): \(words)"
    }
  }

  @Test("Each coding is an act as soon as it is put, with the line that was typed")
  func acts() throws {
    var reader = try reader()
    type("b1\n k\n", into: &reader)
    #expect(try codings() == ["B1 Anna: Hoe gaat het?", "K2 Anna: Goed. Wel druk."])
    let log = try workbench.log(limit: 2)
    #expect(
      log.rows.map { $0[3] } == [
        .text("Tagged t:2 with K2 as Anna: 1 coding added."), .text("Tagged t:1 with B1 as Anna: 1 coding added."),
      ])
    #expect(log.rows.map { $0[4] } == [.text("read t"), .text("read t")])
    #expect(reader.notice?.text == "Tagged t:2 with K2 as Anna: 1 coding added.")
  }

  @Test("A part is coded as a part, and taken off where it touches")
  func part() throws {
    var reader = try reader()
    type([.down, .right, .down, .down], into: &reader)
    type("k\n", into: &reader)
    #expect(try codings() == ["K2 Anna: Wel druk."])
    #expect(reader.notice?.text == "Tagged part of t:2 with K2 as Anna: 1 coding added.")
    type([.escape, .letter("-")], into: &reader)
    #expect(try codings() == [])
    #expect(reader.notice?.text == "Untagged t:2 from K2 as Anna: 1 coding removed.")
  }

  @Test("A code that is there already adds no act")
  func twice() throws {
    var reader = try reader()
    type("b1\n1", into: &reader)
    #expect(reader.notice?.text == "Tagged t:1 with B1 as Anna: no coding added, 1 was there already.")
    #expect(try codings().count == 1)
    #expect(reader.deeds.count == 1)
  }

  @Test("Undo and redo go through the study, and not further back than reading")
  func undo() throws {
    var reader = try reader()
    type("b1\n", into: &reader)
    type([.control("z")], into: &reader)
    #expect(try codings() == [])
    #expect(reader.notice?.text == "Undone: Tagged t:1 with B1 as Anna: 1 coding added.")
    type([.control("y")], into: &reader)
    #expect(try codings() == ["B1 Anna: Hoe gaat het?"])
    type([.control("z"), .control("z")], into: &reader)
    #expect(try workbench.readingCopy("t").copy.codebook.codes.count == 2)
  }

  @Test("What somebody else did meanwhile is not undone")
  func notTheirs() throws {
    var reader = try reader()
    type("b1\n", into: &reader)
    let other = try Workbench.open(folder["study.draad"], clock: { "2026-01-02T03:04:06Z" })
    defer { other.close() }
    other.coder = "Bram"
    _ = try other.tag("t:3", ["K2"])
    type([.control("z")], into: &reader)
    #expect(reader.notice?.text.hasPrefix("Something else was done since: Tagged t:3 with K2 as Bram") == true)
    #expect(try codings() == ["B1 Anna: Hoe gaat het?", "K2 Bram: Dank."])
    // Read anew, what they did is there.
    type([.control("l")], into: &reader)
    #expect(reader.codeLabels(on: 2).map(\.other) == ["Bram"])
  }

  @Test("Words are searched as search does, and marked; after 'find ' a query is")
  func find() throws {
    var reader = try reader()
    type("/drukke\n", into: &reader)
    #expect(reader.focus == 1)
    #expect(reader.hits?.segments == [1])
    #expect(reader.hits?.marks("Goed. Wel druk.") == [TextSpan(10, 14)])
    type([.home], into: &reader)
    type("b1\n", into: &reader)
    type([.end], into: &reader)
    type("/find B1\n", into: &reader)
    #expect(reader.focus == 0)
    type("/giraffe\n", into: &reader)
    #expect(reader.notice == Reader.Notice(text: "Nothing found for 'matching giraffe' in 't'."))
    type("/find nosuchcode\n", into: &reader)
    #expect(reader.notice?.isProblem == true)
  }

  @Test("A memo is kept on the words one is at, and undone")
  func memo() throws {
    var reader = try reader()
    type(";Let op\n", into: &reader)
    #expect(reader.notice?.text == "Wrote a memo about t:1.")
    #expect(
      try workbench.readingCopy("t").copy.memos == [
        PlacedMemo(span: reader.spokenSpan(of: 0), coder: "Anna", text: "Let op")
      ])
    type([.control("z")], into: &reader)
    #expect(try workbench.readingCopy("t").copy.memos == [])
  }

  @Test("Where nobody codes, nothing is put and the way is told")
  func nobody() throws {
    workbench.coder = nil
    var reader = try reader()
    type("b1", into: &reader)
    #expect(reader.notice?.text.hasPrefix("Nobody is named who codes. Say who:") == true)
    #expect(try codings() == [])
  }

  @Test("A place that is not there is told")
  func unknown() throws {
    #expect(throws: Problem("'t' has no segment 9: it has 4.", hint: "See them with: show t")) {
      _ = try workbench.readingCopy("t:9")
    }
    #expect(throws: Problem.self) { _ = try workbench.readingCopy("u") }
    #expect(try workbench.readingCopy("t:3").segment == 3)
  }
}
