import Foundation
import GRDB
import Model

// The memos that come, go and change in a merge.
extension Merging {
  /// Numbers of new ones begin after `last`.
  func changeMemos(after last: Int64) throws {
    var last = last
    let numbers = try transcriptNumbers()
    for owner in Set(changes(.memo).map(\.cell.owner)).sorted() {
      func text(_ field: String) -> String? { content.cells[StudyCell(.memo, owner, field)]?.text }
      let known = try Int64.fetchOne(db, sql: "SELECT memo_id FROM memos WHERE guid = ?", arguments: [owner])
      try db.execute(sql: "DELETE FROM memos WHERE guid = ?", arguments: [owner])
      guard let words = text("text"), let subject = text("about").flatMap(MemoSubject.init) else { continue }
      if known == nil { last += 1 }
      let transcript = subject.transcript.flatMap { numbers[$0] }
      try db.execute(
        sql: """
          INSERT INTO memos (guid, case_id, transcript_id, start_byte, end_byte, quote_hash, code_id, coder_id, at, text, memo_id)
          VALUES (?1, (SELECT case_id FROM cases WHERE name = ?2), ?3, ?4, ?5, ?6,
            (SELECT code_id FROM codes WHERE key = ?7), (SELECT coder_id FROM coders WHERE name = ?8), ?9, ?10, ?11)
          """,
        arguments: [
          owner, subject.caseName, transcript, subject.span?.start, subject.span?.end,
          try quote(subject.span, of: transcript), subject.code, text("by"), text("at") ?? "", words,
          known ?? last,
        ])
    }
  }

  /// Keeps and drops the codings whose words are no longer in their transcript; numbers of new ones begin after `last`.
  func changeUnplaced(after last: Int64) throws {
    let numbers = try transcriptNumbers()
    var versions = try MergedVersions(self)
    var last = last
    for owner in Set(changes(.unplaced).map(\.cell.owner)).sorted() {
      func text(_ field: String) -> String? { content.cells[StudyCell(.unplaced, owner, field)]?.text }
      guard let guid = MarkedCoding.GUID(hexadecimal: owner).map({ Data($0.bytes) }) else { continue }
      let known = try Row.fetchOne(
        db, sql: "SELECT unplaced_id, code_version FROM unplaced_codings WHERE guid = ?", arguments: [guid])
      try db.execute(sql: "DELETE FROM unplaced_codings WHERE guid = ?", arguments: [guid])
      guard let lost = text("coding").flatMap(LostCoding.init), let transcript = numbers[lost.transcript] else {
        continue
      }
      if known == nil { last += 1 }
      let version = try known.map { $0[1] as Int } ?? versions.version(ofUnplaced: guid, lost)
      try db.execute(
        sql: """
          INSERT INTO unplaced_codings
            (guid, transcript_id, code_id, coder_id, code_version, words, near_byte, unplaced_id)
          SELECT ?1, ?2, c.code_id, k.coder_id, ?8, ?5, ?6, ?7 FROM codes c, coders k
          WHERE c.key = ?3 AND k.name = ?4
          """,
        arguments: [
          guid, transcript, lost.code, lost.coder, lost.words, text("near").flatMap(Int.init) ?? 0,
          known.map { $0[0] as Int64 } ?? last, version,
        ])
    }
  }

  private func quote(_ span: TextSpan?, of transcript: Int64?) throws -> Int64? {
    guard let span, let transcript else { return nil }
    let text = try change.store.bytes(ofTranscript: transcript, in: db)
    guard span.start >= 0, span.start < span.end, span.end <= text.count else {
      throw Problem(
        "A memo in the other study lies outside its transcript.",
        hint: "Look there with: draad -s \(other.name) check")
    }
    return Digest.quote(text[span.start..<span.end])
  }
}
