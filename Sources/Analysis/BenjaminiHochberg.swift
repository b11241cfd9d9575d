/// The false discovery rate at which each of many tests would just be called significant.
enum BenjaminiHochberg {
  /// q(i) = min over j ≥ i of m p(j) / j, at most 1, in the order given; tests that are nil take no part.
  ///
  /// Benjamini & Hochberg, J. R. Stat. Soc. B 57 (1995) 289; adjusted as in Yekutieli & Benjamini (1999).
  static func adjusted(_ probabilities: [Double?]) -> [Double?] {
    let tests = probabilities.enumerated().compactMap { index, p in p.map { (index: index, p: $0) } }
      .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var result = [Double?](repeating: nil, count: probabilities.count)
    var least = 1.0
    for (rank, test) in tests.enumerated().reversed() {
      least = min(least, Double(tests.count) * test.p / Double(rank + 1))
      result[test.index] = least
    }
    return result
  }
}
