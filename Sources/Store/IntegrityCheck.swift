import GRDB
import Model

extension StudyStore {
  /// Looks whether everything is as it was stored; a sentence for each thing that is not.
  public func check() throws -> [String] {
    var findings: [String] = []
    try settleTerms()
    try read { db in
      findings += try look("The tables") { try checkTables(db) }
      findings += try look("The list of transcripts") {
        var found: [String] = []
        let select = try RawStatement(db, "SELECT transcript_id, name, bytes, text_sha256 FROM transcripts ORDER BY 1")
        while try select.step() {
          let (id, name, count, digest) = (select.int64(0), select.text(1), select.int(2), select.text(3))
          found += try look("The transcript '\(name)'") {
            try checkText(of: id, name, bytes: count, digest: digest, in: db)
              + checkUnits(of: id, name, bytes: count, in: db)
          }
        }
        return found
      }
      findings += try look("The kept files") { try checkOriginals(db) }
      findings += try look("The log") { try checkLog(db) }
    }
    do {
      // SQLite checks the index only where it may write.
      findings += try look("The search index") { try queue.write { db in try checkIndex(db) } }
    } catch {
      throw StoreFailure.problem(for: error, file: name)
    }
    return findings
  }

  /// Goes on with the rest where a part of the file cannot be read.
  private func look(_ what: String, _ body: () throws -> [String]) throws -> [String] {
    do {
      return try body()
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode.primaryResultCode)
    {
      return ["\(what) cannot be read: the file is damaged there."]
    }
  }

  private func checkTables(_ db: Database) throws -> [String] {
    var findings: [String] = []
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
      findings.append("SQLite says: \(line).")
    }
    let dangling = try String.fetchSet(db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
    for table in dangling.sorted() {
      findings.append("A row of the table '\(table)' points to something that is not there.")
    }
    return findings
  }

  private func checkIndex(_ db: Database) throws -> [String] {
    tap.clear()
    defer { tap.clear() }
    do {
      try tap.listening(sign: 1) {
        try db.execute(sql: "INSERT INTO segment_index (segment_index, rank) VALUES ('integrity-check', 1)")
      }
    } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CORRUPT {
      return ["The search index does not fit the segments."]
    }
    let counts = TermCounts(tap)
    var left: [[UInt8]: Int64] = [:]
    for index in 0..<counts.count { left[counts.word(index)] = counts.occurrences(index) }
    let select = try RawStatement(db, "SELECT word, occurrences FROM terms")
    while try select.step() { select.withBytes(0) { left[Array($0), default: 0] -= select.int64(1) } }
    return left.values.allSatisfy { $0 == 0 } ? [] : ["The list of words does not fit the segments."]
  }

  private func checkText(
    of id: Int64, _ name: String, bytes count: Int, digest: String, in db: Database
  ) throws -> [String] {
    var findings: [String] = []
    let bytes = try bytes(ofTranscript: id, in: db)
    if bytes.count != count || Digest.sha256(bytes) != digest {
      findings.append("The text of '\(name)' is not the text that was imported.")
    }
    let wrong = try misplaced("codings", of: id, bytes, in: db)
    if wrong > 0 {
      let codings = wrong == 1 ? "1 coding of '\(name)' is" : "\(wrong) codings of '\(name)' are"
      findings.append("\(codings) no longer on the words that were coded.")
    }
    let memos = try misplaced("memos", of: id, bytes, in: db)
    if memos > 0 {
      let subject = memos == 1 ? "1 memo of '\(name)' is" : "\(memos) memos of '\(name)' are"
      findings.append("\(subject) no longer on the words it was written about.")
    }
    return findings
  }

  /// How many rows of a table of passages do not stand on the words they stood on.
  private func misplaced(_ table: String, of id: Int64, _ text: [UInt8], in db: Database) throws -> Int {
    let select = try RawStatement(
      db,
      "SELECT start_byte, end_byte, quote_hash FROM \(table) WHERE transcript_id = ? AND start_byte IS NOT NULL")
    select.bind(1, id)
    var wrong = 0
    while try select.step() {
      let span = (select.int(0), select.int(1))
      let fits = span.0 >= 0 && span.0 < span.1 && span.1 <= text.count
      if !fits || Digest.quote(text[span.0..<span.1]) != select.int64(2) { wrong += 1 }
    }
    return wrong
  }

  private func checkUnits(of id: Int64, _ name: String, bytes count: Int, in db: Database) throws -> [String] {
    var findings: [String] = []
    for table in ["segments", "turns"] {
      let select = try RawStatement(
        db, "SELECT start_byte, end_byte FROM \(table) WHERE transcript_id = ? ORDER BY number")
      select.bind(1, id)
      var position = 0
      var whole = true
      while try select.step() {
        whole = whole && select.int(0) == position
        position = select.int(1)
      }
      if !whole || position != count { findings.append("The \(table) of '\(name)' do not cover its text.") }
    }
    return findings
  }

  private func checkLog(_ db: Database) throws -> [String] {
    var findings: [String] = []
    let select = try RawStatement(db, "SELECT act_id, changes, changes_hash FROM act_changes ORDER BY act_id, step")
    while try select.step() {
      guard select.withBytes(1, { Digest.quote($0) }) != select.int64(2) else { continue }
      findings.append("What act \(select.int(0)) changed is damaged in the log; it can be neither undone nor redone.")
    }
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
