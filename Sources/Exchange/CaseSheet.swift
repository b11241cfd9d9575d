public import Model

/// The sheet `cases.csv` with the heads `case,attribute,...`: what is known of each case.
public enum CaseSheet {
  public struct Row: Equatable, Sendable {
    public var name: String
    /// In the order of the columns; a case without an answer lacks the attribute.
    public var attributes: [Attribute]
    /// From 1.
    public var line: Int
  }

  /// Reads `,`, `;` and tabs alike; a row that a problem names is not among the rows.
  public static func read(_ text: String, file: String) -> (rows: [Row], problems: [Problem]) {
    let named = NamedRows(text, file: file, name: "case", command: "cases load")
    guard let column = named.column else { return ([], named.problems) }
    let rows = named.rows.map {
      Row(name: $0.name, attributes: named.attributes(of: $0, without: [column]), line: $0.line)
    }
    return (rows, named.problems)
  }
}
