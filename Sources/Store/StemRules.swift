import GRDB
import Retrieval

/// The stems that are kept with the terms, and by which dictionary and rules they were made.
extension StudyStore {
  /// Makes the stems anew where another dictionary or other rules made them, as an older Draad's.
  ///
  /// Where the study may not be written now, they are left as they are.
  func settleStems() throws {
    let isSettled = try read { db in
      language.use(try studyLanguage(db))
      return try !language.isInstalled || hasStemsOfToday(db)
    }
    guard !isSettled else { return }
    try? withoutWaiting { db in
      try db.inTransaction(.immediate) {
        try stemAnew(db)
        return .commit
      }
    }
  }

  /// Whether all stems that are kept are those that the dictionary and the rules give now.
  func hasStemsOfToday(_ db: Database) throws -> Bool { try stemEdition(db) == language.edition }

  private func stemEdition(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT edition FROM stem_rules")
  }

  /// Sees to it, before words are added, that all stems will be of one edition.
  func keepToOneEdition(in db: Database) throws {
    guard try !hasStemsOfToday(db) else { return }
    // Without a dictionary those that are kept may serve where there is one.
    if language.isInstalled { try stemAnew(db) } else { try keepEdition(in: db) }
  }

  /// Makes the stems of all terms anew.
  func stemAnew(_ db: Database) throws {
    language.use(try studyLanguage(db))
    try db.execute(sql: "DELETE FROM term_stems")
    let terms = try RawStatement(db, "SELECT term_id, word FROM terms")
    var stems: [(stem: String, term: Int64)] = []
    while try terms.step() {
      let term = terms.int64(0)
      for stem in language.stems(of: terms.text(1)) { stems.append((stem, term)) }
    }
    try add(&stems, in: db)
    try keepEdition(in: db)
  }

  private func keepEdition(in db: Database) throws {
    try db.execute(sql: "DELETE FROM stem_rules")
    try db.execute(sql: "INSERT INTO stem_rules (edition) VALUES (?)", arguments: [language.edition])
  }
}
