/// What is known of a case, a transcript or a speaker under one name; several values when the question allowed several answers.
public struct Attribute: Hashable, Sendable {
  public var name: String
  public var values: [String]

  public init(_ name: String, _ values: [String]) {
    self.name = name
    self.values = values
  }

  /// Reads a cell of a sheet: `a|b|c` are three values, `-` is an answer with nothing in it, an empty cell is no answer (nil).
  public init?(name: String, cell: String) {
    let trimmed = cell.trimmed
    guard !trimmed.isEmpty else { return nil }
    self.name = name
    values = trimmed.split(separator: "|").map(\.trimmed).filter { !$0.isEmpty }
    if values.isEmpty { return nil }
  }
}

extension StringProtocol {
  /// Without white space at either end.
  public var trimmed: String {
    var view = self[...]
    // `dropLast` would count the characters that stay.
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }
}
