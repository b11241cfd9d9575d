import Foundation
import GRDB
public import Model

extension StudyChange {
  /// Keeps what the study holds now under the number of the act, so that a copy made after it knows where it came from.
  public func keepState(_ state: StudySide.State, of side: StudySide) throws {
    for (place, copy) in side.lineage.enumerated() {
      try db.execute(
        sql: "INSERT OR IGNORE INTO copies (copy, place, until_act) VALUES (?, ?, ?)",
        arguments: [copy.name, place, copy.until])
    }
    try keep(state)
  }
}

extension StudyStore {
  /// Copies the study to a file that is a copy of its own from now on, and knows after which act it came from this one.
  public func branch(to destination: String, after act: Int) throws {
    try backup(to: destination)
    do {
      let copy = try StudyStore.open(destination)
      defer { copy.close() }
      try copy.queue.write { db in
        try db.execute(sql: "UPDATE copies SET until_act = ? WHERE until_act IS NULL", arguments: [act])
        try db.execute(
          sql: "INSERT INTO copies (copy, place) SELECT ?, count(*) FROM copies", arguments: [UUID().uuidString])
      }
      try copy.queue.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    } catch {
      StudyFile.remove(destination)
      throw error
    }
  }
}
