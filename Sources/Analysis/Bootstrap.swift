/// Percentile intervals from resamples of the units, drawn with replacement.
///
/// Efron, Annals of Statistics 7 (1979) 1; Efron & Tibshirani, An Introduction to the Bootstrap (1993) chapter 13.
struct Bootstrap: Equatable, Sendable {
  static let level = 0.95
  var resamples: Int
  var seed: UInt64

  /// What the resamples say of one statistic.
  struct Interval: Equatable {
    var low: Double
    var high: Double
    /// The standard deviation of the statistic over the resamples.
    var samplingError: Double
    /// Resamples in which the statistic has no value.
    var undefined: Int
  }

  /// - Parameters:
  ///   - patternOfUnit: for each unit which pattern it has.
  ///   - values: the statistics of a resample, given how many units of each pattern it has; always as many.
  /// - Returns: for each statistic its interval, nil where no two resamples gave a value.
  /// - Throws: what `values` throws; then there are no intervals, for those of fewer resamples are others.
  func intervals(
    patternOfUnit: [Int32], patternCount: Int, values: ([Double]) throws -> [Double?]
  ) rethrows -> [Interval?] {
    var generator = SplitMix64(seed: seed)
    var found: [[Double]] = []
    var undefined: [Int] = []
    var weights = [Double](repeating: 0, count: patternCount)
    for _ in 0..<resamples {
      draw(patternOfUnit, with: &generator, into: &weights)
      let values = try values(weights)
      if found.isEmpty {
        found = Array(repeating: [], count: values.count)
        undefined = Array(repeating: 0, count: values.count)
      }
      for (index, value) in values.enumerated() {
        if let value { found[index].append(value) } else { undefined[index] += 1 }
      }
    }
    return zip(found, undefined).map { Self.interval($0.sorted(), undefined: $1) }
  }

  /// As many units as there are, each drawn from all of them.
  private func draw(_ patternOfUnit: [Int32], with generator: inout SplitMix64, into weights: inout [Double]) {
    var local = generator
    let count = patternOfUnit.count
    weights.withUnsafeMutableBufferPointer { weights in
      weights.update(repeating: 0)
      patternOfUnit.withUnsafeBufferPointer { patterns in
        for _ in 0..<count { weights[Int(patterns[local.next(below: count)])] += 1 }
      }
    }
    generator = local
  }

  private static func interval(_ sorted: [Double], undefined: Int) -> Interval? {
    guard sorted.count > 1 else { return nil }
    let n = Double(sorted.count)
    let mean = sorted.reduce(0, +) / n
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let tail = (1 - level) / 2
    return Interval(
      low: quantile(sorted, tail), high: quantile(sorted, 1 - tail),
      samplingError: (squares / (n - 1)).squareRoot(), undefined: undefined)
  }

  /// Between the two values nearest to the place (definition 7 of Hyndman & Fan, The American Statistician 50, 1996, 361).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
