import GRDB
import Model

/// Something in a study that is not as it was stored.
public struct Finding: Equatable, Sendable {
  /// A sentence.
  public var what: String
  public var remedy: Remedy

  public enum Remedy: Sendable {
    /// It can be worked out anew from the rest: `check --repair`.
    case repair
    /// What is there can be put into a new study: `rescue`; what is lost stands in a copy.
    case rescue
  }

  init(_ what: String, _ remedy: Remedy = .rescue) {
    self.what = what
    self.remedy = remedy
  }
}

/// What of a study is looked at.
enum CheckPart: CaseIterable {
  /// SQLite's own structure, and what points to what.
  case tables
  /// Words, segments, turns and codings of each transcript.
  case texts
  case originals
  case log
  /// What is kept of the content's digest.
  case digests
  /// Only where the study may be written: SQLite checks an index nowhere else.
  case index
}

extension StudyStore {
  /// Looks whether everything is as it was stored.
  public func check() throws -> [Finding] { try findings(of: CheckPart.allCases) }

  func findings(of parts: [CheckPart]) throws -> [Finding] {
    var findings: [Finding] = []
    if !isReadOnly {
      findings += try look("The list of words") {
        try settleTerms()
        return []
      }
    }
    try read { db in
      if parts.contains(.tables) { findings += try look("The tables") { try checkTables(db) } }
      if parts.contains(.texts) {
        findings += try look("The list of transcripts") {
          let select = try RawStatement(
            db, "SELECT transcript_id, name, bytes, text_sha256, words FROM transcripts ORDER BY 1")
          var found: [Finding] = []
          while try select.step() {
            let check = TranscriptCheck(
              id: select.int64(0), name: select.text(1), bytes: select.int(2), digest: select.text(3),
              words: select.int(4))
            found += try look("The transcript '\(check.name)'") { try check.findings(db) }
          }
          return found
        }
      }
      if parts.contains(.originals) { findings += try look("The kept files") { try checkOriginals(db) } }
      if parts.contains(.log) { findings += try look("The log") { try checkLog(db) } }
      if parts.contains(.digests), findings.isEmpty {
        findings += try look("The content") { try checkDigests(db) }
      }
      if parts.contains(.digests) { findings += try look("The list of what was erased") { try checkErased(db) } }
    }
    guard parts.contains(.index), !isReadOnly else { return findings }
    do {
      findings += try queue.write { db in
        try look("The search index") { try heeding(db) { try checkIndex(db) } }
      }
    } catch {
      throw problem(for: error)
    }
    return findings
  }

  /// Goes on with the rest where a part of the file cannot be read.
  private func look(_ what: String, _ body: () throws -> [Finding]) throws -> [Finding] {
    do {
      return try body()
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode.primaryResultCode)
    {
      return [Finding("\(what) cannot be read: the file is damaged there.")]
    }
  }

  private func checkTables(_ db: Database) throws -> [Finding] {
    var findings: [Finding] = []
    for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
      // An index of a table is made anew from its rows.
      let isIndex = line.contains("missing from index") || line.hasPrefix("wrong # of entries in index")
      findings.append(Finding("SQLite says: \(line).", isIndex ? .repair : .rescue))
    }
    let dangling = try String.fetchSet(db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")
    for table in dangling.sorted() {
      findings.append(Finding("A row of the table '\(table)' points to something that is not there."))
    }
    return findings
  }

  private func checkIndex(_ db: Database) throws -> [Finding] {
    tap.clear()
    defer { tap.clear() }
    do {
      try tap.listening(sign: 1) {
        try db.execute(sql: "INSERT INTO segment_index (segment_index, rank) VALUES ('integrity-check', 1)")
      }
    } catch let error as DatabaseError where error.resultCode.primaryResultCode == .SQLITE_CORRUPT {
      return [Finding("The search index does not fit the segments.", .repair)]
    }
    let counts = TermCounts(tap)
    var left: [[UInt8]: Int64] = [:]
    for index in 0..<counts.count { left[counts.word(index)] = counts.occurrences(index) }
    let select = try RawStatement(db, "SELECT word, occurrences FROM terms")
    while try select.step() { select.withBytes(0) { left[Array($0), default: 0] -= select.int64(1) } }
    return left.values.allSatisfy { $0 == 0 }
      ? [] : [Finding("The list of words does not fit the segments.", .repair)]
  }

  private func checkLog(_ db: Database) throws -> [Finding] {
    var findings: [Finding] = []
    let select = try RawStatement(db, "SELECT act_id, changes, changes_hash FROM act_changes ORDER BY act_id, step")
    while try select.step() {
      guard select.withBytes(1, { Digest.quote($0) }) != select.int64(2) else { continue }
      findings.append(
        Finding("What act \(select.int(0)) changed is damaged in the log; it can be neither undone nor redone."))
    }
    for (table, what) in [("transcripts", "transcripts"), ("codings", "codings"), ("originals", "kept files")]
    where try Int.fetchOne(db, sql: "SELECT 1 FROM \(table) WHERE act_id NOT IN (SELECT act_id FROM acts) LIMIT 1")
      != nil
    {
      findings.append(Finding("There are \(what) in the study that no act in the log has made."))
    }
    return findings
  }

  private func checkOriginals(_ db: Database) throws -> [Finding] {
    var findings: [Finding] = []
    // Of a file of which something was erased no bytes are kept.
    let select = try RawStatement(
      db, "SELECT file_name, size, deflated, sha256 FROM originals WHERE length(deflated) > 0")
    while try select.step() {
      let bytes = select.withBytes(2) { Deflate.inflated(Array($0), size: select.int(1)) }
      if bytes.map(Digest.sha256) != select.text(3) {
        findings.append(Finding("The kept bytes of the file '\(select.text(0))' are not those that came in."))
      }
    }
    return findings
  }

  private func checkErased(_ db: Database) throws -> [Finding] {
    guard try Self.isUnwiped(db) else { return [] }
    return [
      Finding("What was erased is gone from the study, but its words are still in the bytes of the file.", .repair)
    ]
  }

  private func checkDigests(_ db: Database) throws -> [Finding] {
    let select = "SELECT value FROM study WHERE name = ?"
    let content = try String.fetchOne(db, sql: select, arguments: [LogPosition(db).name])
    let transcripts = try String.fetchOne(db, sql: select, arguments: [LogPosition.transcripts])
    guard content != nil || transcripts != nil else { return [] }
    let now = try ContentDigest(db)
    guard content ?? now.content == now.content, transcripts ?? now.transcripts == now.transcripts else {
      return [Finding("The digest that is kept of the content is not that of the content.", .repair)]
    }
    return []
  }
}
