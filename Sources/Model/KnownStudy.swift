/// What of a study another one is compared with before it is taken in: names and marks, no texts.
public struct KnownStudy: Equatable, Sendable {
  public struct Transcript: Equatable, Sendable {
    public var guid: GUID?
    public var name: String
    /// SHA-256 of its text in hexadecimal digits.
    public var textDigest: String

    public init(_ name: String, textDigest: String, guid: GUID?) {
      self.guid = guid
      self.name = name
      self.textDigest = textDigest
    }
  }

  public var codes: [StudyCode] = []
  public var coders: [StudyCoder] = []
  /// Without what is known of them.
  public var cases: [StudyCase] = []
  public var transcripts: [Transcript] = []
  public var memos: [Memo] = []

  public init() {}
}
