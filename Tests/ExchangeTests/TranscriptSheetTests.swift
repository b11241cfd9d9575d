import Exchange
import Model
import Testing

@Suite struct TranscriptSheetTests {
  @Test("A transcript gets attributes, and its case from a column 'case'")
  func reads() {
    let read = TranscriptSheet.read(
      "transcript,date,case,wave\ns01,2024-03-01,De Linde,1\ns02,2024-03-02,,2\n", file: "t.csv")
    #expect(read.problems.isEmpty)
    #expect(read.rows.map(\.name) == ["s01", "s02"])
    #expect(read.rows.map(\.caseName) == ["De Linde", nil])
    #expect(
      read.rows.map(\.attributes) == [
        [Attribute("date", ["2024-03-01"]), Attribute("wave", ["1"])],
        [Attribute("date", ["2024-03-02"]), Attribute("wave", ["2"])],
      ])
  }

  @Test("Without a column 'transcript' nothing is read")
  func missingColumn() {
    let read = TranscriptSheet.read("name,date\ns01,2024-03-01\n", file: "t.csv")
    #expect(read.rows.isEmpty)
    #expect(
      read.problems == [
        Problem(
          "The sheet has no column 'transcript'.", file: "t.csv", line: 1,
          hint: "The first line reads 'name,date'; 'transcripts load' needs a column 'transcript'.")
      ])
  }
}
