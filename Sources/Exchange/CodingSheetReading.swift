import Model

/// Reads the rows of a sheet of codings over its bytes.
struct CodingSheetReading {
  private static let mostProblems = 1_000

  private(set) var sheet: CodingSheet
  private(set) var problems: [Problem] = []
  private let file: String
  private let columns: CodingSheetColumns
  private var scanner: FieldScanner
  private var transcripts = NameTable()
  private var codes = NameTable()
  private var coders = NameTable()

  /// Reads the head.
  static func begin(_ text: String, file: String) -> Result<CodingSheetReading, Problem> {
    CodingSheetColumns.read(text, file: file).map { CodingSheetReading(columns: $0, file: file) }
  }

  private init(columns: CodingSheetColumns, file: String) {
    self.columns = columns
    self.file = file
    sheet = CodingSheet(form: columns.form)
    sheet.notes = columns.notes
    if columns.coder != nil { sheet.coder = [] }
    scanner = FieldScanner(separator: columns.separator, position: columns.bodyStart, line: columns.bodyLine)
  }

  /// Fills the sheet; a problem when a quote is never closed.
  mutating func readRows(of text: String) -> Problem? {
    let bytes = text.utf8.span
    while scanner.advance(in: bytes) {
      if let last = scanner.fields.last, last.isRough, scanner.isOpen(last, in: bytes) {
        return Problem("A quote opens in this row and is never closed.", file: file, line: scanner.line)
      }
      if let problem = readRow(in: bytes) { take(problem) }
    }
    sheet.transcripts = transcripts.names
    sheet.codes = codes.names
    sheet.coders = coders.names
    if sheet.badRows > Self.mostProblems {
      problems.append(Problem("\(sheet.badRows - Self.mostProblems) more rows do not fit.", file: file))
    }
    return nil
  }

  private mutating func take(_ what: String) {
    sheet.badRows += 1
    if problems.count < Self.mostProblems { problems.append(Problem(what, file: file, line: scanner.line)) }
  }

  /// Takes one row; the sentence that says what is wrong with it, if something is.
  private mutating func readRow(in bytes: Span<UInt8>) -> String? {
    let fields = scanner.fields
    guard fields.count == columns.count || hasOnlyBlanks(from: columns.count, in: bytes) else {
      if hasOnlyBlanks(from: 0, in: bytes) { return nil }
      let cells = fields.count == 1 ? "1 cell" : "\(fields.count) cells"
      return "This row has \(cells) where the first line has \(columns.count)."
    }
    let position: (start: Int32, end: Int32)
    switch columns.place {
    case .codePoints(let from, let to):
      guard let start = number(at: from, in: bytes) else { return fault("start", from, in: bytes) }
      guard let end = number(at: to, in: bytes) else { return fault("end", to, in: bytes) }
      guard start < end else { return "The end \(end) does not lie after the start \(start)." }
      position = (start, end)
    case .segments(let column):
      guard let range = segments(at: column, in: bytes) else { return fault("segment", column, in: bytes) }
      guard range.start <= range.end else {
        return "The last segment \(range.end) lies before the first segment \(range.start)."
      }
      position = range
    }
    return takeNames(position, in: bytes)
  }

  private mutating func takeNames(_ position: (start: Int32, end: Int32), in bytes: Span<UInt8>) -> String? {
    let transcript = trimmed(scanner.fields[columns.transcript], in: bytes)
    let code = trimmed(scanner.fields[columns.code], in: bytes)
    if transcript.isEmpty { return "There is no transcript in this row." }
    if code.isEmpty { return "There is no code in this row." }
    if let column = columns.coder {
      let coder = trimmed(scanner.fields[column], in: bytes)
      if coder.isEmpty { return "There is no coder in this row." }
      sheet.coder?.append(coders.number(of: bytes.extracting(coder), text: CodingSheetText.name))
    }
    sheet.transcript.append(transcripts.number(of: bytes.extracting(transcript), text: CodingSheetText.name))
    sheet.code.append(codes.number(of: bytes.extracting(code), text: CodingSheetText.name))
    sheet.start.append(position.start)
    sheet.end.append(position.end)
    sheet.line.append(Int32(truncatingIfNeeded: scanner.line))
    return nil
  }

  private func fault(_ column: String, _ index: Int, in bytes: Span<UInt8>) -> String? {
    if hasOnlyBlanks(from: 0, in: bytes) { return nil }
    let range = trimmed(scanner.fields[index], in: bytes)
    if range.isEmpty { return "There is no \(column) in this row." }
    let text = CodingSheetText.name(bytes.extracting(range))
    return column == "segment"
      ? "The segment '\(text)' is not a number such as 12 or a range such as 12-14."
      : "The \(column) '\(text)' is not a whole number."
  }

  private func hasOnlyBlanks(from first: Int, in bytes: Span<UInt8>) -> Bool {
    guard scanner.fields.count > first else { return false }
    return scanner.fields[first...].allSatisfy { field in trimmed(field, in: bytes).isEmpty }
  }

  private func trimmed(_ field: FieldScanner.Field, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (field.start, field.end)
    while start < end, CodingSheetText.isBlank(bytes[start]) { start += 1 }
    while end > start, CodingSheetText.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func number(at column: Int, in bytes: Span<UInt8>) -> Int32? {
    let range = trimmed(scanner.fields[column], in: bytes)
    return CodingSheetText.number(in: bytes, range)
  }

  private func segments(at column: Int, in bytes: Span<UInt8>) -> (start: Int32, end: Int32)? {
    CodingSheetText.segments(in: bytes, trimmed(scanner.fields[column], in: bytes))
  }
}
