public import Model

/// The sheet with the heads `transcript,attribute,...`: what is known of each transcript.
public enum TranscriptSheet {
  public struct Row: Equatable, Sendable {
    public var name: String
    /// From a column `case`, if there is one and the cell is filled.
    public var caseName: String?
    /// In the order of the columns; without the case.
    public var attributes: [Attribute]
    /// From 1.
    public var line: Int
  }

  /// Reads `,`, `;` and tabs alike; a row that a problem names is not among the rows.
  public static func read(_ text: String, file: String) -> (rows: [Row], problems: [Problem]) {
    let named = NamedRows(text, file: file, name: "transcript", command: "transcripts load")
    guard let column = named.column else { return ([], named.problems) }
    let cases = named.sheet.column("case")
    let leftOut = Set([column, cases ?? column])
    let rows = named.rows.map { row in
      Row(
        name: row.name, caseName: cases.flatMap { row.cells[$0].content },
        attributes: named.attributes(of: row, without: leftOut), line: row.line)
    }
    return (rows, named.problems)
  }
}
