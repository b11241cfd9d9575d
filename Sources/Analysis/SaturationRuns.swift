/// How much a run of units adds to a base of units: the way of Guest, Namey & Chen, PLoS ONE 15 (2020) e0232076.
struct SaturationRuns: Equatable {
  /// A run after the base.
  struct Run: Equatable {
    /// The number of the first unit, from 1.
    let from: Int
    let to: Int
    /// Codes first seen in the run.
    let newCodes: Int
    /// New codes by the codes of the base; nil with a base without codes.
    let newInformation: Double?
  }

  let baseSize: Int
  let runLength: Int
  /// The codes in the base.
  let codesInBase: Int
  let runs: [Run]

  /// - Parameters:
  ///   - newCodes: for each unit in order how many codes occur for the first time.
  ///   - baseSize: 1 or more.
  ///   - runLength: 1 or more.
  init(newCodes: [Int], baseSize: Int, runLength: Int) {
    self.baseSize = baseSize
    self.runLength = runLength
    let inBase = newCodes.prefix(baseSize).reduce(0, +)
    codesInBase = inBase
    var runs: [Run] = []
    // No sum of the two numbers, which a person may have typed as large as they like.
    if baseSize < newCodes.count, runLength <= newCodes.count - baseSize {
      for first in baseSize...(newCodes.count - runLength) {
        let new = newCodes[first..<(first + runLength)].reduce(0, +)
        runs.append(
          Run(
            from: first + 1, to: first + runLength, newCodes: new,
            newInformation: inBase > 0 ? Double(new) / Double(inBase) : nil))
      }
    }
    self.runs = runs
  }

  /// How many units stand before the first run that adds at most the threshold; nil where no run does.
  func unitsAtSaturation(threshold: Double) -> Int? {
    runs.first { ($0.newInformation ?? .infinity) <= threshold }.map { $0.from - 1 }
  }

  /// Why there is no point of saturation.
  var whyNever: String {
    if runs.isEmpty { return "too few for a base of \(baseSize) and a run of \(runLength)" }
    return codesInBase == 0 ? "no code in the base" : "not reached"
  }
}
