import Foundation
import GRDB
import Model

/// Looks whether one transcript is as it was stored: its text, its units, and the codings on it.
struct TranscriptCheck {
  let id: Int64
  let name: String
  /// As the table of transcripts has them.
  let bytes: Int
  let digest: String
  let words: Int

  func findings(_ db: Database) throws -> [Finding] {
    var findings: [Finding] = []
    let read = try Text(of: id, db)
    if read.bytes.count != bytes || Digest.sha256(read.bytes) != digest {
      findings.append(Finding("The text of '\(name)' is not the text that was imported."))
    } else if read.words != words {
      findings.append(Finding("The number of words of '\(name)' is not that of its text.", .repair))
    }
    let codings = try misplaced("codings", on: read.bytes, db)
    if codings > 0 {
      let subject = codings == 1 ? "1 coding of '\(name)' is" : "\(codings) codings of '\(name)' are"
      findings.append(Finding("\(subject) no longer on the words that were coded."))
    }
    let memos = try misplaced("memos", on: read.bytes, db)
    if memos > 0 {
      let subject = memos == 1 ? "1 memo of '\(name)' is" : "\(memos) memos of '\(name)' are"
      findings.append(Finding("\(subject) no longer on the words it was written about."))
    }
    if try !packedFits(db) {
      findings.append(Finding("The packed codings of '\(name)' are not its codings.", .repair))
    }
    if !read.isCovered || read.end != bytes {
      findings.append(Finding("The segments of '\(name)' do not cover its text."))
    }
    if try !turnsCover(db) { findings.append(Finding("The turns of '\(name)' do not cover its text.")) }
    return findings + (findings.isEmpty ? try checkPlaces(db) : [])
  }

  /// The segments of a transcript, joined.
  struct Text {
    var bytes: [UInt8] = []
    /// Those that count, labels left out.
    var words = 0
    var isCovered = true
    var end = 0

    init(of id: Int64, _ db: Database) throws {
      let select = try RawStatement(
        db,
        "SELECT start_byte, end_byte, label_characters, text FROM segments WHERE transcript_id = ? ORDER BY number")
      select.bind(1, id)
      while try select.step() {
        let (start, end) = (select.int(0), select.int(1))
        select.withBytes(3) { text in
          isCovered = isCovered && start == self.end && end &- start == text.count
          words += SpokenWords.count(in: text, from: Self.offset(ofCharacter: select.int(2), in: text))
          bytes.append(contentsOf: text)
        }
        self.end = end
      }
    }

    private static func offset(ofCharacter number: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
      var left = number
      var at = 0
      while at < text.count {
        if text[at] & 0xC0 != 0x80 {
          guard left > 0 else { break }
          left -= 1
        }
        at += 1
      }
      return at
    }
  }

  /// How many rows of a table of passages do not stand on the words they stood on.
  private func misplaced(_ table: String, on text: [UInt8], _ db: Database) throws -> Int {
    let select = try RawStatement(
      db, "SELECT start_byte, end_byte, quote_hash FROM \(table) WHERE transcript_id = ? AND start_byte IS NOT NULL")
    select.bind(1, id)
    var wrong = 0
    while try select.step() {
      let span = (select.int(0), select.int(1))
      let fits = span.0 >= 0 && span.0 < span.1 && span.1 <= text.count
      if !fits || Digest.quote(text[span.0..<span.1]) != select.int64(2) { wrong += 1 }
    }
    return wrong
  }

  private func packedFits(_ db: Database) throws -> Bool {
    let packed = try Data.fetchOne(
      db, sql: "SELECT columns FROM packed_codings WHERE transcript_id = ?", arguments: [id])
    guard let packed else { return true }
    return try PackedCodings(db).columns(of: id).withUnsafeBytes { packed.elementsEqual($0) }
  }

  private func turnsCover(_ db: Database) throws -> Bool {
    let select = try RawStatement(
      db, "SELECT start_byte, end_byte FROM turns WHERE transcript_id = ? ORDER BY number")
    select.bind(1, id)
    var position = 0
    while try select.step() {
      guard select.int(0) == position else { return false }
      position = select.int(1)
    }
    return position == bytes
  }

  /// What lies inside what: of a text that is whole, this can only be wrong where somebody else wrote in the file.
  private func checkPlaces(_ db: Database) throws -> [Finding] {
    let questions = [
      (
        """
        SELECT 1 FROM segments s LEFT JOIN turns u USING (turn_id) WHERE s.transcript_id = ?1
          AND (u.transcript_id IS NOT ?1 OR s.start_byte < u.start_byte OR s.end_byte > u.end_byte)
        """, "A segment of '\(name)' does not lie in its turn."
      ),
      (
        """
        SELECT 1 FROM turns u LEFT JOIN speakers p USING (speaker_id)
        WHERE u.transcript_id = ?1 AND u.speaker_id IS NOT NULL AND p.transcript_id IS NOT ?1
        """, "A turn of '\(name)' is said by somebody who is not among its speakers."
      ),
      (
        """
        SELECT 1 FROM turns WHERE transcript_id = ?1 AND words_byte NOT BETWEEN start_byte AND end_byte
        UNION ALL SELECT 1 FROM pages WHERE transcript_id = ?1 AND start_byte NOT BETWEEN 0 AND \(bytes)
        """, "A turn or a page of '\(name)' begins outside of it."
      ),
    ]
    return try questions.compactMap { sql, what in
      try Int.fetchOne(db, sql: sql + " LIMIT 1", arguments: [id]) == nil ? nil : Finding(what)
    }
  }
}
