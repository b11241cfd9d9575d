import GRDB
import Model
import Testing

@testable import Store

@Suite struct ContentDigestTests {
  private static let codes = [
    Code(key: "A", name: "Aim", definition: "What for", use: "When said", not: "Never", example: "So", phrases: ["a*"]),
    Code(key: "A1", name: "Far", color: "#112233", parent: "A"), Code(key: "B", name: "Bar"),
  ]
  private static let visit = Transcript.lines(
    "visit", ["Zoë: We waited. Long.", "Anna: Why? It was late.", "Nobody knew."], caseName: "North",
    attributes: [Attribute("wave", ["2", "1"]), Attribute("date", ["2024-01-01"])])
  private static let call = Transcript.lines("Été", ["Bram: Hello there."])

  /// The same content, made in one order or in another.
  private static func study(backwards: Bool = false) throws -> StudyFixture {
    let study = try StudyFixture()
    func perform(_ deeds: [(StudyChange) throws -> Void]) throws {
      for deed in backwards ? deeds.reversed() : deeds { try study.perform(deed) }
    }
    if backwards { try study.perform { try $0.set(Codebook(codes: [codes[2]])) } }
    try study.perform { try $0.set(Codebook(title: "Book", language: "nl", codes: codes)) }
    try perform([
      { try $0.set([Attribute("size", ["10"]), Attribute("sector", ["po", "vo"])], ofCase: "North") },
      { try $0.set([Attribute("sector", ["vo"])], ofCase: "Älm") }, { try $0.set(query: "A", named: "aim") },
      { try $0.set(query: "B", named: "bar") },
    ])
    try study.importTranscripts(backwards ? [call, visit] : [visit, call])
    try study.perform { _ = try $0.setRole("parent", ofSpeaker: "Anna", in: "visit") }
    let spans = [visit.span(of: "We waited."), visit.span(of: "late")]
    let deeds: [() throws -> Void] = [
      { try study.tag("visit", spans, "A1", by: "Mila") }, { try study.tag("visit", [spans[0]], "B", by: "Noor") },
      { try study.tag("visit", [spans[0]], "B", by: "Mila") }, { try study.tag("visit", [spans[0]], "A", by: "Noor") },
      { try study.tag("Été", [call.span(of: "Hello")], "B", by: "Noor") },
      { try study.note(.passage(transcript: "visit", span: spans[0], code: "B"), "Long", by: "Noor") },
      { try study.note(.study, "Begun") }, { try study.note(.ofCase("North"), "Small", by: "Mila") },
    ]
    for deed in backwards ? deeds.reversed() : deeds { try deed() }
    return study
  }

  private func digest(_ study: StudyFixture) throws -> String {
    try study.store.read { db in try ContentDigest(db).content }
  }

  /// The digest as it is after the statement, which is then taken back.
  private func digest(_ study: StudyFixture, after sql: String) throws -> String {
    try study.store.queue.inDatabase { db in
      var digest = ""
      try db.inTransaction {
        try db.execute(sql: sql)
        #expect(db.changesCount > 0, "\(sql)")
        digest = try ContentDigest(db).content
        return .rollback
      }
      return digest
    }
  }

  @Test("It is the digest of the canonical form, as that is written down")
  func form() throws {
    let study = try Self.study()
    #expect(try digest(study) == PlainContent.digest(of: study.store))
    let known = try digest(study)
    #expect(known == "a65fd3adb19bfce057ade600735f5bf8ce60cb73a900639aef14ca60a5d7991d")
    #expect(try digest(StudyFixture()) == PlainContent.digest(of: StudyFixture().store))
  }

