/// The codes part of a query.
///
/// A code stands for itself and its children.
public indirect enum CodeExpression: Hashable, Sendable {
  case code(CodeName)
  /// `=B3`: without its children.
  case exactCode(CodeName)
  /// All that has a code.
  case any
  /// All that has none.
  case uncoded
  case and(CodeExpression, CodeExpression)
  case or(CodeExpression, CodeExpression)
  case andNot(CodeExpression, CodeExpression)
  /// What the left side finds, where it stands so to what the right side finds.
  case positional(CodeExpression, Position, CodeExpression)

  /// How two codings lie to each other; distances are in segments.
  public enum Position: Hashable, Sendable {
    case overlapping, within, around
    case before(Int)
    case after(Int)
    case near(Int)
  }

  /// The names used, from left to right.
  public var names: [CodeName] {
    switch self {
    case .code(let name), .exactCode(let name): [name]
    case .any, .uncoded: []
    case .and(let left, let right), .or(let left, let right), .andNot(let left, let right),
      .positional(let left, _, let right):
      left.names + right.names
    }
  }
}

/// A code as it was typed: a key, `family/name` or the start of a name.
///
/// Names are equal whatever place they were typed at.
public struct CodeName: Sendable {
  public var text: String
  /// Where it stands in the typed query, in characters from 0.
  public var column: Int

  public init(_ text: String, column: Int = 0) {
    self.text = text
    self.column = column
  }
}

extension CodeName: Hashable {
  public static func == (one: CodeName, other: CodeName) -> Bool { one.text == other.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension CodeExpression: CustomStringConvertible {
  /// As it can be typed.
  public var description: String {
    switch self {
    case .code(let name): name.description
    case .exactCode(let name): "=\(name)"
    case .any: "any"
    case .uncoded: "uncoded"
    case .and(let left, let right): "\(left.printed(above: 1)) and \(right.printed(above: 2))"
    case .andNot(let left, let right): "\(left.printed(above: 1)) and not \(right.printed(above: 2))"
    case .or(let left, let right): "\(left.printed(above: 0)) or \(right.printed(above: 1))"
    case .positional(let left, let position, let right):
      "\(left.printed(above: 2)) \(position) \(right.printed(above: 3))"
    }
  }

  /// In brackets when it binds less tightly than its place asks.
  private func printed(above least: Int) -> String { tightness < least ? "(\(description))" : description }

  private var tightness: Int {
    switch self {
    case .or: 0
    case .and, .andNot: 1
    case .positional: 2
    case .code, .exactCode, .any, .uncoded: 3
    }
  }
}

extension CodeExpression.Position: CustomStringConvertible {
  public var description: String {
    switch self {
    case .overlapping: "overlapping"
    case .within: "within"
    case .around: "around"
    case .before(let count): "before/\(count)"
    case .after(let count): "after/\(count)"
    case .near(let count): "near/\(count)"
    }
  }
}

extension CodeName: CustomStringConvertible {
  /// In quotes where it would otherwise be read as something else.
  public var description: String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let isPlain =
      text.allSatisfy { !Quotation.opening.contains($0) && !"(),=<>!".contains($0) && (!$0.isWhitespace || $0 == " ") }
      && words.allSatisfy { !$0.isEmpty && !QueryReader.isReserved($0.lowercased()) }
      && !text.hasPrefix("@") && text.lowercased() != "any" && text.lowercased() != "uncoded"
    return isPlain ? text : Quotation.quote(text)
  }
}
