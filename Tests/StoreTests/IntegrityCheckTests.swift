import Model
import Testing

@testable import Store

@Suite struct IntegrityCheckTests {
  func study() throws -> StudyFixture {
    let study = try StudyFixture()
    let visit = Transcript.lines("visit", ["Anna: We waited.", "Bram: Long.", "Anna: Very."])
    try study.importTranscripts([visit, .lines("call", ["Cor: Yes."])])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "W", name: "Waiting")])) }
    try study.tag("visit", [visit.span(of: "waited"), visit.span(of: "Long")], "W")
    _ = try study.store.content()
    return study
  }

  @Test("A whole study has no findings")
  func whole() throws { #expect(try study().store.check() == []) }

  /// What was done to the file, and what check says of it.
  struct Harm: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let sql: String
    let findings: [String]
  }

  static let harms = [
    Harm(
      testDescription: "a changed text", sql: "UPDATE segments SET text = replace(text, 'We', 'He') WHERE number = 1",
      findings: [
        "The text of 'visit' is not the text that was imported.", "The search index does not fit the segments.",
      ]),
    Harm(
      testDescription: "a moved coding", sql: "UPDATE codings SET start_byte = start_byte + 1 WHERE start_byte > 15",
      findings: ["1 coding of 'visit' is no longer on the words that were coded."]),
    Harm(
      testDescription: "codings outside the text",
      sql: "UPDATE codings SET end_byte = 9000000000000, start_byte = -4 - coding_id",
      findings: ["2 codings of 'visit' are no longer on the words that were coded."]),
    Harm(
      testDescription: "a missing segment",
      sql: "DELETE FROM segments WHERE number = 2",
      findings: [
        "The text of 'visit' is not the text that was imported.",
        "1 coding of 'visit' is no longer on the words that were coded.",
        "The segments of 'visit' do not cover its text.", "The search index does not fit the segments.",
      ]),
    Harm(
      testDescription: "a hole between turns", sql: "UPDATE turns SET end_byte = end_byte - 1 WHERE number = 2",
      findings: ["The turns of 'visit' do not cover its text."]),
    Harm(
      testDescription: "a damaged original", sql: "UPDATE originals SET deflated = x'00' WHERE file_name = 'call.md'",
      findings: ["The kept bytes of the file 'call.md' are not those that came in."]),
    Harm(
      testDescription: "an original of an impossible size", sql: "UPDATE originals SET size = -5",
      findings: [
        "The kept bytes of the file 'visit.md' are not those that came in.",
        "The kept bytes of the file 'call.md' are not those that came in.",
      ]),
    Harm(
      testDescription: "an original of a giant size",
      sql: "UPDATE originals SET size = 9000000000000000 WHERE file_name = 'call.md'",
      findings: ["The kept bytes of the file 'call.md' are not those that came in."]),
    Harm(
      testDescription: "an index out of step",
      sql: """
        INSERT INTO segment_index (segment_index, rowid, words)
        SELECT 'delete', segment_id, words FROM segment_words WHERE segment_id % 16777216 = 1
        """, findings: ["The search index does not fit the segments."]),
    Harm(
      testDescription: "a wrong count of a word", sql: "UPDATE terms SET occurrences = 7 WHERE word = 'long'",
      findings: ["The list of words does not fit the segments."]),
    Harm(
      testDescription: "a damaged log",
      sql: "UPDATE act_changes SET changes = x'54' WHERE act_id = (SELECT max(act_id) FROM act_changes)",
      findings: ["What act 3 changed is damaged in the log; it can be neither undone nor redone."]),
    Harm(
      testDescription: "a coding without its code", sql: "DELETE FROM codes",
      findings: ["A row of the table 'codings' points to something that is not there."]),
    Harm(
      testDescription: "a wrong number of words", sql: "UPDATE transcripts SET words = 7 WHERE name = 'call'",
      findings: ["The number of words of 'call' is not that of its text."]),
    Harm(
      testDescription: "a segment in another's turn",
      sql: "UPDATE segments SET turn_id = (SELECT max(turn_id) FROM turns) WHERE number = 2",
      findings: ["A segment of 'visit' does not lie in its turn."]),
    Harm(
      testDescription: "a speaker of another transcript",
      sql: "UPDATE turns SET speaker_id = (SELECT max(speaker_id) FROM speakers) WHERE number = 3",
      findings: ["A turn of 'visit' is said by somebody who is not among its speakers."]),
    Harm(
      testDescription: "words that begin before their turn", sql: "UPDATE turns SET words_byte = -1 WHERE number = 3",
      findings: ["A turn or a page of 'visit' begins outside of it."]),
    Harm(
      testDescription: "packed codings of another time",
      sql: "INSERT INTO packed_codings SELECT transcript_id, x'00' FROM transcripts WHERE name = 'visit'",
      findings: ["The packed codings of 'visit' are not its codings."]),
    Harm(
      testDescription: "codings of no act", sql: "UPDATE codings SET act_id = 99",
      findings: ["There are codings in the study that no act in the log has made."]),
    Harm(
      testDescription: "a change that nobody recorded", sql: "UPDATE codes SET name = 'Patience'",
      findings: ["The digest that is kept of the content is not that of the content."]),
  ]

  @Test("What is not as it was stored is named", arguments: harms)
  func harmed(_ harm: Harm) throws {
    let study = try study()
    try study.store.tamper(harm.sql)
    let findings = try study.store.check()
    #expect(findings.map(\.what) == harm.findings)
  }

  @Test("An act whose recorded changes are damaged is not undone, and nothing is changed")
  func damagedLog() throws {
    let study = try study()
    try study.store.tamper(
      "UPDATE act_changes SET changes = x'54' WHERE act_id = (SELECT max(act_id) FROM act_changes)")
    let before = try study.store.log(limit: nil)
    #expect(throws: Problem.self) { try study.store.undo(1, now: "later") }
    #expect(try study.store.log(limit: nil) == before)
  }
}
