/// That a transcript is to be coded by somebody.
public struct Assignment: Hashable, Sendable {
  public var transcript: String
  public var coder: String
  /// Whether the coder says that it is done.
  public var isDone: Bool

  public init(_ transcript: String, to coder: String, isDone: Bool = false) {
    self.transcript = transcript
    self.coder = coder
    self.isDone = isDone
  }
}
