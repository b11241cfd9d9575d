/// Krippendorff's alpha for coders who find the units themselves: where they mark, and with what.
///
/// Krippendorff, Mathet, Bouvry & Widlöcher, Quality & Quantity 50 (2016) 2347; Krippendorff, Content Analysis, 4th ed.
/// (2019) 12.6. φ is what nobody's unit covers. l_ck are characters that one coder gave the value c and another k, over
/// ordered pairs, by m - 1; e_ck what chance would give.
struct UnitizingAlpha {
  private let line: UnitizedLine
  /// For each code its own characters, and those of all codes joined.
  private let marked: [MarkedCharacters]
  private let joined: MarkedCharacters
  private let isOverlapping: Undefined?
  /// Without gaps: for each code l_k., and C_k of its units.
  private var meeting: [Double]
  private var meetingSquares: [Double]
  /// Their sums over the codes.
  private var allMeeting = 0.0
  private var allSquares = 0.0
  private var undefinedMeeting: Undefined?

  /// - Parameter goingOn: asked for each code and each unit; what it throws ends the work.
  init(_ line: UnitizedLine, goingOn: () throws -> Void) throws {
    self.line = line
    marked = try (0..<line.codeCount).map { code in
      try goingOn()
      return MarkedCharacters(line.units(of: code), coderCount: line.coderCount)
    }
    isOverlapping = line.overlap.map { .overlappingCodes(coder: $0.coder, spans: $0.count) }
    joined = MarkedCharacters(isOverlapping == nil ? line.units : [], coderCount: line.coderCount)
    meeting = Array(repeating: 0, count: line.codeCount)
    meetingSquares = meeting
    if refusal == nil { try meet(goingOn) }
  }

  /// The sum of all coincidences: coders times characters.
  private var whole: Double { Double(line.coderCount) * Double(line.length) }

  private var refusalForAll: Undefined? {
    if line.coderCount < 2 { return .fewerThanTwoCoders(line.coderCount) }
    return line.length == 0 ? .noCharacters : nil
  }

  /// Why statistics over all codes have no value, if so.
  var refusal: Undefined? { refusalForAll ?? isOverlapping }

  /// Adds up, for each unit and each other coder, how much of the unit that coder marked at all.
  private mutating func meet(_ goingOn: () throws -> Void) throws {
    let others = Double(line.coderCount - 1)
    let covers = line.unitsByCoder.map(Cover.init)
    for unit in line.units {
      try goingOn()
      for (coder, cover) in covers.enumerated() where coder != unit.coder {
        let shared = Double(cover.characters(unit.start, unit.end))
        meeting[unit.code] += shared / others
        meetingSquares[unit.code] += shared * shared / others
      }
    }
    allMeeting = meeting.reduce(0, +)
    allSquares = meetingSquares.reduce(0, +)
    let used = meeting.indices.filter { meeting[$0] > 0 }
    switch used.count {
    case 0: undefinedMeeting = .nothingMeets
    case 1: undefinedMeeting = .onlyOneMeets(code: used[0])
    default:
      let room = allMeeting * allMeeting - allSquares
      undefinedMeeting = room > allMeeting * allMeeting * 1e-12 ? nil : .nothingToCompare
    }
  }

  /// The pairs of characters where units meet that chance could have put together.
  private var pairsMeeting: Double { allMeeting - allSquares / allMeeting }

  /// u: all values and φ.
  var all: Coefficient {
    if let refusal { return .undefined(refusal, n: Double(line.length)) }
    return alpha(marked)
  }

  /// |u: marked or not.
  var bar: Coefficient {
    if let refusal { return .undefined(refusal, n: Double(line.length)) }
    return alpha([joined])
  }

  /// u of one code alone.
  func binary(_ code: Int) -> Coefficient {
    if let refusalForAll { return .undefined(refusalForAll, n: Double(line.length)) }
    return alpha([marked[code]])
  }

