/// Reads one kind of file.
///
/// A new format is one file with such a type, and one line in `TranscriptReaders.all`.
public protocol TranscriptReader: Sendable {
  /// The name of the format: its usual file ending.
  var format: String { get }
  /// The endings of its files, in lower case and without the point.
  var endings: [String] { get }
  /// Whether the bytes show the format, whatever the file is called.
  func recognises(_ bytes: [UInt8]) -> Bool
  /// Whether a file with such an ending is read when its folder is imported and nobody named it.
  func isTakenFromFolders(_ options: ReadingOptions) -> Bool
  /// Never throws: what is wrong with the file is told in the reading.
  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading
}

extension TranscriptReader {
  func isTakenFromFolders(_ options: ReadingOptions) -> Bool { true }
}

/// The formats that can be read, and which reader takes which file.
public enum TranscriptReaders {
  public static let all: [any TranscriptReader] = [
    PlainTextReader.text,
    PlainTextReader.markdown,
    DocxReader(),
    OdtReader(),
    RtfReader(),
    HtmlReader(),
    PdfReader(),
    WebVTTReader(),
    SubRipReader(),
    OTranscribeReader(),
    SpeechJSONReader(),
    ElanReader(),
    StructuredTextReader(),
    SurveyReader.csv,
    SurveyReader.spreadsheet,
  ]

  /// The endings of files that can be read, in lower case and without the point.
  public static var endings: [String] { all.flatMap(\.endings) }

  /// The endings of files that are read when their folder is imported: a sheet only where its open answers are named.
  public static func endings(inFolders options: ReadingOptions) -> [String] {
    all.filter { $0.isTakenFromFolders(options) }.flatMap(\.endings)
  }

  /// The reader of a file: by its bytes where they show a format (a `.txt` with captions in it), else by its ending.
  public static func reader(for file: SourceFile) -> (any TranscriptReader)? {
    let named = all.first { $0.endings.contains(file.ending) }
    guard named == nil || named is PlainTextReader else { return named }
    return all.first { $0.recognises(file.bytes) } ?? named
  }

  /// Reads a file in the format that its bytes or its name show; a file of another kind is refused.
  public static func read(_ file: SourceFile, _ options: ReadingOptions = ReadingOptions()) -> Reading {
    if let reader = reader(for: file) { return reader.read(file, options) }
    return Reading(problems: [FileSignature.refusal(of: file)])
  }
}
