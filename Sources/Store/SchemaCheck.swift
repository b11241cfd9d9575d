import CStore
import GRDB

/// Whether the tables of a file are those that Draad made, and nothing lies in wait among them.
///
/// A table, view or index that somebody added for themselves does nothing by itself; a trigger does, and so may a table that
/// a module of SQLite answers for.
enum SchemaCheck {
  /// What is not as the migrations made it, as parts of a sentence; the first `version` of them were applied.
  static func strangers(in db: Database, version: Int) throws -> [String] {
    let found = try objects(db)
    if areWordForWord(found, version: version) { return [] }
    let reference = try DatabaseQueue()
    let expected = try reference.inDatabase { made in
      for migration in Schema.migrations[..<version] { try made.execute(sql: migration) }
      return try objects(made)
    }
    return strangers(found, expected)
  }

  struct Object: Equatable {
    let type: String
    let name: String
    let sql: String
  }

  /// What SQLite makes of itself for a key or for the index is left out.
  static func objects(_ db: Database) throws -> [Object] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
          AND name NOT IN ('segment_index_data', 'segment_index_idx', 'segment_index_docsize', 'segment_index_config')
        ORDER BY name
        """
    ).map { Object(type: $0[0] ?? "", name: $0[1] ?? "", sql: $0[2] ?? "") }
  }

  static func strangers(_ found: [Object], _ expected: [Object]) -> [String] {
    let known = Dictionary(expected.map { ($0.name, $0) }) { one, _ in one }
    let missing = Set(known.keys).subtracting(found.map(\.name)).sorted()
    return found.compactMap { object in
      if let own = known[object.name] {
        return own == object ? nil : "the \(own.type) '\(own.name)' is not the one that Draad made"
      }
      let isQuiet = object.type != "trigger" && !object.sql.uppercased().hasPrefix("CREATE VIRTUAL")
      return isQuiet ? nil : "there is a \(object.type) '\(object.name)' that Draad did not make"
    } + missing.compactMap { name in known[name].map { "the \($0.type) '\(name)' is missing" } }
  }

  private static let texts = Schema.migrations.map { Array($0.utf8) }

  /// The lines of each migration that begin with a word; regular expressions cost more than all else of a start.
  private static let lines = texts.map { text in
    text.split(separator: UInt8(ascii: "\n")).filter { $0[$0.startIndex] != UInt8(ascii: " ") }
  }

  /// Columns that later migrations added, which SQLite writes behind the others: of which table, and as they stand there.
  private static let added = lines.joined().compactMap { line -> (table: ArraySlice<UInt8>, column: [UInt8])? in
    guard line.starts(with: "ALTER TABLE ".utf8), line.last == UInt8(ascii: ";") else { return nil }
    let words = line.dropFirst("ALTER TABLE ".utf8.count)
    guard let end = words.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    return (words[..<end], Array(", ".utf8) + words[end...].dropFirst(" ADD COLUMN ".utf8.count).dropLast())
  }

  /// As a rule a file has word for word what stands in the migrations, and then they need not be carried out to know.
  static func areWordForWord(_ found: [Object], version: Int) -> Bool {
    let made = lines[..<version].joined().count { $0.starts(with: "CREATE ".utf8) }
    return found.count == made && found.allSatisfy { stands($0, before: version) }
  }

  private static func stands(_ object: Object, before version: Int) -> Bool {
    var sql = Array(object.sql.utf8)
    for (table, column) in added where table.elementsEqual(object.name.utf8) {
      let place = draad_place(sql, sql.count, column, column.count)
      if place >= 0 { sql.removeSubrange(place..<place + column.count) }
    }
    return texts[..<version].contains { draad_place($0, $0.count, sql, sql.count) >= 0 }
  }
}
