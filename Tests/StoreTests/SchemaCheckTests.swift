import GRDB
import Model
import Testing

@testable import Store

@Suite struct SchemaCheckTests {
  @Test("The tables of every version are those that its migrations made")
  func versions() throws {
    for version in 1...Schema.version {
      let queue = try DatabaseQueue()
      let strangers = try queue.inDatabase { db in
        try StudyStore.migrate(db, to: version)
        return try SchemaCheck.strangers(in: db, version: version)
      }
      #expect(strangers == [], "version \(version)")
    }
  }

  @Test("The tables of every version are known by their words, without carrying out a migration")
  func words() throws {
    for version in 1...Schema.version {
      let queue = try DatabaseQueue()
      let found = try queue.inDatabase { db in
        try StudyStore.migrate(db, to: version)
        return try SchemaCheck.objects(db)
      }
      #expect(SchemaCheck.areWordForWord(found, version: version), "version \(version)")
      #expect(!SchemaCheck.areWordForWord(Array(found.dropLast()), version: version), "version \(version)")
    }
  }

  @Test(
    "What lies in wait among the tables is named, and the study is not opened",
    arguments: zip(
      [
        "CREATE TRIGGER evil AFTER INSERT ON codings BEGIN DELETE FROM segments; END",
        "DROP VIEW segment_words; CREATE VIEW segment_words (segment_id, transcript_id, words) AS SELECT 1, 2, 'x'",
        "CREATE VIRTUAL TABLE evil USING fts5 (x)",
        "DROP TABLE uncounted",
        "DROP INDEX codings_of_code; CREATE INDEX codings_of_code ON codings (code_id)",
        "ALTER TABLE codes ADD COLUMN extra TEXT",
      ],
      [
        "there is a trigger 'evil' that Draad did not make",
        "the view 'segment_words' is not the one that Draad made",
        "there is a table 'evil' that Draad did not make",
        "the table 'uncounted' is missing",
        "the index 'codings_of_code' is not the one that Draad made",
        "the table 'codes' is not the one that Draad made",
      ]))
  func strange(sql: String, part: String) throws {
    let study = try StudyFixture()
    try study.store.tamper(sql)
    study.store.close()
    #expect(
      throws: Problem(
        "The study 'study.draad' is not as Draad made it: \(part). It was not opened.", file: study.path,
        hint: "Put what is Draad's into a new study with: draad rescue study.draad NEW.draad")
    ) { try StudyStore.open(study.path) }
  }

  @Test("What somebody added for their own questions is left alone")
  func own() throws {
    let study = try StudyFixture()
    try study.store.tamper(
      "CREATE VIEW mine AS SELECT name FROM codes; CREATE TABLE notes (a); CREATE INDEX mine_too ON codings (coder_id); ANALYZE"
    )
    study.store.close()
    let store = try StudyStore.open(study.path)
    #expect(try store.check() == [])
    store.close()
  }
}
