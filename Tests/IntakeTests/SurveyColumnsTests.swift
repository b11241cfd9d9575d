import Testing

@testable import Intake

@Suite struct SurveyColumnsTests {
  private func columns(_ heads: String, _ change: (inout SurveyOptions) -> Void = { _ in }) throws -> [String] {
    var options = SurveyOptions()
    options.open = ["open"]
    change(&options)
    let row = String(heads.map { $0 == "," ? "," : "x" })
    let grid = DelimitedGrid(Array("\(heads)\n\(row)\n".utf8)).grid
    let sheet = SurveySheet(grid, file: SourceFile(name: "x.csv", bytes: []))
    let found = try SurveyColumns(options, in: sheet)
    let name = { (column: Int?) in column.map { sheet.heads[$0] } ?? "-" }
    return [name(found.respondent), name(found.caseName), found.closed.map { sheet.heads[$0] }.joined(separator: " ")]
  }

  @Test("The respondent is found by the head, the surest first; all that is left is closed")
  func respondent() throws {
    #expect(try columns("nr,open,a") == ["nr", "-", "a"])
    #expect(try columns("id,Respondentnummer,open,a") == ["Respondentnummer", "-", "id a"])
    #expect(try columns("a,open") == ["-", "-", "a"])
    #expect(try columns("case,open,a") == ["case", "-", "a"])
    #expect(try columns("case,id,open,a") == ["id", "case", "a"])
  }

  @Test("Columns that are named go before those that are found")
  func named() throws {
    #expect(try columns("id,naam,open") { $0.respondent = "naam" } == ["naam", "-", "id"])
    #expect(try columns("id,school,open") { $0.caseColumn = "School" } == ["id", "school", ""])
    #expect(try columns("id,open") { $0.caseColumn = "id" } == ["-", "id", ""])
    #expect(
      try columns("id,open") {
        $0.respondent = "id"; $0.caseColumn = "id"
      } == ["id", "-", ""])
  }

  @Test("A column that is not there, or that is two things, refuses the file")
  func refused() throws {
    #expect(throws: IntakeProblem.self) { try columns("id,open") { $0.open = ["open", "nog"] } }
    #expect(throws: IntakeProblem.self) { try columns("id,open") { $0.respondent = "open" } }
    do {
      _ = try columns("id,open") { $0.open = ["nog"] }
    } catch let problem as IntakeProblem {
      #expect(
        problem
          == IntakeProblem(
            file: "x.csv", line: 1, "There is no column 'nog'.", .refused, hint: "The columns are: 'id', 'open'."))
    }
  }
}
