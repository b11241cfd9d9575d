import Model

/// In which of the transcripts or cases, taken in order, each code occurs.
struct SaturationCurve: Equatable {
  /// The codes of each unit, each once, as slots.
  let codesOfUnit: [[Int32]]

  /// - Parameter codesOfUnit: slots of each unit in order; doubles are dropped.
  init(_ codesOfUnit: [[Int32]]) {
    self.codesOfUnit = codesOfUnit.map { codes in
      var seen: Set<Int32> = []
      return codes.filter { seen.insert($0).inserted }
    }
  }

  var unitCount: Int { codesOfUnit.count }

  /// For each unit how many codes occur in it for the first time.
  var newCodes: [Int] {
    var seen: Set<Int32> = []
    return codesOfUnit.map { codes in codes.count { seen.insert($0).inserted } }
  }

  /// How many units each code occurs in, codes that occur.
  var incidences: [Int] {
    var counts: [Int32: Int] = [:]
    for codes in codesOfUnit { for code in codes { counts[code, default: 0] += 1 } }
    return Array(counts.values).sorted()
  }

  /// How many codes are to be expected in one, two, three and more units drawn at random: the mean over all orders.
  ///
  /// Σ over codes of 1 - C(N - f, n) / C(N, n), where f units have the code. Hurlbert, Ecology 52 (1971) 577; for units that
  /// have a code or not, Colwell, Mao & Chang, Ecology 85 (2004) 2717.
  var rarefaction: [Double] {
    var numberOfCodes: [Int: Int] = [:]
    for count in incidences { numberOfCodes[count, default: 0] += 1 }
    var expected = [Double](repeating: 0, count: unitCount)
    for (f, codes) in numberOfCodes.sorted(by: { $0.key < $1.key }) {
      var absent = 1.0
      for n in 1...unitCount {
        let left = unitCount - n + 1
        absent *= max(0, Double(left - f) / Double(left))
        expected[n - 1] += Double(codes) * (1 - absent)
      }
    }
    return expected
  }
}
