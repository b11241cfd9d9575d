import GRDB
import Model

extension StudyStore {
  /// Looks whether everything is as it was stored; a sentence for each thing that is not.
  public func check() throws -> [String] {
    var findings: [String] = []
    try write { db in
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
        findings.append("SQLite says: \(line).")
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        let table: String = row[0]
        findings.append("A row of the table '\(table)' points to something that is not there.")
      }
      findings += try checkIndex(db)
      for row in try Row.fetchAll(db, sql: "SELECT transcript_id, name, bytes, text_sha256 FROM transcripts ORDER BY 1")
      {
        findings += try check(transcript: row[0], name: row[1], bytes: row[2], digest: row[3], in: db)
      }
      findings += try checkOriginals(db)
    }
    return findings
  }

  private func checkIndex(_ db: Database) throws -> [String] {
    do {
      try db.execute(sql: "INSERT INTO segment_index (segment_index, rank) VALUES ('integrity-check', 1)")
      return []
    } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CORRUPT {
      return ["The search index does not fit the segments."]
    }
  }

  private func check(transcript id: Int64, name: String, bytes count: Int, digest: String, in db: Database) throws
    -> [String]
  {
    var findings: [String] = []
    let bytes = try bytes(ofTranscript: id, in: db)
    if bytes.count != count || Digest.sha256(bytes) != digest {
      findings.append("The text of '\(name)' is not the text that was imported.")
    }
    for table in ["segments", "turns"] {
      let select = try RawStatement(
        db, "SELECT start_byte, end_byte FROM \(table) WHERE transcript_id = ? ORDER BY start_byte")
      select.bind(1, id)
      var position = 0
      var whole = true
      while try select.step() {
        whole = whole && select.int(0) == position
        position = select.int(1)
      }
      if !whole || position != count { findings.append("The \(table) of '\(name)' do not cover its text.") }
    }
    let select = try RawStatement(db, "SELECT start_byte, end_byte, quote_hash FROM codings WHERE transcript_id = ?")
    select.bind(1, id)
    var wrong = 0
    while try select.step() {
      let span = (select.int(0), select.int(1))
      let fits = span.0 >= 0 && span.0 < span.1 && span.1 <= bytes.count
      if !fits || Digest.quote(bytes[span.0..<span.1]) != select.int64(2) { wrong += 1 }
    }
    if wrong > 0 { findings.append("\(wrong) codings of '\(name)' are no longer on the words they were put on.") }
    return findings
  }

  private func checkOriginals(_ db: Database) throws -> [String] {
    var findings: [String] = []
    let select = try RawStatement(db, "SELECT file_name, size, deflated, sha256 FROM originals")
    while try select.step() {
      let bytes = select.withBytes(2) { Deflate.inflated(Array($0), size: select.int(1)) }
      if bytes.map(Digest.sha256) != select.text(3) {
        findings.append("The kept bytes of the file '\(select.text(0))' are not those that came in.")
      }
    }
    return findings
  }
}
