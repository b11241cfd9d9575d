@_spi(_Unicode) import Swift
import Model

/// Reads the rows of a sheet over its bytes: the cells of each, and what does not fit.
struct SheetCells {
  private static let mostProblems = 1_000

  let head: HeadLine
  let file: String
  private var scanner: FieldScanner
  private(set) var problems: [Problem] = []

  init(head: HeadLine, file: String) {
    self.head = head
    self.file = file
    scanner = FieldScanner(separator: head.separator, position: head.end, line: head.line + head.lines)
  }

  /// The line of the row, from 1.
  var line: Int { scanner.line }

  /// Moves to the next row that has something in it and as many cells as the head; false at the end.
  mutating func advance(in bytes: Span<UInt8>) -> Bool {
    while scanner.advance(in: bytes) {
      let fields = scanner.fields
      if let last = fields.last, last.isRough, scanner.isOpen(last, in: bytes) {
        refuse("A quote opens in this row and is never closed.")
        return false
      }
      if fields.count == head.fields.count {
        if !trimmed(0, in: bytes).isEmpty || !hasOnlyBlanks(from: 1, in: bytes) { return true }
      } else if fields.count > head.fields.count, hasOnlyBlanks(from: head.fields.count, in: bytes) {
        if !hasOnlyBlanks(from: 0, in: bytes) { return true }
      } else if !hasOnlyBlanks(from: 0, in: bytes) {
        let cells = fields.count == 1 ? "1 cell" : "\(fields.count) cells"
        refuse("This row has \(cells) where the first line has \(head.fields.count).")
      }
    }
    return false
  }

  mutating func refuse(_ what: String, line: Int? = nil, hint: String? = nil) {
    guard problems.count < Self.mostProblems else { return }
    problems.append(Problem(what, file: file, line: line ?? scanner.line, hint: hint))
  }

  /// A cell with its blanks, without the carriage return at the end of a line.
  @inline(__always)
  func whole(_ column: Int, in bytes: Span<UInt8>) -> Range<Int> {
    let field = scanner.fields[column]
    let isEnd = field.end > field.start && bytes[field.end - 1] == 0x0D
    return field.start..<(isEnd ? field.end - 1 : field.end)
  }

  @inline(__always)
  func trimmed(_ column: Int, in bytes: Span<UInt8>) -> Range<Int> {
    let field = scanner.fields[column]
    var (start, end) = (field.start, field.end)
    while start < end, CodingSheetText.isBlank(bytes[start]) { start += 1 }
    while end > start, CodingSheetText.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func hasOnlyBlanks(from first: Int, in bytes: Span<UInt8>) -> Bool {
    (first..<max(first, scanner.fields.count)).allSatisfy { trimmed($0, in: bytes).isEmpty }
  }

  /// The text of a cell, NFC, its quotes read where there are any.
  static func text(_ cell: Span<UInt8>) -> String {
    let text = cell.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    let unquoted = text.utf8.first == 0x22 ? DelimitedText(text).records.first?.fields.first ?? "" : text
    return CSVText.restored(unquoted).composed
  }

  static func trimmedText(_ cell: Span<UInt8>) -> String { text(cell).trimmed }
}

extension String {
  /// The text in NFC.
  var composed: String {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in self._nfc { scalars.append(scalar) }
    return String(scalars)
  }
}
