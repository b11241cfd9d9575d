/// Everything a study holds as one plain value, as it goes to another program and comes from one.
///
/// Codes, coders, transcripts and cases are named by their place in these lists.
public struct WholeStudy: Equatable, Sendable {
  public var name: String
  public var title: String?
  /// Of the transcripts, as `nl`.
  public var language: String?
  /// Each code before its children, a family together; keys are unique.
  public var codes: [StudyCode] = []
  /// Names are unique, as those of cases and transcripts.
  public var coders: [StudyCoder] = []
  public var cases: [StudyCase] = []
  public var transcripts: [StudyTranscript] = []
  public var codings: [StudyCoding] = []
  /// Codings whose words are no longer in their transcript.
  public var unplaced: [StudyUnplacedCoding] = []
  public var memos: [Memo] = []
  public var attachments: [StudyAttachment] = []
  /// Questions that are kept under a name.
  public var queries: [StudyQuery] = []

  public init(name: String) { self.name = name }

  public var codebook: Codebook { Codebook(title: title, language: language, codes: codes.map(\.code)) }
}

/// A code with its mark.
public struct StudyCode: Equatable, Sendable {
  public var guid: GUID?
  public var code: Code
  /// Whether it only holds other codes together and cannot be put on words.
  public var isFolder: Bool

  public init(_ code: Code, guid: GUID? = nil, isFolder: Bool = false) {
    self.guid = guid
    self.code = code
    self.isFolder = isFolder
  }
}

/// Somebody who codes, with their mark.
public struct StudyCoder: Equatable, Sendable {
  public var guid: GUID?
  public var name: String

  public init(_ name: String, guid: GUID? = nil) {
    self.guid = guid
    self.name = name
  }
}

/// A case with what is known of it, and its mark.
public struct StudyCase: Equatable, Sendable {
  public var guid: GUID?
  public var name: String
  public var attributes: [Attribute]

  public init(_ name: String, attributes: [Attribute] = [], guid: GUID? = nil) {
    self.guid = guid
    self.name = name
    self.attributes = attributes
  }
}

/// A transcript with its segments and its mark; its case is named in it.
public struct StudyTranscript: Equatable, Sendable {
  public var guid: GUID?
  public var transcript: Transcript
  /// Empty where it is still to be cut.
  public var segments: [Segment]
  public var unit: SegmentUnit

  public init(_ transcript: Transcript, segments: [Segment] = [], unit: SegmentUnit = .turn, guid: GUID? = nil) {
    self.guid = guid
    self.transcript = transcript
    self.segments = segments
    self.unit = unit
  }
}

/// One code on one span by one coder, each by its place in the lists of a whole study.
public struct StudyCoding: Hashable, Sendable {
  public var guid: GUID?
  public var transcript: Int
  public var span: TextSpan
  public var code: Int
  public var coder: Int

  public init(transcript: Int, span: TextSpan, code: Int, coder: Int, guid: GUID? = nil) {
    self.guid = guid
    self.transcript = transcript
    self.span = span
    self.code = code
    self.coder = coder
  }
}

/// A coding whose words went when its transcript got another text; each by its place in the lists of a whole study.
public struct StudyUnplacedCoding: Equatable, Sendable {
  public var guid: GUID?
  public var transcript: Int
  public var code: Int
  public var coder: Int
  /// Those it stood on.
  public var words: String
  /// About where they would be, in UTF-8 bytes.
  public var near: Int

  public init(transcript: Int, code: Int, coder: Int, words: String, near: Int, guid: GUID? = nil) {
    self.guid = guid
    self.transcript = transcript
    self.code = code
    self.coder = coder
    self.words = words
    self.near = near
  }
}

/// A question that is kept under a name.
public struct StudyQuery: Equatable, Sendable {
  public var name: String
  public var text: String

  public init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}

/// A file that belongs to the study and cannot be coded here: a PDF, a picture, a recording.
public struct StudyAttachment: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case pdf, picture, audio, video
  }

  public var guid: GUID?
  public var name: String
  public var kind: Kind
  /// With its ending and without folders.
  public var fileName: String
  public var bytes: [UInt8]
  /// The transcript that has its words, where there is one.
  public var transcript: String?

  public init(
    _ name: String, kind: Kind, fileName: String, bytes: [UInt8], transcript: String? = nil, guid: GUID? = nil
  ) {
    self.guid = guid
    self.name = name
    self.kind = kind
    self.fileName = fileName
    self.bytes = bytes
    self.transcript = transcript
  }
}
