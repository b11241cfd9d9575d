/// A survey as it was filled in: a row of heads, and a row for each respondent.
struct SurveySheet {
  let file: SourceFile
  let grid: CellGrid
  /// One for each column, white space made one blank; empty where the column has no head and nothing stands in it.
  private(set) var heads: [String] = []
  private(set) var headLine = 1
  /// The rows of the respondents, in the grid.
  private(set) var rows: ArraySlice<CellGrid.Row> = []
  private(set) var problems: [IntakeProblem]

  init(_ grid: CellGrid, file: SourceFile, problems: [IntakeProblem] = []) {
    self.grid = grid
    self.file = file
    self.problems = problems
    guard let head = grid.rows.first else { return }
    headLine = head.line
    rows = grid.rows.dropFirst()
    heads = [String](repeating: "", count: grid.width)
    for cell in grid.cells(of: head) { heads[cell.column] = Self.oneLine(grid.text(cell)) }
    dropDescriptions()
    warnOfSecondHead()
    nameTheNameless()
    numberDuplicates()
  }

  /// Words on one line, with single blanks.
  static func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The column of that name: as it is written, else capitals aside.
  func column(_ name: String) -> Int? {
    let name = Self.oneLine(name)
    return heads.firstIndex(of: name) ?? heads.firstIndex { $0.lowercased() == name.lowercased() }
  }

  func text(_ row: CellGrid.Row, _ column: Int) -> String { grid.text(row, column) }

  mutating func note(_ text: String, line: Int? = nil, hint: String? = nil) {
    problems.append(IntakeProblem(file: file.name, line: line, text, .note, hint: hint))
  }

  mutating func warn(_ text: String, line: Int? = nil, hint: String? = nil) {
    problems.append(IntakeProblem(file: file.name, line: line, text, .warning, hint: hint))
  }

  /// Qualtrics writes the questions and `{"ImportId":...}` in two lines under the heads.
  private mutating func dropDescriptions() {
    let mark = #"{"ImportId""#
    guard
      let last = rows.prefix(2).lastIndex(where: { row in
        grid.cells(of: row).contains { grid.bytes[$0.span].starts(with: mark.utf8) }
      })
    else { return }
    let lines = rows[...last].map { "\($0.line)" }.joined(separator: " and ")
    note("Left out, as they describe the columns and are no respondents: line \(lines).")
    rows = rows[(last + 1)...]
  }

  private mutating func warnOfSecondHead() {
    guard let first = rows.first else { return }
    let nameless = grid.cells(of: first).filter { heads[$0.column].isEmpty }
    guard nameless.count * 2 > grid.cells(of: first).count else { return }
    warn(
      "Most columns have no head in line \(headLine), and line \(first.line) looks like the heads: it begins with "
        + "'\(Self.oneLine(grid.text(nameless[nameless.startIndex])))'.", line: headLine,
      hint: "Take out the lines above the true heads, and import the file again.")
  }

  /// A column without a head in which something stands is called by its number.
  private mutating func nameTheNameless() {
    guard heads.contains("") else { return }
    var lines: [Int: Int] = [:]
    for row in rows {
      for cell in grid.cells(of: row) where heads[cell.column].isEmpty && lines[cell.column] == nil {
        lines[cell.column] = row.line
      }
    }
    for column in lines.keys { heads[column] = "column \(column + 1)" }
    guard let first = lines.min(by: { $0.key < $1.key }) else { return }
    let names = lines.keys.sorted().prefix(5).map { "'column \($0 + 1)'" }.joined(separator: ", ")
    let more = lines.count > 5 ? " and \(lines.count - 5) more" : ""
    note(
      "No head, and so called after \(lines.count == 1 ? "its" : "their") place: \(names)\(more).", line: first.value)
  }

  private mutating func numberDuplicates() {
    var taken = Set(heads.map { $0.lowercased() })
    var seen: Set<String> = []
    var numbered: [String] = []
    var next: [String: Int] = [:]
    for column in heads.indices where !heads[column].isEmpty {
      let small = heads[column].lowercased()
      guard !seen.insert(small).inserted else { continue }
      var number = next[small] ?? 2
      while !taken.insert("\(heads[column]) (\(number))".lowercased()).inserted { number += 1 }
      next[small] = number + 1
      heads[column] += " (\(number))"
      seen.insert(heads[column].lowercased())
      numbered.append(heads[column])
    }
    guard !numbered.isEmpty else { return }
    let names = numbered.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let more = numbered.count > 5 ? " and \(numbered.count - 5) more" : ""
    note("A head that stands more than once was numbered: \(names)\(more).", line: headLine)
  }
}
