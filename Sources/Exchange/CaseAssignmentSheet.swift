public import Model

/// The sheet with the heads `transcript,case`: to which case each transcript belongs.
public enum CaseAssignmentSheet {
  public struct Row: Equatable, Sendable {
    public var transcript: String
    public var caseName: String
    /// From 1.
    public var line: Int
  }

  /// Other columns are left alone; a row that a problem names is not among the rows.
  public static func read(_ text: String, file: String) -> (rows: [Row], problems: [Problem]) {
    var named = NamedRows(text, file: file, name: "transcript", command: "cases assign")
    guard named.column != nil, let column = named.requiredColumn("case", command: "cases assign") else {
      return ([], named.problems)
    }
    var rows: [Row] = []
    for row in named.rows {
      let caseName = row.cells[column].trimmed
      if caseName.isEmpty {
        named.refuse("There is no case for the transcript '\(row.name)' in this row.", line: row.line)
      } else {
        rows.append(Row(transcript: row.name, caseName: caseName, line: row.line))
      }
    }
    return (rows, named.problems)
  }
}
