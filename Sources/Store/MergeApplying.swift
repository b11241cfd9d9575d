import Foundation
import GRDB
public import Model

extension StudyChange {
  /// This study as merging sees it, inside the transaction of the act.
  public func side() throws -> StudySide { try SideReading.side(db) }

  public func codingsOfCopy() throws -> CodingsOfCopy { try CodingsOfCopy(db) }

  /// Makes the study hold what a merge came to; transcripts that are new come from the other study.
  public func apply(_ content: MergedContent, to mine: StudySide, from other: StudyStore) throws {
    store.attributeNames = [:]
    defer { store.attributeNames = [:] }
    let merging = Merging(change: self, content: content, mine: mine, other: other)
    let lastCoding = try merging.removeCodings()
    let lastUnplaced = try Int64.fetchOne(db, sql: "SELECT max(unplaced_id) FROM unplaced_codings") ?? 0
    let lastMemo = try Int64.fetchOne(db, sql: "SELECT max(memo_id) FROM memos") ?? 0
    try merging.changeFacts()
    try merging.changeCodes()
    try merging.changeTranscripts()
    try merging.changeAttributes()
    try merging.spellAttributes()
    try merging.changeMemos(after: lastMemo)
    try merging.changeUnplaced(after: lastUnplaced)
    try merging.changeAttachments()
    try merging.changeAssignments()
    try merging.removeOwners()
    try merging.addCodings(after: lastCoding)
    try merging.keepStates()
  }
}

/// One merge while it is written.
struct Merging {
  let change: StudyChange
  let content: MergedContent
  let mine: StudySide
  let other: StudyStore

  var db: Database { change.db }

  /// The cells of a kind that are other than they were; with no value where they go.
  func changes(_ kind: StudyCell.Kind) -> [(cell: StudyCell, value: CellValue?)] {
    Set(mine.stands.keys).union(content.cells.keys)
      .filter { $0.kind == kind && mine.stands[$0] != content.cells[$0] }
      .sorted().map { ($0, content.cells[$0]) }
  }

  func changeFacts() throws {
    for (cell, value) in changes(.fact) {
      if let text = value?.text {
        try db.execute(
          sql: "INSERT INTO study (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
          arguments: [cell.owner, text])
      } else {
        try db.execute(sql: "DELETE FROM study WHERE name = ?", arguments: [cell.owner])
      }
    }
    for (cell, value) in changes(.coder) where value != nil { try change.ensureCoder(cell.owner) }
    for (cell, value) in changes(.aCase) where value != nil && cell.field.isEmpty {
      _ = try change.caseNumber(cell.owner)
    }
  }

  func changeCodes() throws {
    guard !changes(.code).isEmpty else { return }
    try change.set(content.codebook)
    let marks = try other.read { db in
      try Row.fetchAll(db, sql: "SELECT key, guid FROM codes").map { ($0[0] as String, $0[1] as String) }
    }
    for (key, guid) in marks where mine.stands[StudyCell(.code, key, "name")] == nil {
      try db.execute(sql: "UPDATE OR IGNORE codes SET guid = ? WHERE key = ?", arguments: [guid, key])
    }
    for (cell, value) in changes(.code) where cell.field == "folder" {
      try db.execute(
        sql: value?.text == nil
          ? "DELETE FROM code_folders WHERE code_id = (SELECT code_id FROM codes WHERE key = ?)"
          : "INSERT OR IGNORE INTO code_folders (code_id) SELECT code_id FROM codes WHERE key = ?",
        arguments: [cell.owner])
    }
  }

  func changeAttributes() throws {
    let owners: [(StudyCell.Kind, AttributeTable, (String) throws -> Int64?)] = [
      (.aCase, .cases, { try Int64.fetchOne(db, sql: "SELECT case_id FROM cases WHERE name = ?", arguments: [$0]) }),
      (.transcript, .transcripts, { try transcriptNumbers()[$0] }),
      (.speaker, .speakers, { try speakerNumber($0) }),
    ]
    for (kind, table, number) in owners {
      var numbers: [String: Int64] = [:]
      for (cell, value) in changes(kind) where cell.field.hasPrefix("@") {
        let known = try numbers[cell.owner] ?? number(cell.owner)
        numbers[cell.owner] = known
        guard let known else { continue }
        let folded = String(cell.field.dropFirst())
        let name = content.cells[StudyCell(.spelling, table.table, folded)]?.text ?? folded
        let values = value?.text.map { $0.components(separatedBy: StudyCell.separator) } ?? []
        try table.set(Attribute(name, values), of: known, in: change)
      }
    }
  }

  /// Spells each attribute as it is to be spelt, also where it came in with a transcript.
  func spellAttributes() throws {
    for table in [AttributeTable.cases, .transcripts, .speakers] {
      for name in try String.fetchAll(db, sql: "SELECT DISTINCT attribute FROM \(table.table)") {
        let cell = StudyCell(.spelling, table.table, AttributeTable.folded(name))
        guard let spelt = content.cells[cell]?.text, !spelt.utf8.elementsEqual(name.utf8) else { continue }
        try db.execute(
          sql: "UPDATE OR IGNORE \(table.table) SET attribute = ? WHERE attribute = ?", arguments: [spelt, name])
      }
    }
  }

  /// Takes away the coders and cases that go; what still has something stays.
  func removeOwners() throws {
    for (cell, value) in changes(.coder) where value == nil {
      try db.execute(
        sql: """
          DELETE FROM coders WHERE name = ?1
            AND NOT EXISTS (SELECT 1 FROM codings WHERE codings.coder_id = coders.coder_id)
            AND NOT EXISTS (SELECT 1 FROM memos WHERE memos.coder_id = coders.coder_id)
            AND NOT EXISTS (SELECT 1 FROM unplaced_codings u WHERE u.coder_id = coders.coder_id)
            AND NOT EXISTS (SELECT 1 FROM assignments a WHERE a.coder_id = coders.coder_id)
            AND NOT EXISTS (SELECT 1 FROM blind_coders b WHERE b.coder_id = coders.coder_id)
          """, arguments: [cell.owner])
    }
    for (cell, value) in changes(.aCase) where value == nil && cell.field.isEmpty {
      try db.execute(
        sql: """
          DELETE FROM cases WHERE name = ?1
            AND NOT EXISTS (SELECT 1 FROM transcripts WHERE transcripts.case_id = cases.case_id)
          """, arguments: [cell.owner])
    }
  }

  func keepStates() throws {
    try db.execute(sql: "DELETE FROM merge_wishes")
    for cell in content.wishes {
      guard let held = content.held[cell] else { continue }
      let (meant, stands) = (content.meant[cell], content.cells[cell])
      try db.execute(
        sql: """
          INSERT INTO merge_wishes (kind, owner, field, is_meant, wished, is_there, stands, held)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          cell.kind.rawValue, cell.owner, cell.field, meant != nil, meant?.text, stands != nil, stands?.text,
          WrittenValues.text(held),
        ])
    }
    try change.keep(content.states, knowing: change.learn(own: content.own, heard: content.known))
  }
}
