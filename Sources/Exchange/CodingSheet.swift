public import Model

/// Codings as a sheet lists them: parallel arrays, each distinct name once, so that a million rows are small.
public struct CodingSheet: Equatable, Sendable {
  public enum Form: Equatable, Sendable {
    /// `transcript,start,end,code,coder`: Unicode code points from the start of the transcript, end exclusive.
    case codePoints
    /// `transcript,segment,code,coder`: the numbers, from 1, of the first and the last segment.
    case segments
  }

  public var form: Form
  public internal(set) var transcripts: [String] = []
  /// As typed: keys, if the writer kept to them.
  public internal(set) var codes: [String] = []
  public internal(set) var coders: [String] = []
  /// For each row an index into `transcripts`.
  public internal(set) var transcript: [Int32] = []
  /// For each row a code point or the first segment.
  public internal(set) var start: [Int32] = []
  /// For each row a code point, exclusive, or the last segment, inclusive.
  public internal(set) var end: [Int32] = []
  /// For each row an index into `codes`.
  public internal(set) var code: [Int32] = []
  /// For each row an index into `coders`; nil when the sheet has no column `coder`.
  public internal(set) var coder: [Int32]?
  /// For each row its line in the file, from 1.
  public internal(set) var line: [Int32] = []
  /// How many rows were left out because something in them does not fit.
  public internal(set) var badRows = 0
  /// What the reader did on its own, as sentences.
  public internal(set) var notes: [String] = []

  init(form: Form) { self.form = form }

  public var count: Int { line.count }

  /// Reads `,`, `;` and tabs alike, heads in any capitals.
  ///
  /// No sheet means that nothing can be read at all. With a sheet each problem names a row that was left out, with
  /// its line; after the first thousand the rest are only counted.
  public static func read(_ text: String, file: String) -> (sheet: CodingSheet?, problems: [Problem]) {
    var reading: CodingSheetReading
    switch CodingSheetReading.begin(text, file: file) {
    case .success(let begun): reading = begun
    case .failure(let problem): return (nil, [problem])
    }
    if let problem = reading.readRows(of: text) { return (nil, [problem]) }
    return (reading.sheet, reading.problems)
  }
}
