import GRDB
import Model
import Retrieval

/// The three tables of attributes have the same columns after the owner's.
struct AttributeTable {
  let table: String
  let owner: String

  static let cases = AttributeTable(table: "case_attributes", owner: "case_id")
  static let transcripts = AttributeTable(table: "transcript_attributes", owner: "transcript_id")
  static let speakers = AttributeTable(table: "speaker_attributes", owner: "speaker_id")

  /// Sets an attribute; no values takes it away.
  ///
  /// A value that is already so is not written again. The name is spelt as it is for other owners.
  func set(_ attribute: Attribute, of id: Int64, in change: StudyChange) throws {
    let db = change.db
    let name = try spelling(of: attribute.name, in: change)
    let now = try values(of: id, named: name, in: db)
    guard now != attribute.values else { return }
    try db.execute(sql: "DELETE FROM \(table) WHERE \(owner) = ? AND attribute = ?", arguments: [id, name])
    for (ordinal, value) in attribute.values.enumerated() {
      try db.execute(
        sql: "INSERT INTO \(table) (\(owner), attribute, ordinal, value, folded, number) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, name, ordinal, value, Folding.fold(value), AttributeTable.number(value)])
    }
  }

  /// The spelling in use for a name; a name that is new is spelt as given from now on.
  private func spelling(of name: String, in change: StudyChange) throws -> String {
    var known = change.store.attributeNames[table]
    if known == nil {
      let names = try String.fetchAll(change.db, sql: "SELECT DISTINCT attribute FROM \(table) ORDER BY 1")
      known = Dictionary(names.map { (Self.folded($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
    let spelling = known?[Self.folded(name)] ?? name
    known?[Self.folded(name)] = spelling
    change.store.attributeNames[table] = known
    return spelling
  }

  func values(of id: Int64, named name: String, in db: Database) throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT value FROM \(table) WHERE \(owner) = ? AND attribute = ? ORDER BY ordinal",
      arguments: [id, name])
  }

  func all(of id: Int64, in db: Database) throws -> [Attribute] {
    var attributes: [Attribute] = []
    let rows = try Row.fetchAll(
      db, sql: "SELECT attribute, value FROM \(table) WHERE \(owner) = ? ORDER BY attribute, ordinal", arguments: [id])
    for row in rows {
      let name: String = row[0]
      if attributes.last?.name == name {
        attributes[attributes.count - 1].values.append(row[1])
      } else {
        attributes.append(Attribute(name, [row[1]]))
      }
    }
    return attributes
  }

  /// Names of attributes are compared without regard to case and accents.
  static func folded(_ name: String) -> String { Folding.fold(name) }

  /// A number with a point or a decimal comma, for comparisons with `<` and `>`.
  static func number(_ value: String) -> Double? {
    let text = value.trimmed
    return Double(text) ?? Double(text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: "."))
  }
}

extension StudyStore {
  /// The values of an attribute for each transcript that has any: its own, else those of its case.
  public func transcriptValues(of attribute: String) throws -> [String: [String]] {
    let wanted = AttributeTable.folded(attribute)
    return try read { db in
      var values: [String: [String]] = [:]
      for sql in [
        """
        SELECT t.name, a.attribute, a.value FROM case_attributes a JOIN transcripts t USING (case_id)
        UNION ALL SELECT t.name, 'case', c.name FROM cases c JOIN transcripts t USING (case_id)
        """,
        "SELECT t.name, a.attribute, a.value FROM transcript_attributes a JOIN transcripts t USING (transcript_id)",
      ] {
        var found: [String: [String]] = [:]
        for row in try Row.fetchAll(db, sql: sql) where AttributeTable.folded(row[1]) == wanted {
          found[row[0], default: []].append(row[2])
        }
        values.merge(found) { $1 }
      }
      return values
    }
  }
}
