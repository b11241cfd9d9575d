import Exchange
import Model
import Testing

@Suite struct CaseSheetTests {
  private func read(_ text: String) -> (rows: [CaseSheet.Row], problems: [Problem]) {
    CaseSheet.read(text, file: "cases.csv")
  }

  @Test("Each case gets its answers; an empty cell is none, a bar separates several")
  func reads() {
    let read = read("Case, Region ,groups\nDe Linde,north,3|4\n\nHet Anker,,-\n")
    #expect(read.problems.isEmpty)
    #expect(read.rows.map(\.name) == ["De Linde", "Het Anker"])
    #expect(
      read.rows.map(\.attributes) == [
        [Attribute("Region", ["north"]), Attribute("groups", ["3", "4"])], [Attribute("groups", ["-"])],
      ])
    #expect(read.rows.map(\.line) == [2, 4])
  }

  @Test("What Excel writes reads the same: its separator line, its mark, its empty columns and rows")
  func excel() {
    let read = read("\u{FEFF}sep=;\r\ncase;region;;\r\nDe Linde;north;;\r\n;;;\r\nHet Anker;south;;\r\n")
    #expect(read.problems.isEmpty)
    #expect(read.rows.map(\.name) == ["De Linde", "Het Anker"])
    #expect(read.rows.map(\.attributes) == [[Attribute("region", ["north"])], [Attribute("region", ["south"])]])
    #expect(read.rows.map(\.line) == [3, 5])
  }

  @Test("Rows that do not fit are named with their lines, and the others are read")
  func problems() {
    let read = read("case,region\nDe Linde,north\n ,south\nHet Anker\nDe Linde,west\nDe Roos,east,wet\nDe Bron,east\n")
    #expect(read.rows.map(\.name) == ["De Linde", "De Bron"])
    let hint = "A cell with a comma or a semicolon in it must stand in double quotes."
    #expect(
      read.problems == [
        Problem("There is no case in this row.", file: "cases.csv", line: 3),
        Problem("This row has 1 cell where the first line has 2.", file: "cases.csv", line: 4, hint: hint),
        Problem("The case 'De Linde' stands twice: in line 2 and in line 5.", file: "cases.csv", line: 5),
        Problem("This row has 3 cells where the first line has 2.", file: "cases.csv", line: 6, hint: hint),
      ])
  }

  @Test("A sheet without cases says what its first line is")
  func missingColumn() {
    let read = read("school;region\nDe Linde;north\n")
    #expect(read.rows.isEmpty)
    #expect(
      read.problems == [
        Problem(
          "The sheet has no column 'case'.", file: "cases.csv", line: 1,
          hint: "The first line reads 'school,region'; 'cases load' needs a column 'case'.")
      ])
  }

  @Test("A quote that stays open, a column without head and a doubled head are named")
  func heads() {
    #expect(
      read("case,region\nDe Linde,\"north\nHet Anker,south\n").problems == [
        Problem("A quote opens in this row and is never closed.", file: "cases.csv", line: 2)
      ])
    #expect(
      read("case,,region\nDe Linde,x,north\n").problems == [
        Problem("Column 2 has no head, yet 'x' stands in it.", file: "cases.csv", line: 2)
      ])
    #expect(
      read("case,region,Region\nDe Linde,north,south\n").problems == [
        Problem("The column 'Region' stands twice in the first line.", file: "cases.csv", line: 1)
      ])
    #expect(read("").problems == [Problem("The sheet is empty.", file: "cases.csv")])
  }

  @Test("A cell that was made safe for a spreadsheet is read as it was")
  func restored() {
    let (rows, problems) = CaseSheet.read("case,note,taal\na,'=1+1,'-\n", file: "cases.csv")
    #expect(problems.isEmpty)
    #expect(rows.map(\.attributes) == [[Attribute("note", ["=1+1"]), Attribute("taal", ["-"])]])
  }
}
