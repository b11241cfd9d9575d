public import Model

/// Coded segments as MAXQDA, ATLAS.ti, NVivo and Taguette put them in a sheet: the words, and no position that can be used.
///
/// Columns are known by their heads, in English and in Dutch and German as far as these programs speak them.
public enum SegmentSheet {
  public struct Row: Equatable, Sendable {
    /// From 1.
    public var line: Int
    public var document: String
    /// Each with the names of the codes above it, the top first.
    public var codes: [[String]]
    public var words: String
    public var coder: String?
    public var memo: String?
  }

  private static let documents = [
    "document name", "document", "documentnaam", "dokumentname", "file", "file name", "source", "document title",
  ]
  private static let words = [
    "segment", "coded segment", "codiertes segment", "quotation content", "text content", "quotation text", "content",
    "coded text", "text", "citaat",
  ]
  private static let codes = ["code", "codes", "tag", "tags", "codenaam", "code name", "node"]
  private static let coders = [
    "author", "created by", "coder", "autor", "erstellt von", "auteur", "coded by", "creator", "modified by",
    "bearbeitet von",
  ]
  private static let memos = ["comment", "kommentar", "opmerking", "memo"]

  /// Whether the first row is the head of such a sheet.
  public static func recognises(_ head: [String]) -> Bool {
    let names = head.map { $0.trimmed.lowercased() }
    guard !names.contains("transcript") else { return false }
    return [documents, words, codes].allSatisfy { place($0, names) != nil }
  }

  private static func place(_ wanted: [String], _ names: [String]) -> Int? {
    wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
  }

  /// Reads the rows under the head; a row without words, code or document is told.
  public static func read(_ records: [DelimitedText.Record], file: String) -> (rows: [Row], problems: [Problem]) {
    guard let head = records.first, recognises(head.fields) else { return ([], []) }
    let names = head.fields.map { $0.trimmed.lowercased() }
    var rows: [Row] = []
    var problems: [Problem] = []
    for record in records.dropFirst() where !record.fields.allSatisfy({ $0.trimmed.isEmpty }) {
      func cell(_ wanted: [String]) -> String? {
        place(wanted, names).flatMap { $0 < record.fields.count ? CSVText.restored(record.fields[$0]).content : nil }
      }
      guard let document = cell(documents), let text = cell(words), let code = cell(codes) else {
        problems.append(Problem("The row has no document, no words or no code.", file: file, line: record.line))
        continue
      }
      rows.append(
        Row(
          line: record.line, document: document.composed, codes: CodePathText.several(code), words: text,
          coder: cell(coders)?.composed, memo: cell(memos)?.composed))
    }
    return (rows, problems)
  }
}

/// Codes with the codes above them in one cell, as other programs write them: `Work > Pressure`, `Work\\Pressure`.
enum CodePathText {
  /// One path a line.
  static func several(_ cell: String) -> [[String]] {
    cell.split(whereSeparator: \.isNewline).map { path(String($0)) }.filter { !$0.isEmpty }
  }

  static func path(_ text: String) -> [String] {
    for separator in [" > ", "\\", "::"] where text.contains(separator) {
      return text.split(separator: separator).map { $0.trimmed.composed }.filter { !$0.isEmpty }
    }
    return [text.trimmed.composed].filter { !$0.isEmpty }
  }
}
