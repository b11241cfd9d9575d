import GRDB
import Model

/// The codings of one transcript after the other, for the digest of the content.
///
/// No object and no string a row: a study has millions of them. They are read from the index, which holds all of it.
struct CodingLists {
  private let db: Database
  private let codes: Dense
  private let coders: Dense

  /// `codes` and `coders` give for a number in the file the place in its list.
  init(_ db: Database, codes: Dense, coders: Dense) {
    self.db = db
    self.codes = codes
    self.coders = coders
  }

  /// Adds a list for each transcript, by name.
  func add(to digest: RunningDigest) throws {
    let transcripts = try RawStatement(db, "SELECT transcript_id FROM transcripts ORDER BY name")
    let codings = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, code_id, coder_id FROM codings
      WHERE transcript_id = ? ORDER BY start_byte, end_byte
      """)
    while try transcripts.step() {
      codings.reset()
      codings.bind(1, transcripts.int64(0))
      try add(codings, to: digest)
    }
  }

  /// Those on one span are put in order here: the file has them by the numbers of codes and coders.
  private func add(_ codings: borrowing RawStatement, to digest: RunningDigest) throws {
    var span: (start: Int64, end: Int64) = (-1, -1)
    var together: [(code: Int32, coder: Int32)] = []
    func close() {
      if together.count > 1 { together.sort { $0 < $1 } }
      for coding in together {
        digest.add(span.start)
        digest.add(span.end)
        digest.add(Int64(coding.code))
        digest.add(Int64(coding.coder))
      }
      together.removeAll(keepingCapacity: true)
    }
    while try codings.step() {
      let next = (codings.int64(0), codings.int64(1))
      if next != span {
        close()
        span = next
      }
      together.append((codes[codings.int(2)], coders[codings.int(3)]))
    }
    close()
    digest.endList()
  }
}
