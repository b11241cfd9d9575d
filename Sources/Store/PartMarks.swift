import GRDB
import Model

/// Digests of how a transcript is divided, by which merging sees whether two copies divide it in the same way.
struct PartMarks: ~Copyable {
  struct Marks {
    /// Of where turns begin and end, and their times.
    var frame: String
    /// Of who has which turn.
    var turns: String
    /// Of the unit and the segments.
    var cut: String
    /// Those who have a turn, each once.
    var voices: [String]
  }

  private let turns: RawStatement
  private let segments: RawStatement

  init(_ db: Database) throws {
    let turns = try RawStatement(
      db,
      """
      SELECT u.start_byte, u.end_byte, u.words_byte, u.seconds, s.name FROM turns u
      LEFT JOIN speakers s ON s.speaker_id = u.speaker_id WHERE u.transcript_id = ? ORDER BY u.start_byte
      """)
    let segments = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, label_characters FROM segments
      WHERE segment_id BETWEEN ?1 * \(Schema.segmentsOfOneTranscript) AND (?1 + 1) * \(Schema.segmentsOfOneTranscript) - 1
      ORDER BY segment_id
      """)
    self.turns = turns
    self.segments = segments
  }

  borrowing func marks(of transcript: Int64, unit: String) throws -> Marks {
    let (frame, who, cut) = (RunningDigest(), RunningDigest(), RunningDigest())
    var voices: [String] = []
    var heard: Set<String> = []
    turns.reset()
    turns.bind(1, transcript)
    while try turns.step() {
      for column in 0..<3 { frame.add(turns.int64(Int32(column))) }
      frame.add(turns.isNull(3) ? RunningDigest.nothing : Int64(bitPattern: turns.double(3).bitPattern))
      who.add(4, of: turns)
      if let name = turns.optionalText(4), heard.insert(name).inserted { voices.append(name) }
    }
    cut.add(unit)
    segments.reset()
    segments.bind(1, transcript)
    while try segments.step() { for column in 0..<3 { cut.add(segments.int64(Int32(column))) } }
    return Marks(frame: frame.finished(), turns: who.finished(), cut: cut.finished(), voices: voices)
  }
}
