/// A file kept beside the transcripts, named by what is the same in every copy of a study.
public struct AttachedFile: Equatable, Sendable {
  public var name: String
  /// What it is, as the study has it.
  public var kind: String
  /// SHA-256 of its bytes, in hexadecimal digits.
  public var sha256: String
  /// The transcript it belongs to, as the cells of a study name it.
  public var transcript: String?

  public init(name: String, kind: String, sha256: String, transcript: String?) {
    self.name = name
    self.kind = kind
    self.sha256 = sha256
    self.transcript = transcript
  }

  /// Reads what `text` gives; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(
      separator: Character(StudyCell.separator), maxSplits: 3, omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 4 else { return nil }
    self.init(name: parts[3], kind: parts[0], sha256: parts[1], transcript: parts[2].isEmpty ? nil : parts[2])
  }

  public var text: String { [kind, sha256, transcript ?? "", name].joined(separator: StudyCell.separator) }
}
