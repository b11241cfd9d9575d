/// What a reader has to say about a file: what was left out, what looks wrong, or why nothing was read.
public struct IntakeProblem: Error, Equatable, Sendable {
  public enum Severity: Sendable {
    /// Good to know; nothing needs doing.
    case note
    /// Look at it: it may have gone wrong.
    case warning
    /// Nothing of the file was read.
    case refused
  }

  public var file: String
  /// From 1.
  public var line: Int?
  /// A sentence; names stand in single quotes.
  public var text: String
  public var severity: Severity
  /// What to do about it, as a sentence.
  public var hint: String?

  public init(file: String, line: Int? = nil, _ text: String, _ severity: Severity, hint: String? = nil) {
    self.file = file
    self.line = line
    self.text = text
    self.severity = severity
    self.hint = hint
  }
}

extension [IntakeProblem] {
  /// Whether one of them refuses the file.
  public var refuse: Bool { contains { $0.severity == .refused } }
}

/// `1 word`, `2 words`: for sentences with a count.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
