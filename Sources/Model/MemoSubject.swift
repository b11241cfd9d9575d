/// What a memo is about, named by what is the same in every copy of a study.
public struct MemoSubject: Equatable, Sendable {
  public var caseName: String?
  /// The transcript as the cells of a study name it.
  public var transcript: String?
  public var span: TextSpan?
  public var code: String?

  public init(caseName: String? = nil, transcript: String? = nil, span: TextSpan? = nil, code: String? = nil) {
    self.caseName = caseName
    self.transcript = transcript
    self.span = span
    self.code = code
  }

  /// Reads what `text` gives; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: Character(StudyCell.separator), omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5 else { return nil }
    func part(_ index: Int) -> String? { parts[index].isEmpty ? nil : parts[index] }
    self.init(caseName: part(0), transcript: part(1), code: part(4))
    if let start = Int(parts[2]), let end = Int(parts[3]) { span = TextSpan(start, end) }
  }

  public var text: String {
    [caseName, transcript, span.map { String($0.start) }, span.map { String($0.end) }, code].map { $0 ?? "" }
      .joined(separator: StudyCell.separator)
  }
}
