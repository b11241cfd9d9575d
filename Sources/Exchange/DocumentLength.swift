public import Model

/// How long a document is: a row of the sheet `document,length`.
public struct DocumentLength: Equatable, Sendable {
  public var document: String
  /// In Unicode code points.
  public var length: Int

  public init(document: String, length: Int) {
    self.document = document
    self.length = length
  }

  /// Reads a sheet; each problem names its line.
  public static func read(_ text: String, file: String) -> (lengths: [DocumentLength], problems: [Problem]) {
    var rows = NamedRows(text, file: file, name: "document", command: "agreement --lengths")
    guard let column = rows.requiredColumn("length", command: "agreement --lengths") else {
      return ([], rows.problems)
    }
    var lengths: [DocumentLength] = []
    for row in rows.rows {
      let cell = row.cells[column].trimmed
      let bytes = Array(cell.utf8)
      if let length = CodingSheetText.number(in: bytes.span, 0..<bytes.count) {
        lengths.append(DocumentLength(document: row.name, length: Int(length)))
      } else {
        rows.refuse("The length '\(cell)' is not a whole number.", line: row.line)
      }
    }
    return (lengths, rows.problems)
  }
}
