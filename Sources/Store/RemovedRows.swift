import GRDB
import Model

/// Transcripts and cases that are no longer in the study, as far as the log can still bring them back.
struct RemovedRows {
  struct Transcript: Equatable {
    /// The number it had in the file, which another may have by now.
    var number: String
    var name: String
    var caseNumber: String?
    var original: String?
    var guid = ""
    /// The SHA-256 of its text, and how many bytes that had.
    var digest = ""
    var bytes = 0
  }

  private(set) var transcripts: [Transcript] = []
  /// The names of cases by the numbers they had.
  private(set) var cases: [(number: String, name: String)] = []
  /// The names of files by the numbers they had.
  private(set) var files: [String: String] = [:]
  private var speakers: [(transcript: String, name: String)] = []

  init(_ db: Database) throws {
    try Self.visit(db) { changes in
      func rows(_ table: String, _ columns: Int) -> [[String?]] {
        Recording.removedRows(of: table, in: changes).filter { $0.count >= columns }
      }
      for row in rows("transcripts", 10) {
        transcripts.append(
          Transcript(
            number: row[0] ?? "", name: row[2] ?? "", caseNumber: row[3], original: row[4], guid: row[1] ?? "",
            digest: row[9] ?? "", bytes: row[7].flatMap { Int($0) } ?? 0))
      }
      for row in rows("cases", 3) { cases.append((row[0] ?? "", row[2] ?? "")) }
      for row in rows("originals", 3) { files[row[0] ?? ""] = row[2] ?? "" }
      for row in rows("speakers", 3) { speakers.append((row[1] ?? "", row[2] ?? "")) }
    }
  }

  func speakers(of numbers: Set<String>) -> [String] {
    speakers.filter { numbers.contains($0.transcript) }.map(\.name)
  }

  /// The segments that transcripts of these numbers once had and have no more.
  static func texts(of numbers: Set<String>, _ db: Database) throws -> [String] {
    guard !numbers.isEmpty else { return [] }
    var texts: [String] = []
    try visit(db) { changes in
      for row in Recording.removedRows(of: "segments", in: changes) where row.count >= 9 {
        if numbers.contains(row[1] ?? ""), let text = row[8] { texts.append(text) }
      }
    }
    return texts
  }

  /// Changes that are not as they were recorded are left out: SQLite would follow them anywhere.
  private static func visit(_ db: Database, _ body: ([UInt8]) throws -> Void) throws {
    let select = try RawStatement(db, "SELECT changes, changes_hash FROM act_changes ORDER BY act_id, step")
    while try select.step() {
      let changes = select.withBytes(0) { Array($0) }
      if Digest.quote(changes) == select.int64(1) { try body(changes) }
    }
  }
}

extension StudyStore {
  /// What erasing a transcript takes out, one that was removed before too; nil where the study holds nothing of the name.
  public func erasure(ofTranscript name: String) throws -> Erasure? {
    try read { db in
      let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM transcripts WHERE name = ?", arguments: [name]) != nil
      // What was erased before is erased again out of what was written down since.
      guard
        try isThere || RemovedRows(db).transcripts.contains(where: { $0.name == name })
          || ErasedMarks(db).knows(name: name)
      else { return nil }
      return Erasure(transcripts: [name])
    }
  }

  /// The same for a case, with its transcripts.
  public func erasure(ofCase name: String) throws -> Erasure? {
    try read { db in
      let removed = try RemovedRows(db)
      let number = try Int64.fetchOne(db, sql: "SELECT case_id FROM cases WHERE name = ?", arguments: [name])
      let numbers = Set(
        removed.cases.filter { $0.name == name }.map(\.number) + [number.map { String($0) }].compactMap(\.self))
      guard try !numbers.isEmpty || ErasedMarks(db).knows(caseName: name) else { return nil }
      let there = try String.fetchAll(
        db, sql: "SELECT name FROM transcripts WHERE case_id = ? ORDER BY transcript_id", arguments: [number])
      // A name may be another transcript's by now.
      let taken = try String.fetchSet(db, sql: "SELECT name FROM transcripts")
      let gone = removed.transcripts.filter { numbers.contains($0.caseNumber ?? "") && !taken.contains($0.name) }
      return Erasure(transcripts: there + Set(gone.map(\.name)).sorted(), cases: [name])
    }
  }
}
