import GRDB
import Model

extension StudyChange {
  /// Keeps a query under a name; nil takes it away.
  public func set(query text: String?, named name: String) throws {
    if let text {
      try db.execute(
        sql: "INSERT INTO study (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
        arguments: ["query:" + name, text])
    } else {
      try db.execute(sql: "DELETE FROM study WHERE name = ?", arguments: ["query:" + name])
    }
  }
}

extension StudyStore {
  /// The saved queries, by name.
  public func savedQueries() throws -> [(name: String, text: String)] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT substr(name, 7), value FROM study WHERE name >= 'query:' AND name < 'query;' ORDER BY name"
      ).map { ($0[0], $0[1]) }
    }
  }
}
