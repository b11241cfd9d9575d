import Exchange
import Model
import Testing

@Suite struct CaseAssignmentSheetTests {
  @Test("Transcripts are assigned to cases, whatever else the sheet has")
  func reads() {
    let read = CaseAssignmentSheet.read("case;transcript;remark\nDe Linde;s01;first\nDe Linde;s02;\n", file: "a.csv")
    #expect(read.problems.isEmpty)
    #expect(read.rows.map(\.transcript) == ["s01", "s02"])
    #expect(read.rows.map(\.caseName) == ["De Linde", "De Linde"])
    #expect(read.rows.map(\.line) == [2, 3])
  }

  @Test("An assignment without a case and a transcript that stands twice are named with their lines")
  func problems() {
    let read = CaseAssignmentSheet.read("transcript,case\ns01,De Linde\ns02,\ns01,Het Anker\n", file: "a.csv")
    #expect(read.rows.map(\.transcript) == ["s01"])
    #expect(
      read.problems == [
        Problem("There is no case for the transcript 's02' in this row.", file: "a.csv", line: 3),
        Problem("The transcript 's01' stands twice: in line 2 and in line 4.", file: "a.csv", line: 4),
      ])
  }

  @Test("Both columns have to be there")
  func columns() {
    #expect(
      CaseAssignmentSheet.read("transcript\ns01\n", file: "a.csv").problems == [
        Problem(
          "The sheet has no column 'case'.", file: "a.csv", line: 1,
          hint: "The first line reads 'transcript'; 'cases assign' needs a column 'case'.")
      ])
  }
}
