import Model

/// Which codings lie in which units: one entry for each coding and each unit with which it shares a byte.
struct UnitIncidences {
  /// How many units there are, those without codings too.
  let unitCount: Int
  private(set) var units: [Int32] = []
  private(set) var codes: [Int32] = []

  /// - Parameter unit: cases, transcripts, turns or segments.
  init(of unit: CountUnit, in ground: CountingGround) {
    switch unit {
    case .cases:
      unitCount = ground.cases.count
      addCases(of: ground)
    case .transcripts:
      unitCount = ground.transcripts.count
      units = ground.codings.transcript
      codes = ground.codings.code
    case .turns:
      unitCount = ground.turns.count
      add(ground.codings, touching: ground.turns)
    case .segments:
      unitCount = ground.segments.count
      add(ground.codings, touching: ground.segments)
    case .codings, .words:
      preconditionFailure("codings and words are counted by CodingCounts and CoveredWords")
    }
  }

  private mutating func addCases(of ground: CountingGround) {
    let codings = ground.codings
    units.reserveCapacity(codings.count)
    codes.reserveCapacity(codings.count)
    for index in 0..<codings.count {
      let number = ground.caseOfTranscript[Int(codings.transcript[index])]
      guard number >= 0 else { continue }
      units.append(number)
      codes.append(codings.code[index])
    }
  }

  private mutating func add(_ codings: CodingColumns, touching grid: UnitColumns) {
    units.reserveCapacity(codings.count)
    codes.reserveCapacity(codings.count)
    forEachTouch(of: codings, on: grid) { coding, first, end in
      for unit in first..<end {
        units.append(Int32(unit))
        codes.append(codings.code[coding])
      }
    }
  }
}

/// Calls for each coding with the units, first to end, with which it shares a byte; not for a coding that touches none.
@inline(__always)
func forEachTouch(
  of codings: CodingColumns, on grid: UnitColumns, _ body: (_ coding: Int, _ first: Int, _ end: Int) -> Void
) {
  var first = 0
  for coding in 0..<codings.count {
    let transcript = codings.transcript[coding]
    let start = codings.start[coding]
    let stop = codings.end[coding]
    while first < grid.count,
      grid.transcript[first] < transcript || (grid.transcript[first] == transcript && grid.end[first] <= start)
    {
      first += 1
    }
    var end = first
    while end < grid.count, grid.transcript[end] == transcript, grid.start[end] < stop { end += 1 }
    if first < end, start < stop { body(coding, first, end) }
  }
}
