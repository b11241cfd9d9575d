import GRDB
import Testing

@testable import Store

@Suite struct SchemaTests {
  @Test("Every table is recorded but those of the log and those that follow from others")
  func recorded() throws {
    let study = try StudyFixture()
    let tables = try study.store.queue.read { db in
      try String.fetchSet(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    }
    let others = tables.filter { !$0.hasPrefix("segment_index") }.subtracting(Schema.recordedTables)
    #expect(
      others == [
        "acts", "act_changes", "terms", "term_stems", "stem_rules", "uncounted", "packed_codings", "packed_counts",
        "exports",
        "erased_marks", "unwiped", "copies",
      ])
    #expect(Schema.recordedTables.sorted() == (Schema.bulkTables + Schema.smallTables).sorted())
  }

  @Test("Changes are made again row before the row it points to")
  func order() throws {
    let study = try StudyFixture()
    let wrong = try study.store.queue.read { db in
      try Schema.recordedTables.enumerated().flatMap { place, table in
        try String.fetchAll(db, sql: "SELECT \"table\" FROM pragma_foreign_key_list(?)", arguments: [table])
          .filter { above in above != table && !Schema.recordedTables[place...].contains(above) }
          .map { "\(table) before \($0)" }
      }
    }
    #expect(wrong == [])
  }
}