  private func alpha(_ values: [MarkedCharacters]) -> Coefficient {
    let n = Double(line.length)
    let total = values.reduce(0) { $0 + $1.total }
    let gaps = whole - total
    let squares = values.reduce(0) { $0 + $1.squares } + gaps
    let used = values.count { $0.total > 0 } + (gaps > 0 ? 1 : 0)
    guard used > 1 else { return .undefined(total > 0 ? .allMarkedAlike : .nothingMarked, n: n) }
    // Both gaps: all characters, less those that one or the other marked.
    let pairs = Double(line.coderCount - 1)
    let joined = values.count == 1 ? values[0] : self.joined
    let bothGaps = whole - 2 * joined.total + joined.allTogether / pairs
    let alike = values.reduce(bothGaps) { $0 + $1.coincidence }
    let unlike = whole * whole - squares
    guard unlike > 0 else { return .undefined(.nothingToCompare, n: n) }
    let expected = values.reduce(gaps * gaps - gaps) { $0 + $1.total * $1.total - $1.squares } * whole / unlike
    return .value(1 - (whole - alike) / (whole - expected), n: n)
  }

  /// cu: of the values where units of two coders meet, gaps aside.
  var coded: Coefficient {
    if let refusal { return .undefined(refusal, n: Double(line.length)) }
    if let undefined = undefinedMeeting { return .undefined(undefined, n: Double(line.length)) }
    let alike = marked.reduce(0) { $0 + $1.coincidence }
    let expected = zip(meeting, meetingSquares).reduce(0) { $0 + $1.0 * $1.0 - $1.1 } / pairsMeeting
    return .value(1 - (allMeeting - alike) / (allMeeting - expected), n: Double(line.length))
  }

  /// How much of the line cu rests on.
  var codedCoverage: Coefficient {
    if let refusal { return .undefined(refusal, n: Double(line.length)) }
    return .value(allMeeting / whole, n: Double(line.length))
  }

  /// (k)u: of one value, where its units meet those of another coder.
  func value(_ code: Int) -> Coefficient {
    if let refusal { return .undefined(refusal, n: Double(line.length)) }
    guard meeting[code] > 0 else { return .undefined(.meetsNothing(code: code), n: Double(line.length)) }
    if let undefined = undefinedMeeting { return .undefined(undefined, n: Double(line.length)) }
    let expectedAlike = (meeting[code] * meeting[code] - meetingSquares[code]) / pairsMeeting
    let expected = (meeting[code] * allMeeting - meetingSquares[code]) / pairsMeeting
    let observed = meeting[code] - marked[code].coincidence
    return .value(
      1 - expected / meeting[code] * observed / (expected - expectedAlike), n: Double(line.length))
  }

  /// How much of what is marked with the value meets a unit of another coder.
  func valueCoverage(_ code: Int) -> Coefficient {
    if let refusal { return .undefined(refusal, n: Double(line.length)) }
    guard marked[code].total > 0 else { return .undefined(.nothingMarked, n: Double(line.length)) }
    return .value(meeting[code] / marked[code].total, n: Double(line.length))
  }

  /// Cohen's kappa over the characters of one code for a pair of coders.
  func characterKappa(_ code: Int, _ first: Int, _ second: Int) -> Coefficient {
    marked[code].kappa(first, second, length: line.length)
  }
}

/// What one coder marked, for asking how much of a span that is.
private struct Cover {
  private var starts: [Int] = []
  private var ends: [Int] = []
  /// Characters marked before each unit.
  private var before = [0]

  /// - Parameter units: by start, none overlapping another.
  init(_ units: [UnitizedLine.Unit]) {
    for unit in units {
      starts.append(unit.start)
      ends.append(unit.end)
      before.append(before[before.count - 1] + unit.end - unit.start)
    }
  }

  func characters(_ start: Int, _ end: Int) -> Int { upTo(end) - upTo(start) }

  private func upTo(_ place: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : before[low - 1] + min(place, ends[low - 1]) - starts[low - 1]
  }
}
