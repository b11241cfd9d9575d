/// How far apart two sets of codes are, 0 to 1.
enum SetDistance {
  /// Sizes of two ascending sets and of what they share.
  private static func shared(_ a: [Int32], _ b: [Int32]) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { shared += 1 }
      let (x, y) = (a[i], b[j])
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return shared
  }

  /// 1 - |A ∩ B| / |A ∪ B|; 0 for two empty sets.
  static func jaccard(_ a: [Int32], _ b: [Int32]) -> Double {
    let shared = shared(a, b)
    let union = a.count + b.count - shared
    return union == 0 ? 0 : 1 - Double(shared) / Double(union)
  }

  /// 1 - Jaccard times 1 for equal sets, 2/3 for a subset, 1/3 for an overlap, 0 for nothing shared.
  ///
  /// Passonneau, "Measuring agreement on set-valued items (MASI)", LREC 2006, 831.
  static func masi(_ a: [Int32], _ b: [Int32]) -> Double {
    let shared = shared(a, b)
    let union = a.count + b.count - shared
    guard union > 0, a != b else { return 0 }
    let isSubset = shared == min(a.count, b.count)
    let closeness = shared == 0 ? 0.0 : isSubset ? 2 : 1
    return 1 - Double(shared) / Double(union) * closeness / 3
  }
}

/// The distances of all pairs of sets, worked out once.
struct SetDistances {
  static let mostSets = 2048
  private let count: Int
  private var distances: [Double]

  init(_ sets: [[Int32]], _ distance: ([Int32], [Int32]) -> Double) {
    count = sets.count
    distances = Array(repeating: 0, count: count * count)
    for first in 0..<count {
      for second in (first + 1)..<max(first + 1, count) {
        distances[first * count + second] = distance(sets[first], sets[second])
        distances[second * count + first] = distances[first * count + second]
      }
    }
  }

  subscript(first: Int, second: Int) -> Double { distances[first * count + second] }
}
