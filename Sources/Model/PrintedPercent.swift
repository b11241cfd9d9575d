/// A percentage as a report prints it: `87%`, `87,3%`.
public struct PrintedPercent: Equatable, Sendable {
  /// The digits without the mark between them: 873 for `87,3`.
  public var digits: Int
  /// How many digits stand behind the mark, at most 6.
  public var decimals: Int
  /// Whether the mark is a comma.
  public var hasComma: Bool

  /// Above 1000% or with more than six decimals it is none; `nil` then.
  public init?(digits: Int, decimals: Int, hasComma: Bool = false) {
    guard (0...6).contains(decimals), digits >= 0, digits <= 1000 * Self.power(decimals) else { return nil }
    self.digits = digits
    self.decimals = decimals
    self.hasComma = hasComma
  }

  /// How the share of a count is printed, with as many decimals; a half goes up, nil without a base.
  public func rounded(_ count: Int, of n: Int) -> PrintedPercent? {
    guard n > 0, PrintedTable.isCount(count), PrintedTable.isCount(n) else { return nil }
    let (doubled, unit) = (200 * count * Self.power(decimals), 2 * n)
    return PrintedPercent(digits: (doubled + n) / unit, decimals: decimals, hasComma: hasComma)
  }

  /// Whether the share of a count, rounded to these decimals, is this; a half may go either way.
  public func follows(from count: Int, of n: Int) -> Bool {
    guard n > 0, PrintedTable.isCount(count), PrintedTable.isCount(n) else { return false }
    return abs(200 * count * Self.power(decimals) - 2 * digits * n) <= n
  }

  /// The counts whose share of `n` is printed like this, if there are any.
  public func counts(of n: Int) -> ClosedRange<Int>? {
    guard n > 0, PrintedTable.isCount(n) else { return nil }
    let unit = 200 * Self.power(decimals)
    let (low, high) = (max(0, (2 * digits - 1) * n), (2 * digits + 1) * n)
    let first = (low + unit - 1) / unit
    return first <= high / unit ? first...(high / unit) : nil
  }

  /// The bases of which a count has this share, if there are any; nil for 0% too, which has no last one.
  public func bases(of count: Int) -> ClosedRange<Int>? {
    guard digits > 0, count > 0, PrintedTable.isCount(count) else { return nil }
    let share = 200 * count * Self.power(decimals)
    let (first, last) = ((share + 2 * digits) / (2 * digits + 1), share / (2 * digits - 1))
    return first <= last ? first...last : nil
  }

  /// Of a hundred.
  public var value: Double { Double(digits) / Double(Self.power(decimals)) }

  /// `87,3%`.
  public var text: String {
    let unit = Self.power(decimals)
    guard decimals > 0 else { return "\(digits)%" }
    let fraction = String(String(unit + digits % unit).dropFirst())
    return "\(digits / unit)\(hasComma ? "," : ".")\(fraction)%"
  }

  private static func power(_ decimals: Int) -> Int { (0..<decimals).reduce(1) { power, _ in power * 10 } }
}
