import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct PackedCodingsTests {
  private static let one = Transcript.lines("one", ["Anna: We waited. Long.", "Bram: Why?"], caseName: "North")
  private static let two = Transcript.lines("two", ["Anna: Hello there.", "Bram: Well."])

  private static func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.perform { try $0.set(Codebook(codes: [Code(key: "B", name: "Bar"), Code(key: "A", name: "Aim")])) }
    try study.importTranscripts([one, two])
    try study.tag("one", [one.span(of: "waited"), one.span(of: "Long")], "A", by: "Mila")
    try study.tag("one", [one.span(of: "waited")], "B", by: "Noor")
    try study.tag("two", [two.span(of: "Hello")], "B", by: "Noor")
    return study
  }

  private func kept(_ study: StudyFixture) throws -> [String] {
    try study.store.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM packed_codings JOIN transcripts USING (transcript_id) ORDER BY name")
    }
  }

  /// What an analysis reads, once from the rows and once from the copies, which are there then.
  private func grounds(_ study: StudyFixture, coders: [String] = []) throws -> [CountingGround] {
    try [Int.max, 0].flatMap { packsFrom in
      study.store.packsCodingsFrom = packsFrom
      let scope = try study.store.scope(nil, coders: coders)
      return try [GroundNeeds(), .presence, .segments, .counts].map { try study.store.ground(scope, needs: $0) }
    }
  }

  private func expectEqual(_ grounds: [CountingGround], _ comment: Comment) {
    #expect(Array(grounds.prefix(4)) == Array(grounds.suffix(4)), comment)
  }

  @Test("An analysis reads the same codings from the copy as from the rows")
  func same() throws {
    let study = try Self.study()
    let grounds = try grounds(study)
    let codings = grounds[0].codings
    #expect(codings.transcript == [0, 0, 0, 1])
    #expect(codings.start.map(Int.init) == ["waited", "waited", "Long"].map { Self.one.span(of: $0).start } + [6])
    #expect(codings.code == [1, 0, 1, 0] || codings.code == [0, 1, 1, 0])
    expectEqual(grounds, "all coders")
    expectEqual(try self.grounds(study, coders: ["Noor"]), "one coder")
    #expect(try kept(study) == ["one", "two"])
  }

  @Test("The copy of a transcript goes with any change of its codings, also one made by another program")
  func gone() throws {
    let study = try Self.study()
    _ = try grounds(study)
    try study.tag("two", [Self.two.span(of: "Well")], "A")
    #expect(try kept(study) == ["one"])
    expectEqual(try grounds(study), "after tagging")
    _ = try study.store.undo(1, now: "later")
    #expect(try kept(study) == ["one"])
    expectEqual(try grounds(study), "after undoing")
    try study.store.tamper("UPDATE codings SET end_byte = end_byte + 1 WHERE transcript_id = 1 AND start_byte > 8")
    #expect(try kept(study) == ["two"])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim")]), replacing: ["B": .some("A")]) }
    #expect(try kept(study) == [])
    expectEqual(try grounds(study), "after a code went")
    try study.perform { try $0.remove("one") }
    #expect(try kept(study) == ["two"])
    expectEqual(try grounds(study), "after a transcript went")
  }

  @Test("Whatever is done to a study, the copies tell what the rows tell", arguments: 1...3)
  func random(seed: Int) throws {
    let study = try Self.study()
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<40 {
      let name = try #require(["one", "two"].randomElement(using: &random))
      let length = try study.store.text(ofTranscript: name)?.utf8.count ?? 0
      let start = Int.random(in: 0..<length, using: &random)
      let span = TextSpan(start, Int.random(in: start + 1...length, using: &random))
      switch Int.random(in: 0..<4, using: &random) {
      case 0: _ = try study.store.undo(1, now: "later")
      case 1:
        let some = Array(try study.store.codings(of: name).prefix(2))
        try study.perform { _ = try $0.remove(some) }
      default: try study.tag(name, [span], Bool.random(using: &random) ? "A" : "B")
      }
      expectEqual(try grounds(study), "seed \(seed)")
    }
  }
}
