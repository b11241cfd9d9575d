/// One coding: one code on one span of one transcript by one coder.
public struct CodeAssignment: Hashable, Sendable {
  public var transcript: String
  public var span: TextSpan
  /// The key of the code.
  public var code: String
  public var coder: String

  public init(transcript: String, span: TextSpan, code: String, coder: String) {
    self.transcript = transcript
    self.span = span
    self.code = code
    self.coder = coder
  }
}
