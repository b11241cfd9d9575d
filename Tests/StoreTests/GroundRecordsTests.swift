import Model
import TestSupport
import Testing

@testable import Store

@Suite struct GroundRecordsTests {
  private let visit = Transcript.lines("visit", ["Anna: Wij – en óók wij.", "zo", "Bram: Nee."], caseName: "North")

  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([visit, .lines("call", ["Cor: Ja."])])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "B", name: "Bar"), Code(key: "A", name: "Aim")])) }
    try study.tag("visit", [visit.span(of: "wij"), visit.span(of: "óók")], "A")
    try study.tag("visit", [visit.span(of: "Nee")], "B", by: "Noor")
    return study
  }

  @Test("The ground has what is asked for and no more")
  func needs() throws {
    let study = try study()
    let scope = try study.store.scope(nil)
    var expected = CountingGround()
    expected.cases = ["North"]
    expected.transcripts = ["visit", "call"]
    expected.caseOfTranscript = [0, -1]
    expected.coders = ["Mila", "Noor"]
    for (text, code, coder) in [("óók", 1, 0), ("wij", 1, 0), ("Nee", 0, 1)] as [(String, Int32, Int32)] {
      let span = visit.span(of: text)
      expected.codings.append(transcript: 0, start: Int32(span.start), end: Int32(span.end), code: code, coder: coder)
    }
    #expect(try study.store.ground(scope, needs: []) == expected)
    for (number, transcript) in [visit, .lines("call", ["Cor: Ja."])].enumerated() {
      for (position, turn) in transcript.turns.enumerated() {
        expected.turns.append(
          transcript: Int32(number), start: Int32(turn.span.start), end: Int32(turn.span.end), position: Int32(position)
        )
      }
    }
    #expect(try study.store.ground(scope, needs: .turns) == expected)
    expected.turns = UnitColumns()
    let words = ["Wij", "en óók", "óók", "wij", "zo", "Nee"].map { Int32(visit.span(of: $0).start) }
    expected.wordStarts = [words, [5]]
    #expect(try study.store.ground(scope, needs: .words) == expected)
  }

  @Test("Only the codings of the codes and coders that are asked for are read")
  func codes() throws {
    let study = try study()
    func count(_ codes: [String]?, _ coders: [String] = []) throws -> Int {
      try study.store.ground(study.store.scope(nil, coders: coders), needs: [], codes: codes).codings.count
    }
    #expect(try [count(nil), count(["A"]), count(["B"]), count([]), count(["A", "B"])] == [3, 2, 1, 0, 3])
    #expect(try [count(nil, ["Mila"]), count(["A"], ["Noor"])] == [2, 0])
  }

  @Test("Numbers of rows far beyond those in use are no trouble")
  func farNumbers() throws {
    let study = try study()
    let before = try study.store.ground(study.store.scope(nil), needs: []).codings
    try study.store.tamper(
      """
      UPDATE codes SET code_id = 9000000000000000000 WHERE key = 'A'; UPDATE codes SET code_id = -3 WHERE key = 'B';
      UPDATE codings SET code_id = CASE code_id WHEN 2 THEN 9000000000000000000 ELSE -3 END
      """)
    #expect(try study.store.ground(study.store.scope(nil), needs: []).codings == before)
  }

  @Test("What is marked from a line end on begins with the next segment, where segments are counted")
  func lineEnds() throws {
    let study = try study()
    let (first, last) = (visit.turns[0].span, visit.turns[2].span)
    // The third also covers a letter of the first segment, and the fourth nothing but the line end.
    let spans = [
      TextSpan(first.end - 1, last.end), TextSpan(last.start - 1, last.end), TextSpan(first.end - 2, last.end),
      TextSpan(first.end - 1, first.end),
    ]
    try study.tag("visit", spans, "B")
    func starts(_ needs: GroundNeeds) throws -> [Int32] {
      let codings = try study.store.ground(study.store.scope(nil), needs: needs).codings
      return codings.code.indices.filter { codings.code[$0] == 0 && codings.coder[$0] == 0 }.map { codings.start[$0] }
    }
    let typed = spans.map { Int32($0.start) }.sorted()
    #expect(try starts([]) == typed)
    let clipped = [first.end, last.start, first.end - 2, first.end - 1].map(Int32.init).sorted()
    #expect(try starts(.segments) == clipped)
    #expect(try starts(.turns) == clipped)
  }
}
