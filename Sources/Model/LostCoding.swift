/// A coding whose words are no longer in their transcript, named by what is the same in every copy of a study.
public struct LostCoding: Equatable, Sendable {
  /// The transcript as the cells of a study name it.
  public var transcript: String
  public var code: String
  public var coder: String
  /// The words it stood on.
  public var words: String

  public init(transcript: String, code: String, coder: String, words: String) {
    self.transcript = transcript
    self.code = code
    self.coder = coder
    self.words = words
  }

  /// Reads what `text` gives; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(
      separator: Character(StudyCell.separator), maxSplits: 3, omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 4 else { return nil }
    self.init(transcript: parts[0], code: parts[1], coder: parts[2], words: parts[3])
  }

  public var text: String { [transcript, code, coder, words].joined(separator: StudyCell.separator) }
}
