/// A number with the word it counts, in the right form: `1 coding`, `3 codings`.
public struct Count: Equatable, Sendable, CustomStringConvertible {
  public var number: Int
  public var one: String
  public var many: String

  /// The plural is the word with an `s` unless it is given.
  public init(_ number: Int, _ one: String, _ many: String? = nil) {
    self.number = number
    self.one = one
    self.many = many ?? one + "s"
  }

  public var description: String { "\(number) \(number == 1 ? one : many)" }

  /// `no coding` where there is none.
  public var orNone: String { number == 0 ? "no \(one)" : description }

  /// `was` or `were`.
  public var past: String { number == 1 ? "was" : "were" }
}

extension Sequence<String> {
  /// `K1`, `K1 and B3`, `K1, B3 and C`.
  func listed(_ last: String = "and") -> String {
    let words = Array(self)
    guard words.count > 1, let end = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  /// Each in single quotes: `'K1' and 'B3'`.
  func quoted(_ last: String = "and") -> String { map { "'\($0)'" }.listed(last) }
}

extension Sequence where Element: Hashable {
  /// Each once, in the order in which it first stands.
  public func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
