import GRDB
public import Model

/// What a sample can be drawn of: units in an order that is the same in every copy of the study.
///
/// Transcripts stand by the digest of their text and segments by their numbers, whatever came in first and whatever it is
/// called.
public struct SamplingFrame: Equatable, Sendable {
  /// A transcript, or one of its segments.
  public struct Unit: Equatable, Sendable {
    /// An index into the members of the scope.
    public var transcript: Int32
    /// From 1; 0 stands for the whole transcript.
    public var segment: Int32
    /// Of a segment, in bytes.
    public var span: TextSpan
    /// An index into `strata`.
    public var stratum: Int32
  }

  /// What the units of each stratum have in each attribute, by name; several values have a stroke between them, and there is
  /// no text where nothing is known.
  public internal(set) var strata: [[String]] = []
  public internal(set) var units: [Unit] = []
}

extension StudyStore {
  /// The transcripts that pass a scope, or their segments that do, with the strata they belong to.
  ///
  /// - Parameter attributes: what makes the strata; for transcripts only what is known of them and of their cases counts.
  public func samplingFrame(_ scope: Scope, bySegments: Bool, by attributes: [String]) throws -> SamplingFrame {
    try read { db in
      let names = attributes.map(AttributeTable.folded)
      let answers = try Subjects(db, attributes: Set(names)).answers { subject in
        names.map { subject.values($0).joined(separator: "|") }
      }
      let index = Dictionary(scope.members.enumerated().map { ($1.id, Int32($0)) }) { first, _ in first }
      var strata = Strata()
      var units: [SamplingFrame.Unit] = []
      let select = try RawStatement(
        db,
        """
        SELECT s.number, s.start_byte, s.end_byte, coalesce(u.speaker_id, 0)
        FROM segments s JOIN turns u USING (turn_id) WHERE s.transcript_id = ? ORDER BY s.number
        """)
      for (id, _) in try SideReading.transcripts(db).sorted(by: { $0.owner < $1.owner }) {
        guard let transcript = index[id], let here = answers[id] else { continue }
        guard bySegments else {
          units.append(
            .init(transcript: transcript, segment: 0, span: TextSpan(0, 0), stratum: strata.number(of: here[0] ?? [])))
          continue
        }
        select.reset()
        select.bind(1, id)
        while try select.step() {
          let speaker = select.int64(3)
          guard scope.passes(id, speaker) else { continue }
          units.append(
            .init(
              transcript: transcript, segment: select.int32(0), span: TextSpan(select.int(1), select.int(2)),
              stratum: strata.number(of: here[speaker] ?? here[0] ?? [])))
        }
      }
      return strata.frame(of: units)
    }
  }
}

/// Strata as they are met, capitals and accents folded.
private struct Strata {
  private var numbers: [[String]: Int32] = [:]
  private var names: [[String]] = []
  private var folded: [[String]: Int32] = [:]

  mutating func number(of values: [String]) -> Int32 {
    if let known = numbers[values] { return known }
    let key = values.map(AttributeTable.folded)
    let number = folded[key] ?? Int32(names.count)
    if number == names.count { names.append(values) }
    folded[key] = number
    numbers[values] = number
    return number
  }

  /// With the strata in the order of their names.
  func frame(of units: [SamplingFrame.Unit]) -> SamplingFrame {
    let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    var place = [Int32](repeating: 0, count: names.count)
    for (new, old) in order.enumerated() { place[old] = Int32(new) }
    var frame = SamplingFrame()
    frame.strata = order.map { names[$0] }
    frame.units = units
    for unit in units.indices { frame.units[unit].stratum = place[Int(units[unit].stratum)] }
    return frame
  }
}
