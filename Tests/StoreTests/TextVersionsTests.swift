import Model
import Testing

@testable import Store

@Suite struct TextVersionsTests {
  private static let old = Transcript.lines("visit", ["Zoë: We waited. Long.", "Anna: Why?", "Zoë: So."])
  private static let new = Transcript.lines("visit", ["Zoë: Yes. We waited. Long!", "Bram: Why not?"])

  private static func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim"), Code(key: "B", name: "Bar")])) }
    try study.importTranscripts([old])
    try study.perform { _ = try $0.setRole("parent", ofSpeaker: "Zoë", in: nil) }
    return study
  }

  private func replace(_ study: StudyFixture, _ moves: TextMoves) throws -> Int {
    var fallen = 0
    try study.perform { change in
      let original = try change.keep(Original(fileName: "new.md", bytes: Array(Self.new.text.utf8)))
      fallen = try change.replaceText(
        of: "visit", with: Self.new, segments: Cut.turns(Self.new), original: original, moves: moves)
    }
    return fallen
  }

  private func codings(_ study: StudyFixture) throws -> [String] {
    let text = Array(try study.store.text(ofTranscript: "visit")?.utf8 ?? "".utf8)
    return try study.store.codings(of: "visit").map { coding in
      "\(String(decoding: text[coding.span.start..<coding.span.end], as: UTF8.self)) \(coding.code) \(coding.coder)"
    }
  }

  @Test("Codings and memos go where they are sent, what has no place is kept aside, and undo brings all back")
  func moves() throws {
    let study = try Self.study()
    let (waited, why) = (Self.old.span(of: "waited"), Self.old.span(of: "Why?"))
    try study.tag("visit", [waited, why], "A")
    try study.note(.passage(transcript: "visit", span: why, code: "A"), "Sharp", by: "Noor")
    try study.note(.passage(transcript: "visit", span: waited, code: nil), "Tired")
    let before = try StudyDump(study.store)
    let fallen = try replace(
      study, TextMoves(spans: [waited: Self.new.span(of: "waited"), why: nil], near: [why: 30]))
    #expect(fallen == 0)
    #expect(try codings(study) == ["waited A Mila"])
    #expect(
      try study.store.unplacedCodings() == [
        UnplacedCoding(number: 1, transcript: "visit", code: "A", coder: "Mila", words: "Why?", near: 30)
      ])
    #expect(
      try study.store.memos().map { "\($0.subject): \($0.text)" } == [
        "transcript(\"visit\"): Sharp\nAbout words that are no longer in the text: Why?",
        "\(Memo.Subject.passage(transcript: "visit", span: Self.new.span(of: "waited"), code: nil)): Tired",
      ])
    let stored = try #require(try study.store.transcript(named: "visit"))
    #expect(stored.transcript.text == Self.new.text)
    #expect(stored.transcript.speakers.map { "\($0.name) \($0.role ?? "-")" } == ["Zoë parent", "Bram -"])
    #expect(try study.store.check() == [])
    _ = try study.store.undo(1, now: "later")
    #expect(try StudyDump(study.store).differences(from: before) == [])
    #expect(try study.store.check() == [])
  }

  @Test("Codings that come to stand on the same words by the same coder become one, and it is told how many")
  func together() throws {
    let study = try Self.study()
    let (waited, long, so) = (Self.old.span(of: "waited"), Self.old.span(of: "Long"), Self.old.span(of: "So"))
    try study.tag("visit", [waited, long, so], "A")
    try study.tag("visit", [waited], "A", by: "Noor")
    try study.tag("visit", [long], "B")
    let place = Self.new.span(of: "waited. Long")
    #expect(try replace(study, TextMoves(spans: [waited: place, long: place, so: place])) == 2)
    #expect(try codings(study).sorted() == ["waited. Long A Mila", "waited. Long A Noor", "waited. Long B Mila"])
    #expect(try study.store.check() == [])
  }

  @Test("Two passages may change places")
  func swap() throws {
    let study = try Self.study()
    let (one, other) = (Self.old.span(of: "We"), Self.old.span(of: "So"))
    try study.tag("visit", [one], "A")
    try study.tag("visit", [other], "B")
    #expect(try replace(study, TextMoves(spans: [one: other, other: one])) == 0)
    #expect(
      try study.store.codings(of: "visit").map { "\($0.span.start) \($0.code)" } == [
        "\(one.start) B", "\(other.start) A",
      ])
  }
}
