/// Codings as parallel arrays, sorted by transcript, start, end.
///
/// Numbers are indices into the ground and the code tree.
public struct CodingColumns: Equatable, Sendable {
  public var transcript: [Int32] = []
  /// UTF-8 bytes, end exclusive.
  public var start: [Int32] = []
  public var end: [Int32] = []
  public var code: [Int32] = []
  public var coder: [Int32] = []

  public init() {}

  public var count: Int { code.count }

  public mutating func append(transcript t: Int32, start s: Int32, end e: Int32, code c: Int32, coder by: Int32) {
    transcript.append(t)
    start.append(s)
    end.append(e)
    code.append(c)
    coder.append(by)
  }

  public mutating func reserve(_ rows: Int) {
    transcript.reserveCapacity(rows)
    start.reserveCapacity(rows)
    end.reserveCapacity(rows)
    code.reserveCapacity(rows)
    coder.reserveCapacity(rows)
  }

  /// Gives each row another start, and puts them in order again.
  public mutating func begin(at starts: [Int32]) {
    guard starts != start else { return }
    start = starts
    let order = code.indices.sorted {
      (transcript[$0], start[$0], end[$0], $0) < (transcript[$1], start[$1], end[$1], $1)
    }
    transcript = order.map { transcript[$0] }
    start = order.map { start[$0] }
    end = order.map { end[$0] }
    code = order.map { code[$0] }
    coder = order.map { coder[$0] }
  }
}

/// Segments or turns as parallel arrays, sorted by transcript and start; they do not overlap.
public struct UnitColumns: Equatable, Sendable {
  public var transcript: [Int32] = []
  /// UTF-8 bytes, end exclusive.
  public var start: [Int32] = []
  public var end: [Int32] = []
  /// The number of the unit in its whole transcript, from 0, those left out by a filter counted too.
  public var position: [Int32] = []

  public init() {}

  public var count: Int { start.count }

  public mutating func append(transcript t: Int32, start s: Int32, end e: Int32, position p: Int32) {
    transcript.append(t)
    start.append(s)
    end.append(e)
    position.append(p)
  }
}

/// What an analysis counts on, after the filter: no object and no string a row.
///
/// A unit that the filter leaves out is absent; a coding is present when it touches a segment that passed.
public struct CountingGround: Equatable, Sendable {
  /// The cases that pass, those without transcripts too where the filter speaks of cases only.
  public var cases: [String] = []
  /// The transcripts that pass.
  public var transcripts: [String] = []
  /// For each transcript its case, -1 without one.
  public var caseOfTranscript: [Int32] = []
  public var segments = UnitColumns()
  public var turns = UnitColumns()
  public var codings = CodingColumns()
  /// For each code how many distinct codings it has of its own, where only that was read: `codings` are not there then.
  public var distinctCodings: [Int]?
  public var coders: [String] = []
  /// All segments of the transcripts that were read, where passages are looked for.
  public var surroundings = UnitColumns()
  /// For each transcript the byte offsets at which the words of its passing segments begin, ascending; empty unless words are counted.
  public var wordStarts: [[Int32]] = []

  public init() {}
}

/// What a number counts.
public enum CountUnit: String, CaseIterable, Sendable {
  case cases, transcripts, turns, segments, codings, words
}