  @Test("Who is to code what, and who codes blind, stands in the form where somebody does")
  func assignments() throws {
    let study = try Self.study()
    let before = try digest(study)
    try study.perform { change in
      try change.assign(Assignment("visit", to: "Noor"))
      try change.assign(Assignment("Été", to: "Noor", isDone: true))
      try change.assign(Assignment("visit", to: "Mila", isDone: true))
    }
    try study.perform { _ = try $0.setBlind(true, coder: "Mila") }
    #expect(try digest(study) == PlainContent.digest(of: study.store))
    #expect(try digest(study) != before)
    let open = try digest(study, after: "UPDATE assignments SET is_done = 0")
    #expect(try open != digest(study, after: "DELETE FROM assignments"))
    #expect(try digest(study, after: "DELETE FROM blind_coders") != digest(study))
    _ = try study.store.undo(2, now: "2024-03-01T10:00:00Z")
    #expect(try digest(study) == before)
  }

  @Test("The same content has the same digest in whatever order it came in")
  func order() throws {
    #expect(try digest(Self.study()) == digest(Self.study(backwards: true)))
  }

  private static let changes = [
    "UPDATE study SET value = 'Else' WHERE name = 'title'", "UPDATE study SET value = 'en' WHERE name = 'language'",
    "UPDATE study SET value = 'A1' WHERE name = 'query:aim'", "DELETE FROM study WHERE name = 'query:aim'",
    "UPDATE codes SET key = 'C' WHERE key = 'A'", "UPDATE codes SET name = 'Aims' WHERE key = 'A'",
    "UPDATE codes SET definition = NULL WHERE key = 'A'", "UPDATE codes SET definition = '' WHERE key = 'A'",
    "UPDATE codes SET use_when = 'x' WHERE key = 'A'", "UPDATE codes SET not_when = 'x' WHERE key = 'A'",
    "UPDATE codes SET example = 'x' WHERE key = 'A'", "UPDATE codes SET phrases = 'x' WHERE key = 'A'",
    "UPDATE codes SET color = NULL WHERE key = 'A1'", "UPDATE codes SET parent_id = NULL WHERE key = 'A1'",
    "UPDATE codes SET ordinal = 9 WHERE key = 'A1'", "UPDATE coders SET name = 'Nora' WHERE name = 'Noor'",
    "INSERT INTO coders (guid, name) VALUES ('x', 'Olga')", "INSERT INTO cases (guid, name) VALUES ('x', 'South')",
    "UPDATE cases SET name = 'Nord' WHERE name = 'North'",
    "UPDATE case_attributes SET value = '11' WHERE attribute = 'size'",
    "UPDATE case_attributes SET attribute = 'form' WHERE attribute = 'size'",
    "DELETE FROM case_attributes WHERE ordinal = 1",
    "UPDATE transcripts SET name = 'visits' WHERE name = 'visit'",
    "UPDATE transcripts SET case_id = NULL WHERE name = 'visit'",
    "UPDATE transcripts SET format = 'txt' WHERE name = 'visit'",
    "UPDATE transcripts SET segment_unit = 'sentence' WHERE name = 'visit'",
    "UPDATE transcripts SET text_sha256 = 'x' WHERE name = 'visit'",
    "UPDATE transcript_attributes SET value = '3' WHERE ordinal = 1",
    "UPDATE speakers SET name = 'Ann' WHERE name = 'Anna'", "UPDATE speakers SET role = NULL WHERE name = 'Anna'",
    "UPDATE speakers SET role = 'x' WHERE name = 'Bram'",
    """
    INSERT INTO speaker_attributes (speaker_id, attribute, ordinal, value, folded)
    SELECT speaker_id, 'age', 0, '40', '40' FROM speakers WHERE name = 'Anna'
    """,
    "UPDATE turns SET start_byte = 1 WHERE start_byte = 0", "UPDATE turns SET end_byte = end_byte - 1 WHERE number = 3",
    "UPDATE turns SET words_byte = words_byte + 1 WHERE number = 3",
    "UPDATE turns SET speaker_id = NULL WHERE number = 2", "UPDATE turns SET seconds = 7.25 WHERE number = 2",
    "UPDATE turns SET seconds = NULL WHERE number = 2",
    "UPDATE segments SET end_byte = end_byte - 1 WHERE number = 3",
    "UPDATE segments SET start_byte = start_byte + 1 WHERE number = 3",
    "UPDATE segments SET label_characters = 1 WHERE number = 2", "DELETE FROM segments WHERE number = 3",
    "UPDATE codings SET start_byte = start_byte + 1 WHERE coding_id = 2",
    "UPDATE codings SET end_byte = end_byte + 1 WHERE coding_id = 2",
    "UPDATE codings SET code_id = (SELECT code_id FROM codes WHERE key = 'A1') WHERE coding_id = 5",
    "UPDATE codings SET coder_id = (SELECT coder_id FROM coders WHERE name = 'Mila') WHERE coding_id = 5",
    "UPDATE codings SET transcript_id = (SELECT transcript_id FROM transcripts WHERE name = 'Été') WHERE coding_id = 2",
    "INSERT INTO code_folders SELECT code_id FROM codes WHERE key = 'A'",
    "INSERT INTO code_folders SELECT code_id FROM codes WHERE key = 'A1'",
    """
    INSERT INTO attachments (guid, name, kind, original_id, act_id)
    SELECT 'x', 'plan', 'pdf', min(original_id), 1 FROM originals
    """,
    """
    INSERT INTO attachments (guid, name, kind, original_id, transcript_id, act_id)
    SELECT 'x', 'plan', 'pdf', min(original_id), (SELECT min(transcript_id) FROM transcripts), 1 FROM originals
    """,
    "UPDATE memos SET text = 'Short' WHERE text = 'Long'", "UPDATE memos SET code_id = NULL WHERE text = 'Long'",
    "UPDATE memos SET end_byte = end_byte + 1 WHERE text = 'Long'",
    "UPDATE memos SET coder_id = NULL WHERE text = 'Long'", "UPDATE memos SET case_id = NULL WHERE text = 'Small'",
    "DELETE FROM memos WHERE text = 'Small'", "DELETE FROM memos",
    "DELETE FROM codings WHERE coding_id = 1", "DELETE FROM transcripts WHERE name = 'Été'",
  ]

