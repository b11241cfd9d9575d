import Testing

@testable import Intake

@Suite struct SurveySheetTests {
  private func sheet(_ text: String) -> SurveySheet {
    SurveySheet(DelimitedGrid(Array(text.utf8)).grid, file: SourceFile(name: "x.csv", bytes: []))
  }

  @Test("Heads stand on one line, and are found by their words, capitals aside")
  func heads() {
    let sheet = sheet("id;\"Wat  vindt\nu ervan?\";ID2\n1;a;b\n")
    #expect(sheet.heads == ["id", "Wat vindt u ervan?", "ID2"])
    #expect(sheet.column("wat vindt u  ervan?") == 1)
    #expect(sheet.column("id3") == nil)
    #expect(sheet.problems == [])
  }

  @Test("Heads that stand more than once are numbered")
  func duplicates() {
    let sheet = sheet("a;a;A;a (2);b\n1;2;3;4;5\n")
    #expect(sheet.heads == ["a", "a (3)", "A (4)", "a (2)", "b"])
    #expect(
      sheet.problems.map(shown) == ["note x.csv:1: A head that stands more than once was numbered: 'a (3)', 'A (4)'."])
  }

  @Test("Heads are numbered in a time that grows with their number only")
  func manyDuplicates() {
    let heads = Array(repeating: "a", count: 16_000)
    let expected = ["a"] + (2...16_000).map { "a (\($0))" }
    #expect(sheet(heads.joined(separator: ";") + "\n1\n").heads == expected)
    #expect(SurveyRespondents.labels(heads) == ["a"] + (2...16_000).map { "a \($0)" })
  }

  @Test("A column without a head is called after its place, where something stands in it")
  func nameless() {
    let sheet = sheet("a;b;;;e\n1;2;;;5\n1;2;;4;5\n")
    #expect(sheet.heads == ["a", "b", "", "column 4", "e"])
    #expect(sheet.problems.map(shown) == ["note x.csv:3: No head, and so called after its place: 'column 4'."])
  }

  @Test("A title above the heads is told")
  func title() {
    let sheet = sheet("Enquête;;;\nid;sector;open;\n1;po;Ja;\n")
    #expect(
      sheet.problems.first.map(shown)
        == "warning x.csv:1: Most columns have no head in line 1, and line 2 looks like the heads: it begins with 'sector'."
    )
  }

  @Test("Lines of Qualtrics that describe the columns are no respondents")
  func qualtrics() {
    let sheet = sheet(
      "ResponseId,Q1\nResponse ID,\"Wat vindt u?\"\n\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\"\nR_1,Goed\n"
    )
    #expect(sheet.rows.map(\.line) == [4])
    #expect(
      sheet.problems.map(shown) == [
        "note x.csv: Left out, as they describe the columns and are no respondents: line 2 and 3."
      ])
  }
}
