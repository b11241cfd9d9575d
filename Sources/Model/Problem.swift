/// What went wrong, in words for a researcher: what, where, and the next step.
public struct Problem: Error, Equatable, Sendable {
  /// A sentence; names stand in single quotes.
  public var what: String
  public var file: String?
  /// From 1.
  public var line: Int?
  /// What was typed, and the column (in characters, from 0) under which a caret belongs.
  public var typed: String?
  public var caret: Int?
  /// A sentence with a command in it.
  public var hint: String?
  public var kind: Kind

  /// Decides the exit code.
  public enum Kind: Sendable {
    /// Nothing was found: exit code 1.
    case nothingFound
    /// It could not be done: exit code 2.
    case refused
    /// The command was not understood: exit code 64.
    case usage
  }

  public init(
    _ what: String, file: String? = nil, line: Int? = nil, typed: String? = nil, caret: Int? = nil,
    hint: String? = nil, kind: Kind = .refused
  ) {
    self.what = what
    self.file = file
    self.line = line
    self.typed = typed
    self.caret = caret
    self.hint = hint
    self.kind = kind
  }

  /// The place as people and editors write it: `cases.csv:4`.
  public var place: String? {
    guard let file else { return line.map { "line \($0)" } }
    return line.map { "\(file):\($0)" } ?? file
  }
}