  @Test("Every kind of change gives another digest")
  func changes() throws {
    let study = try Self.study()
    var seen = [try digest(study): "nothing"]
    for sql in Self.changes {
      let changed = try digest(study, after: sql)
      #expect(seen[changed] == nil, "\(sql)")
      seen[changed] = sql
    }
  }

  @Test(
    "Marks, times, numbers of rows and what follows from the rest are no content",
    arguments: [
      "UPDATE study SET value = 'x' WHERE name = 'guid'", "UPDATE study SET value = 'x' WHERE name = 'made'",
      "INSERT INTO study (name, value) VALUES ('digest:x', 'x')", "UPDATE codes SET guid = key, version = 7",
      "UPDATE codes SET ordinal = ordinal * 2 + 5", "UPDATE coders SET guid = name", "UPDATE cases SET guid = name",
      "UPDATE transcripts SET guid = name, words = 0, act_id = 0, original_id = NULL",
      "UPDATE codings SET guid = x'00', code_version = 7, quote_hash = 0, act_id = 0",
      "UPDATE codings SET coding_id = 100 - coding_id", "UPDATE acts SET at = 'x', summary = 'x'",
      "UPDATE memos SET guid = text, at = 'x', quote_hash = 0, memo_id = memo_id + 9", "DELETE FROM acts",
      "UPDATE case_attributes SET folded = '', number = NULL", "DELETE FROM originals",
    ])
  func noContent(sql: String) throws {
    let study = try Self.study()
    #expect(try digest(study, after: "PRAGMA defer_foreign_keys = ON; " + sql) == digest(study))
  }

  @Test("Every table whose changes are recorded is either content or known to be none")
  func tables() {
    let content: Set = [
      "study", "codes", "coders", "cases", "case_attributes", "transcripts", "transcript_attributes", "speakers",
      "speaker_attributes", "turns", "segments", "codings", "memos", "unplaced_codings", "attachments", "code_folders",
      "assignments", "blind_coders",
    ]
    #expect(
      Set(Schema.recordedTables).subtracting(content)
        == ["originals", "code_versions", "pages", "copy_states", "copy_facts", "merge_wishes"])
  }
}
