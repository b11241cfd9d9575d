import Foundation
import GRDB
import Model

// The files beside the transcripts that come, go and change in a merge.
extension Merging {
  func changeAttachments() throws {
    let numbers = try transcriptNumbers()
    var last = try Int64.fetchOne(db, sql: "SELECT max(attachment_id) FROM attachments") ?? 0
    var gone: [String] = []
    for (cell, value) in changes(.attachment) {
      guard let file = value?.text.flatMap(AttachedFile.init) else {
        gone.append(cell.owner)
        continue
      }
      let transcript = file.transcript.flatMap { numbers[$0] }
      if try Int.fetchOne(db, sql: "SELECT 1 FROM attachments WHERE guid = ?", arguments: [cell.owner]) != nil {
        try db.execute(
          sql: "UPDATE attachments SET name = ?, kind = ?, transcript_id = ? WHERE guid = ?",
          arguments: [file.name, file.kind, transcript, cell.owner])
      } else if let original = try other.original(sha256: file.sha256) {
        last += 1
        try db.execute(
          sql: """
            INSERT INTO attachments (attachment_id, guid, name, kind, original_id, transcript_id, act_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
          arguments: [last, cell.owner, file.name, file.kind, try change.keep(original), transcript, change.act])
        change.wroteUnrecorded = true
      }
    }
    for guid in gone {
      let original = try Int64.fetchOne(
        db, sql: "SELECT original_id FROM attachments WHERE guid = ?", arguments: [guid])
      try db.execute(sql: "DELETE FROM attachments WHERE guid = ?", arguments: [guid])
      if let original { try change.removeUnused(original: original) }
    }
  }
}
