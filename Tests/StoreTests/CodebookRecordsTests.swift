import GRDB
import Model
import Testing

@testable import Store

@Suite struct CodebookRecordsTests {
  private let book = Codebook(
    title: "Book", language: "nl",
    codes: [
      Code(
        key: "A", name: "Aim", definition: "What for", use: "When said", not: "Never", example: "So",
        phrases: ["a*", "b c"],
        color: "#112233"), Code(key: "A1", name: "Far", parent: "A"), Code(key: "B", name: "Bar"),
    ])
  private let visit = Transcript.lines("visit", ["Anna: We waited."])

  /// Codings as `start-end code/coder version`.
  private func codings(_ study: StudyFixture) throws -> [String] {
    try study.store.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT start_byte || '-' || end_byte || ' ' || key || '/' || coders.name || ' ' || code_version
          FROM codings JOIN codes USING (code_id) JOIN coders USING (coder_id) ORDER BY 1
          """)
    }
  }

  /// What codes meant before, as `key version definition`.
  private func versions(_ study: StudyFixture) throws -> [String] {
    try study.store.queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT key || ' ' || v.version || ' ' || coalesce(v.definition, '') FROM code_versions v
          JOIN codes USING (code_id) ORDER BY 1
          """)
    }
  }

  @Test("A codebook comes back as it went in, in its order, also when the order changes")
  func roundTrip() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set(book) }
    #expect(try study.store.codebook() == book)
    let moved = Codebook(
      title: "Other", language: "nl", codes: [book.codes[2], book.codes[0], Code(key: "A1", name: "Far", parent: "B")])
    let ordered = Codebook(title: "Other", language: "nl", codes: [moved.codes[0], moved.codes[2], moved.codes[1]])
    try study.perform { try $0.set(ordered) }
    #expect(try study.store.codebook() == ordered)
    #expect(try versions(study) == [])
  }

  @Test("A changed definition gives a code its next version; codings keep the version they were made under")
  func codeVersions() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    try study.perform { try $0.set(book) }
    try study.tag("visit", [TextSpan(6, 8)], "A")
    for definition in ["Second", "Third"] {
      var changed = book
      changed.codes[0].definition = definition
      changed.codes[2].color = "#000000"
      try study.perform { try $0.set(changed) }
      try study.tag("visit", [TextSpan(9, definition.utf8.count + 5)], "A")
    }
    #expect(try versions(study) == ["A 1 What for", "A 2 Second"])
    #expect(try codings(study) == ["6-8 A/Mila 1", "9-10 A/Mila 3", "9-11 A/Mila 2"])
    #expect(try study.store.codingCounts() == ["A": 3])
    _ = try study.store.undo(4, now: "later")
    #expect(try versions(study) == [])
    #expect(try study.store.codebook() == book)
  }

  @Test("A merged code hands its codings over; those already there are not doubled")
  func merge() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    try study.perform { try $0.set(book) }
    var changed = book
    changed.codes[0].definition = "Second"
    try study.perform { try $0.set(changed) }
    try study.tag("visit", [TextSpan(6, 8), TextSpan(9, 15)], "A")
    try study.tag("visit", [TextSpan(6, 8)], "B")
    try study.tag("visit", [TextSpan(6, 8)], "A", by: "Noor")
    try study.perform { try $0.set(Codebook(codes: [book.codes[2]]), replacing: ["A": "B", "A1": nil]) }
    #expect(try codings(study) == ["6-8 B/Mila 1", "6-8 B/Noor 1", "9-15 B/Mila 1"])
    _ = try study.store.undo(1, now: "later")
    #expect(try codings(study) == ["6-8 A/Mila 2", "6-8 A/Noor 2", "6-8 B/Mila 1", "9-15 A/Mila 2"])
    #expect(try study.store.check() == [])
  }

  @Test("Codings are not lost to a code that is not there")
  func unknownHeir() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    try study.perform { try $0.set(book) }
    try study.tag("visit", [TextSpan(6, 8)], "B")
    #expect(throws: Problem("No code with the key 'Z'.", hint: "'codebook show' lists all codes.")) {
      try study.perform { try $0.set(Codebook(codes: [book.codes[0], book.codes[1]]), replacing: ["B": "Z"]) }
    }
    #expect(try codings(study) == ["6-8 B/Mila 1"])
  }
}
