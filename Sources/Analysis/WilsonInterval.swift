/// An interval for a proportion that keeps within 0 and 1 and says something of few cases too.
enum WilsonInterval {
  /// The standard normal value that leaves 2.5 % on either side.
  static let z95 = 1.959963984540054

  /// (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), as proportions; nil without units.
  ///
  /// Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
  static func bounds(of count: Int, among n: Int, z: Double = z95) -> (low: Double, high: Double)? {
    guard n > 0 else { return nil }
    let size = Double(n)
    let p = Double(count) / size
    let square = z * z
    let middle = p + square / (2 * size)
    let reach = z * (p * (1 - p) / size + square / (4 * size * size)).squareRoot()
    let below = 1 + square / size
    // At either end the bound is the end itself, which rounding would miss.
    return (count == 0 ? 0 : max(0, (middle - reach) / below), count == n ? 1 : min(1, (middle + reach) / below))
  }
}
