import Model

@testable import Analysis

/// The definitions word for word, with sets: what the fast counts must equal.
struct SlowCounts {
  let ground: CountingGround
  let tree: CodeTree
  /// For each code the codings that count for it: its own and those of the codes below.
  private let codings: [[[Int32]]]

  init(ground: CountingGround, tree: CodeTree) {
    self.ground = ground
    self.tree = tree
    let rows = ground.codings.rows
    codings = (0..<tree.count).map { code in
      let family = Set(tree.family(of: code))
      return rows.filter { family.contains(Int($0[3])) }
    }
  }

  /// The units, as lists of numbers that name them.
  func units(_ unit: CountUnit) -> Set<[Int]> {
    switch unit {
    case .cases: Set(ground.cases.indices.map { [$0] })
    case .transcripts: Set(ground.transcripts.indices.map { [$0] })
    case .turns: Set((0..<ground.turns.count).map { [$0] })
    case .segments: Set((0..<ground.segments.count).map { [$0] })
    case .codings: Set(ground.codings.rows.map { $0[..<4].map(Int.init) })
    case .words:
      Set(ground.wordStarts.enumerated().flatMap { transcript, words in words.map { [transcript, Int($0)] } })
    }
  }

  /// The units that have the code or one below it.
  func units(_ unit: CountUnit, with code: Int) -> Set<[Int]> {
    units(unit).filter { number in codings[code].contains { lies($0, in: number, unit) } }
  }

  private func lies(_ coding: [Int32], in number: [Int], _ unit: CountUnit) -> Bool {
    switch unit {
    case .cases: Int(ground.caseOfTranscript[Int(coding[0])]) == number[0]
    case .transcripts: Int(coding[0]) == number[0]
    case .turns: touches(coding, ground.turns, number[0])
    case .segments: touches(coding, ground.segments, number[0])
    case .codings: coding[..<4].map(Int.init) == number
    case .words: Int(coding[0]) == number[0] && Int(coding[1]) <= number[1] && number[1] < Int(coding[2])
    }
  }

  private func touches(_ coding: [Int32], _ grid: UnitColumns, _ unit: Int) -> Bool {
    coding[0] == grid.transcript[unit] && span(coding).overlaps(TextSpan(Int(grid.start[unit]), Int(grid.end[unit])))
  }

  private func span(_ coding: [Int32]) -> TextSpan { TextSpan(Int(coding[1]), Int(coding[2])) }

  /// The distinct spans of a family: transcript, start, end.
  func spans(of code: Int) -> Set<[Int32]> {
    Set(codings[code].map { Array($0[..<3]) })
  }

  /// Pairs of two different codings, one of each code; in a family a span is one coding and a pair is counted once.
  func pairs(_ a: Int, _ b: Int, _ level: CooccurrenceLevel) -> Int {
    let related = tree.lineage(of: a).contains(b) || tree.lineage(of: b).contains(a)
    var ordered = 0
    var unordered: Set<Set<[Int32]>> = []
    for x in spans(of: a) {
      for y in spans(of: b) where meet(x, y, level) {
        ordered += 1
        if x != y { unordered.insert([x, y]) }
      }
    }
    return related ? unordered.count : ordered
  }

  private func meet(_ x: [Int32], _ y: [Int32], _ level: CooccurrenceLevel) -> Bool {
    guard x[0] == y[0] else { return false }
    switch level {
    case .exact: return x == y
    case .within(let borders):
      let far = positions(x)
      return positions(y).contains { here in far.contains { abs($0 - here) <= borders } }
    default: return span(x).overlaps(span(y))
    }
  }

  private func positions(_ coding: [Int32]) -> [Int] {
    (0..<ground.segments.count).filter { touches(coding, ground.segments, $0) }.map {
      Int(ground.segments.position[$0])
    }
  }
}
