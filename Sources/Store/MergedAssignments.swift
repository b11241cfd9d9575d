import GRDB
import Model

// Who is to code what, and who codes blind, as it comes, goes and changes in a merge.
extension Merging {
  func changeAssignments() throws {
    let numbers = try transcriptNumbers()
    for owner in Set(changes(.assignment).map(\.cell.owner)).sorted() {
      guard let (name, coder) = StudyCell(.assignment, owner).assigned, let transcript = numbers[name] else { continue }
      guard content.cells[StudyCell(.assignment, owner)] != nil else {
        try db.execute(
          sql: """
            DELETE FROM assignments WHERE transcript_id = ?
              AND coder_id = (SELECT coder_id FROM coders WHERE name = ?)
            """, arguments: [transcript, coder])
        continue
      }
      let isDone = content.cells[StudyCell(.assignment, owner, "done")]?.text != nil
      try db.execute(
        sql: "INSERT OR REPLACE INTO assignments (transcript_id, coder_id, is_done) VALUES (?, ?, ?)",
        arguments: [transcript, try change.coderNumber(coder), isDone])
    }
    for (cell, value) in changes(.blind) { try change.setBlind(value != nil, coder: cell.owner) }
  }
}
