import GRDB
public import Model

/// The codings of a study for merging, one transcript after the other.
public final class CodingsOfCopy {
  private let db: Database
  private let transcripts: [String: Int64]

  init(_ db: Database) throws {
    self.db = db
    transcripts = Dictionary(try SideReading.transcripts(db).map { ($0.owner, $0.id) }) { first, _ in first }
  }

  /// Those of a transcript, by its name in the cells; none where it is not in the study.
  public func codings(of transcript: String) throws -> [MarkedCoding] {
    guard let id = transcripts[transcript] else { return [] }
    let select = try RawStatement(
      db,
      """
      SELECT g.start_byte, g.end_byte, c.key, k.name, g.guid, g.code_version FROM codings g
      JOIN codes c USING (code_id) JOIN coders k USING (coder_id) WHERE g.transcript_id = ?
      """)
    select.bind(1, id)
    var codings: [MarkedCoding] = []
    while try select.step() {
      codings.append(
        MarkedCoding(
          TextSpan(select.int(0), select.int(1)), code: select.text(2), coder: select.text(3),
          guid: select.withBytes(4) { MarkedCoding.GUID(bytes: $0) }, version: select.int(5)))
    }
    return codings
  }
}
