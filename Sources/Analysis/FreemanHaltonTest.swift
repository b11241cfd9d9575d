#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Fisher's exact test for a code against several columns, or as good as exact where the tables are too many.
enum FreemanHaltonTest {
  struct Result: Equatable {
    let probability: Double
    /// Whether units were shuffled, rather than all tables gone through.
    let isSampled: Bool
  }

  /// Up to so many tables are gone through one by one.
  static let mostTables = 200_000
  static let shuffles = 9_999

  /// The sum of the probabilities of all tables with these margins that are not more likely than this one.
  ///
  /// Freeman & Halton, Biometrika 38 (1951) 141. With more than `mostTables` tables the codes are dealt out anew over the
  /// units `shuffles` times and p = (1 + as unlikely) / (1 + shuffles), as Phipson & Smyth, Stat. Appl. Genet. Mol. Biol. 9
  /// (2010) 39, have it; the shuffling is the same each time. Nil where there is nothing to compare.
  ///
  /// - Parameter goingOn: asked for each shuffle; what it throws ends the work.
  static func result(of test: ColumnTest, goingOn: () throws -> Void = {}) throws -> Result? {
    guard test.degreesOfFreedom != nil else { return nil }
    let columns = test.sizes.indices.filter { test.sizes[$0] > 0 }
    let sizes = columns.map { test.sizes[$0] }
    let having = columns.map { test.having[$0] }
    let limit = weight(having, sizes) + log1p(1e-7)
    guard tableCount(sizes, drawn: test.totalHaving) <= mostTables else {
      return Result(
        probability: try sampled(sizes, drawn: test.totalHaving, limit, goingOn), isSampled: true)
    }
    var walk = Walk(sizes: sizes, limit: limit, scale: logChoose(test.total, test.totalHaving))
    walk.visit(0, left: test.totalHaving, weight: 0)
    return Result(probability: walk.unlikely / walk.all, isSampled: false)
  }

  /// An upper bound of the number of tables: the last column follows from the others.
  private static func tableCount(_ sizes: [Int], drawn: Int) -> Int {
    var product = 1
    for size in sizes.sorted().dropLast() {
      let (next, overflow) = product.multipliedReportingOverflow(by: min(size, drawn) + 1)
      guard !overflow, next <= mostTables else { return .max }
      product = next
    }
    return product
  }

  /// ln Π C(n, x), to which the probability of a table is proportional.
  private static func weight(_ having: [Int], _ sizes: [Int]) -> Double {
    zip(having, sizes).reduce(0) { $0 + logChoose($1.1, $1.0) }
  }

  private static func logChoose(_ n: Int, _ k: Int) -> Double {
    LogGamma.value(Double(n) + 1) - LogGamma.value(Double(k) + 1) - LogGamma.value(Double(n - k) + 1)
  }

  /// Goes through all tables and adds up the probabilities, of all and of those that are unlikely enough.
  private struct Walk {
    let sizes: [Int]
    let limit: Double
    let scale: Double
    let choices: [[Double]]
    let room: [Int]
    var all = 0.0
    var unlikely = 0.0

    init(sizes: [Int], limit: Double, scale: Double) {
      self.sizes = sizes
      self.scale = scale
      self.limit = limit
      choices = sizes.map { size in (0...size).map { logChoose(size, $0) } }
      var room = [Int](repeating: 0, count: sizes.count + 1)
      for column in sizes.indices.reversed() { room[column] = room[column + 1] + sizes[column] }
      self.room = room
    }

    mutating func visit(_ column: Int, left: Int, weight: Double) {
      guard column < sizes.count - 1 else {
        let whole = weight + choices[column][left]
        all += exp(whole - scale)
        if whole <= limit { unlikely += exp(whole - scale) }
        return
      }
      let least = max(0, left - room[column + 1])
      let most = min(sizes[column], left)
      guard least <= most else { return }
      for x in least...most { visit(column + 1, left: left - x, weight: weight + choices[column][x]) }
    }
  }

  private static func sampled(
    _ sizes: [Int], drawn: Int, _ limit: Double, _ goingOn: () throws -> Void
  ) rethrows -> Double {
    var units: [Int32] = []
    for (column, size) in sizes.enumerated() { units += Array(repeating: Int32(column), count: size) }
    // Dealing out the rarer of having and not having comes to the same.
    let dealt = min(drawn, units.count - drawn)
    let choices = sizes.map { size in (0...size).map { logChoose(size, $0) } }
    var generator = SplitMix(state: 2022)
    var asUnlikely = 0
    for _ in 0..<shuffles {
      try goingOn()
      var counts = [Int](repeating: 0, count: sizes.count)
      for place in 0..<dealt {
        let other = place + Int(generator.next() % UInt64(units.count - place))
        units.swapAt(place, other)
        counts[Int(units[place])] += 1
      }
      let weight = counts.indices.reduce(0.0) { $0 + choices[$1][counts[$1]] }
      if weight <= limit { asUnlikely += 1 }
    }
    return Double(1 + asUnlikely) / Double(1 + shuffles)
  }

  /// Steele, Lea & Flood, OOPSLA 2014: `SplittableRandom`.
  private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
