/// One recorded change: who, when, the line typed, what it did.
public struct Act: Equatable, Sendable {
  /// Counts up in a study; 0 before it is recorded.
  public var number: Int
  /// ISO 8601, UTC: `2022-05-12T09:30:00Z`.
  public var at: String
  public var coder: String?
  /// As typed.
  public var line: String
  /// A full sentence with counts.
  public var summary: String
  public var undone: Bool

  public init(number: Int = 0, at: String = "", coder: String?, line: String, summary: String, undone: Bool = false) {
    self.number = number
    self.at = at
    self.coder = coder
    self.line = line
    self.summary = summary
    self.undone = undone
  }
}
