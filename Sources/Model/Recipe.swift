/// How a result was made: with the same program, content and command it comes out the same, to the last digit.
public struct Recipe: Equatable, Sendable {
  /// The command line as typed: `draad frequencies --count cases`.
  public var command: String
  /// Of the program: `0.1.0`.
  public var version: String
  /// SHA-256 of the study's logical content in hexadecimal digits; nil without a study.
  public var content: String?
  /// The files that were read beside a study, or without one.
  public var files: [File]
  /// When the study was last changed, ISO 8601, UTC; nil where nothing was done to it yet, or without a study.
  public var lastChange: String?

  public init(
    command: String, version: String, content: String? = nil, files: [File] = [], lastChange: String? = nil
  ) {
    self.command = command
    self.version = version
    self.content = content
    self.files = files
    self.lastChange = lastChange
  }

  /// A file by its name and its bytes.
  public struct File: Equatable, Sendable {
    public var name: String
    /// In hexadecimal digits.
    public var sha256: String

    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }
}
