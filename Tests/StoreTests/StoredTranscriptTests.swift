import Foundation
import Model
import Testing

@testable import Store

@Suite struct StoredTranscriptTests {
  private static let visit = Transcript.lines("visit", ["Anna: We waited. Long.", "Bram: Ja."])

  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([Self.visit])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim")])) }
    try study.tag("visit", [Self.visit.span(of: "waited")], "A")
    return study
  }

  private static let damaged = Problem(
    "The transcript 'visit' of 'study.draad' is damaged: its turns, segments or codings do not lie in its text.",
    hint: "See what is wrong with: draad -s study.draad check")

  @Test(
    "A transcript whose parts do not lie in its text is refused, whatever the file says of them",
    arguments: [
      "UPDATE segments SET end_byte = 999999", "UPDATE segments SET end_byte = end_byte + 8000 WHERE number = 2",
      "UPDATE segments SET start_byte = -5 WHERE number = 1", "UPDATE segments SET start_byte = 9223372036854775807",
      "UPDATE segments SET turn_id = 99", "UPDATE segments SET turn_id = 3 - turn_id",
      "UPDATE turns SET words_byte = -1",
      "UPDATE turns SET words_byte = 999", "UPDATE turns SET end_byte = end_byte + 3 WHERE number = 2",
      "UPDATE turns SET start_byte = 1 WHERE number = 1", "INSERT INTO pages VALUES (1, 1, 4000)",
      "INSERT INTO pages VALUES (1, 1, -1)", "DELETE FROM segments WHERE number = 1", "DELETE FROM turns",
    ])
  func refused(_ sql: String) throws {
    let study = try study()
    #expect(try study.store.transcript(named: "visit")?.fits == true)
    try study.store.tamper(sql)
    #expect(throws: Self.damaged) { try study.store.transcript(named: "visit") }
  }

  @Test(
    "Codings that do not lie in the text are refused too",
    arguments: [
      "UPDATE codings SET end_byte = 5000", "UPDATE codings SET start_byte = -1",
      "UPDATE codings SET start_byte = end_byte", "UPDATE codings SET end_byte = 9223372036854775807",
    ])
  func codings(_ sql: String) throws {
    let study = try study()
    #expect(try study.store.codings(of: "visit").count == 1)
    try study.store.tamper(sql)
    #expect(throws: Self.damaged) { try study.store.codings(of: "visit") }
  }

  @Test("Nothing is written of segments that do not lie in their text")
  func writing() throws {
    let study = try study()
    let segment = Segment(span: TextSpan(0, 400), wordsStart: 6, turn: 0)
    #expect(throws: Problem("Segment 1 does not lie in its text; nothing was taken in.")) {
      try study.perform { try $0.resegment("visit", segments: [segment], unit: .turn) }
    }
    #expect(try study.store.check() == [])
  }
}
