public import Model

/// A ground split by the values of attributes of its cases or transcripts, in one pass over its arrays.
///
/// What has several values stands in several parts; what has none in a last part, `missing`.
public struct GroundPartition: Sendable {
  public struct Part: Equatable, Sendable {
    public var value: String
    public var ground: CountingGround
    /// Whether this is what has no value.
    public var isMissing = false

    public init(value: String, ground: CountingGround, isMissing: Bool = false) {
      self.value = value
      self.ground = ground
      self.isMissing = isMissing
    }
  }

  /// The values in order, `missing` last; of two attributes their combinations that occur.
  public let parts: [Part]

  /// Parts that were made otherwise.
  public init(_ parts: [Part]) { self.parts = parts }

  /// Splits by one attribute.
  ///
  /// A case without transcripts goes with its own value; of an attribute of transcripts it is in no part.
  public init(_ ground: CountingGround, by column: AttributeColumn) {
    let groups = column.values.count
    let transcripts = ground.caseOfTranscript.indices.map { transcript -> [Int32] in
      let subject = column.level == .cases ? Int(ground.caseOfTranscript[transcript]) : transcript
      return Self.groups(subject < 0 ? [] : column[subject], missing: groups)
    }
    var cases = [[Int32]](repeating: [], count: ground.cases.count)
    if column.level == .cases {
      for number in cases.indices { cases[number] = Self.groups(column[number], missing: groups) }
    } else {
      for (transcript, number) in ground.caseOfTranscript.enumerated() where number >= 0 {
        for group in transcripts[transcript] where !cases[Int(number)].contains(group) {
          cases[Int(number)].append(group)
        }
      }
    }
    var grounds = Self.split(ground, cases: cases, transcripts: transcripts, into: groups + 1)
    let last = grounds.removeLast()
    var parts = zip(column.values, grounds).map { Part(value: $0, ground: $1) }
    if !last.isEmpty {
      parts.append(Part(value: Self.nameOfMissing(besides: column.values), ground: last, isMissing: true))
    }
    self.parts = parts
  }

  /// Splits by two attributes: `po / ja` for each combination that occurs, and `po / missing` where one is not known.
  public init(_ ground: CountingGround, by first: AttributeColumn, and second: AttributeColumn) {
    let level = max(first.level, second.level)
    func brought(_ column: AttributeColumn) -> AttributeColumn {
      column.level == level ? column : column.mapped(through: ground.caseOfTranscript)
    }
    let (one, other) = (brought(first), brought(second))
    let names = [one, other].map { $0.values + [Self.nameOfMissing(besides: $0.values)] }
    let width = names[1].count
    let pairs = (0..<one.count).map { subject in
      Self.groups(one[subject], missing: names[0].count - 1).flatMap { left in
        Self.groups(other[subject], missing: width - 1).map { left * Int32(width) + $0 }
      }
    }
    let occurring = Set(pairs.joined()).sorted()
    let place = Dictionary(uniqueKeysWithValues: occurring.enumerated().map { ($1, Int32($0)) })
    let crossed = AttributeColumn(
      name: "\(one.name) / \(other.name)", level: level,
      values: occurring.map { "\(names[0][Int($0) / width]) / \(names[1][Int($0) % width])" },
      answers: pairs.map { $0.compactMap { place[$0] } })
    parts = GroundPartition(ground, by: crossed).parts.enumerated().map { number, part in
      var part = part
      if number < occurring.count {
        let pair = Int(occurring[number])
        part.isMissing = pair / width == names[0].count - 1 || pair % width == width - 1
      }
      return part
    }
  }

  /// `missing`, or a like name that no value has.
  public static func nameOfMissing(besides values: [String]) -> String {
    var name = "missing"
    while values.contains(name) { name += "_" }
    return name
  }

  private static func groups(_ values: ArraySlice<Int32>, missing: Int) -> [Int32] {
    values.isEmpty ? [Int32(missing)] : Array(values)
  }

  /// Hands every case, transcript and what lies in it to its groups; time grows with what is handed on.
  static func split(
    _ ground: CountingGround, cases: [[Int32]], transcripts: [[Int32]], into count: Int
  ) -> [CountingGround] {
    var parts = [CountingGround](repeating: CountingGround(), count: count)
    for part in parts.indices { parts[part].coders = ground.coders }
    var numberIn = [[Int32]](repeating: [], count: ground.cases.count)
    for (number, groups) in cases.enumerated() {
      for group in groups {
        numberIn[number].append(Int32(parts[Int(group)].cases.count))
        parts[Int(group)].cases.append(ground.cases[number])
      }
    }
    var place = TranscriptRanges(ground)
    for transcript in ground.transcripts.indices {
      let ranges = place.next(Int32(transcript))
      let number = ground.caseOfTranscript[transcript]
      for group in transcripts[transcript] {
        let at = number < 0 ? nil : cases[Int(number)].firstIndex(of: group)
        let caseNumber = at.map { numberIn[Int(number)][$0] } ?? -1
        parts[Int(group)].append(transcript, of: ground, ranges, caseNumber: caseNumber)
      }
    }
    return parts
  }
}

/// Where the segments, turns and codings of each transcript lie; asked in order.
struct TranscriptRanges {
  struct Ranges {
    let segments: Range<Int>
    let turns: Range<Int>
    let codings: Range<Int>
  }

  private let ground: CountingGround
  private var segment = 0
  private var turn = 0
  private var coding = 0

  init(_ ground: CountingGround) { self.ground = ground }

  mutating func next(_ transcript: Int32) -> Ranges {
    func end(_ from: Int, _ column: [Int32]) -> Int {
      var at = from
      while at < column.count, column[at] <= transcript { at += 1 }
      return at
    }
    let from = (segment, turn, coding)
    segment = end(segment, ground.segments.transcript)
    turn = end(turn, ground.turns.transcript)
    coding = end(coding, ground.codings.transcript)
    return Ranges(segments: from.0..<segment, turns: from.1..<turn, codings: from.2..<coding)
  }
}

extension CountingGround {
  var isEmpty: Bool { cases.isEmpty && transcripts.isEmpty }

  fileprivate mutating func append(
    _ transcript: Int, of other: CountingGround, _ ranges: TranscriptRanges.Ranges, caseNumber: Int32
  ) {
    let number = Int32(transcripts.count)
    transcripts.append(other.transcripts[transcript])
    caseOfTranscript.append(caseNumber)
    if !other.wordStarts.isEmpty { wordStarts.append(other.wordStarts[transcript]) }
    segments.append(ranges.segments, of: other.segments, as: number)
    turns.append(ranges.turns, of: other.turns, as: number)
    let rows = ranges.codings
    codings.transcript.append(contentsOf: repeatElement(number, count: rows.count))
    codings.start.append(contentsOf: other.codings.start[rows])
    codings.end.append(contentsOf: other.codings.end[rows])
    codings.code.append(contentsOf: other.codings.code[rows])
    codings.coder.append(contentsOf: other.codings.coder[rows])
  }
}

extension UnitColumns {
  fileprivate mutating func append(_ rows: Range<Int>, of other: UnitColumns, as number: Int32) {
    transcript.append(contentsOf: repeatElement(number, count: rows.count))
    start.append(contentsOf: other.start[rows])
    end.append(contentsOf: other.end[rows])
    position.append(contentsOf: other.position[rows])
  }
}
