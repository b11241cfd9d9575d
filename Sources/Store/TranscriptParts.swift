import GRDB
import Model

/// The speakers, turns and segments of one transcript after the other, for the digest of the content.
///
/// No object and no string a row: a study has millions of them.
struct TranscriptParts: ~Copyable {
  private let attributes: ContentDigest.Attributes
  private let speakers: RawStatement
  private let turns: RawStatement
  private let segments: RawStatement

  init(_ db: Database) throws {
    // All are made before one is kept: what cannot be copied cannot be half there.
    let attributes = try ContentDigest.Attributes(db, of: .speakers)
    let speakers = try RawStatement(
      db, "SELECT name, role, speaker_id FROM speakers WHERE transcript_id = ? ORDER BY name")
    let turns = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, words_byte, speaker_id, seconds FROM turns
      WHERE transcript_id = ? ORDER BY start_byte
      """)
    // Numbers of segments begin with that of their transcript: the table is read where it stands, without the index.
    let segments = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, label_characters FROM segments
      WHERE segment_id BETWEEN ?1 * \(Schema.segmentsOfOneTranscript) AND (?1 + 1) * \(Schema.segmentsOfOneTranscript) - 1
      ORDER BY segment_id
      """)
    self.attributes = attributes
    self.speakers = speakers
    self.turns = turns
    self.segments = segments
  }

  borrowing func add(of transcript: Int64, to digest: RunningDigest) throws {
    let places = try addSpeakers(of: transcript, to: digest)
    try addTurns(of: transcript, places, to: digest)
    try addSegments(of: transcript, to: digest)
  }

  /// For each speaker the place in the list of names.
  private borrowing func addSpeakers(of transcript: Int64, to digest: RunningDigest) throws -> [Int64: Int64] {
    speakers.reset()
    speakers.bind(1, transcript)
    var places: [Int64: Int64] = [:]
    while try speakers.step() {
      digest.add(0, of: speakers)
      digest.add(1, of: speakers)
      try attributes.add(of: speakers.int64(2), to: digest)
      places[speakers.int64(2)] = Int64(places.count)
    }
    digest.endList()
    return places
  }

  private borrowing func addTurns(
    of transcript: Int64, _ places: [Int64: Int64], to digest: RunningDigest
  ) throws {
    turns.reset()
    turns.bind(1, transcript)
    while try turns.step() {
      for column in 0..<3 { digest.add(turns.int64(Int32(column))) }
      digest.add(turns.isNull(3) ? RunningDigest.nothing : places[turns.int64(3)] ?? RunningDigest.nothing)
      // -1 is no time: as bits it is no number at all.
      digest.add(turns.isNull(4) ? RunningDigest.nothing : Int64(bitPattern: turns.double(4).bitPattern))
    }
    digest.endList()
  }

  private borrowing func addSegments(of transcript: Int64, to digest: RunningDigest) throws {
    segments.reset()
    segments.bind(1, transcript)
    while try segments.step() { for column in 0..<3 { digest.add(segments.int64(Int32(column))) } }
    digest.endList()
  }
}
