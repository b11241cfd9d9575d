import Foundation
import GRDB
public import Model

extension StudyChange {
  /// Keeps what there is to know of the study now, so that a copy made after this act knows where it came from.
  public func keepFacts(_ facts: KnownFacts, of side: StudySide) throws {
    for (place, copy) in side.lineage.enumerated() {
      try db.execute(
        sql: "INSERT OR IGNORE INTO copies (copy, place, until_act) VALUES (?, ?, ?)",
        arguments: [copy.name, place, copy.until])
    }
    try learn(own: facts)
    // Also where there is nothing new to know, the copy comes from an act of its own.
    wroteUnrecorded = true
  }
}

extension StudyStore {
  /// Copies the study to a file that is a copy of its own from now on, and knows after which act it came from this one.
  ///
  /// It is all that before it gets its name.
  public func branch(to destination: String, after act: Int) throws {
    do {
      if !isReadOnly { try settleTerms() }
      let file = try NewFile(destination, called: "copy", whenThere: "Give another name: branch FILE")
      try copyPages(to: file.draft)
      let copy = try Self.plainQueue(file.draft)
      try copy.write { db in try Self.becomeBranch(db, after: act) }
      try copy.close()
      try lookThrough(file.draft)
      try file.finish()
    } catch {
      throw problem(for: error)
    }
  }

  private static func becomeBranch(_ db: Database, after act: Int) throws {
    let row = try Row.fetchOne(db, sql: "SELECT at, coder, line, summary FROM acts WHERE act_id = ?", arguments: [act])
    let mark = row.map { StudySide.mark(at: $0[0], coder: $0[1], line: $0[2], summary: $0[3]) } ?? 0
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO copy_states (copy, act_number, act_mark, facts, but_of_act)
        SELECT copy, ?1, ?2, x'', ?1 FROM copies WHERE until_act IS NULL
        """, arguments: [act, Int64(bitPattern: mark)])
    try db.execute(sql: "UPDATE copies SET until_act = ? WHERE until_act IS NULL", arguments: [act])
    try db.execute(
      sql: "INSERT INTO copies (copy, place) SELECT ?, count(*) FROM copies", arguments: [UUID().uuidString])
  }
}
