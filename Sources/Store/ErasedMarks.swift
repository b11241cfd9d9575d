import Foundation
import GRDB
public import Model

/// By what transcripts and cases are known again that were erased for good: digests that tell nothing of them.
///
/// A transcript is known by its own mark, by its name with its text, and by its text alone where that is long enough
/// not to be said by two. All are digested with the study's mark, which every copy of the study shares.
public struct ErasedMarks: Sendable {
  private let study: String
  private let marks: Set<String>

  public var isEmpty: Bool { marks.isEmpty }

  /// In bytes; a shorter text, as an answer in a survey, is given by several.
  private static let ownText = 200

  init(_ db: Database) throws {
    study = try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = 'guid'") ?? ""
    marks = try String.fetchSet(db, sql: "SELECT mark FROM erased_marks")
  }

  private func mark(_ kind: String, _ what: String...) -> String {
    Digest.sha256(Array(([study, kind] + what).joined(separator: StudyCell.separator).utf8))
  }

  public func knows(name: String) -> Bool { marks.contains(mark("name", name)) }

  public func knows(caseName: String) -> Bool { marks.contains(mark("case", caseName)) }

  /// - Parameter digest: the SHA-256 of the text.
  public func knows(transcript name: String, guid: String?, digest: String) -> Bool {
    !isEmpty
      && (marks.contains(mark("said", name, digest)) || marks.contains(mark("text", digest))
        || guid.map { marks.contains(mark("transcript", $0)) } ?? false)
  }

  /// The names of those transcripts that were erased.
  public func names(among transcripts: [Transcript]) -> Set<String> {
    guard !isEmpty else { return [] }
    return Set(
      transcripts.filter {
        let name = $0.name.precomposedStringWithCanonicalMapping
        return knows(transcript: name, guid: nil, digest: Digest.sha256(Array($0.text.utf8)))
      }.map(\.name)
    )
  }

  /// Keeps by what that is known again which an act erases; before it goes.
  func keep(_ rows: ErasedRows, act: Int, in db: Database) throws {
    var new = rows.erasure.transcripts.map { mark("name", $0) } + rows.erasure.cases.map { mark("case", $0) }
    let there = try Row.fetchAll(
      db,
      sql: """
        SELECT name, guid, text_sha256, bytes FROM transcripts WHERE transcript_id IN (\(ErasedRows.list(rows.transcripts)))
        """
    ).map { RemovedRows.Transcript(number: "", name: $0[0], guid: $0[1], digest: $0[2], bytes: $0[3]) }
    for transcript in there + rows.gone {
      new += marks(of: transcript.name, transcript.guid, transcript.digest)
      if transcript.bytes < Self.ownText { new.removeLast() }
    }
    for mark in new {
      try db.execute(sql: "INSERT OR IGNORE INTO erased_marks (mark, act_id) VALUES (?, ?)", arguments: [mark, act])
    }
  }

  private func marks(of name: String, _ guid: String, _ digest: String) -> [String] {
    [mark("transcript", guid), mark("said", name, digest), mark("text", digest)]
  }

  /// Forgets a transcript that came in again because a person wants it.
  func forget(_ name: String, guid: String, digest: String, in db: Database) throws {
    guard knows(transcript: name, guid: guid, digest: digest) else { return }
    for mark in marks(of: name, guid, digest) + [mark("name", name)] {
      try db.execute(sql: "DELETE FROM erased_marks WHERE mark = ?", arguments: [mark])
    }
  }
}

extension StudyStore {
  public func erasedMarks() throws -> ErasedMarks { try read { db in try ErasedMarks(db) } }
}
