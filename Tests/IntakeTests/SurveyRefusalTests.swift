import Testing

@testable import Intake

@Suite struct SurveyRefusalTests {
  private func problem(_ text: String, name: String = "in/x.csv") -> String {
    let reading = TranscriptReaders.read(SourceFile(name: name, bytes: Array(text.utf8)))
    #expect(reading.transcripts.isEmpty && reading.problems.refuse)
    return reading.problems.map { "\($0.text) \($0.hint ?? "")" }.joined(separator: "\n")
  }

  @Test("Columns that look like open answers are listed with the command to type")
  func lists() {
    let text = """
      id;sector;v1_open;"Wat ""nog""?"
      1;po;Er zijn te weinig handen in de klas.;Dat zou ik zo niet weten hoor.
      2;vo;;De groepen zijn veel te groot nu.
      3;vo;Ja;Er is geen tijd om iets te doen.
      """
    #expect(
      problem(text, name: "mijn map/x.csv") == """
        'x.csv' is a sheet; which columns have open answers must be said. By their words these may: 'v1_open', 'Wat "nog"?'. \
        Name those that you want: import "mijn map/x.csv" --open "v1_open" --open 'Wat "nog"?'
        """)
    #expect(
      problem("id;keuze\n1;a b c d e f\n2;a b c d e f\n3;a b c d e f\n") == """
        'x.csv' is a sheet; which columns have open answers must be said, and none looks like it. \
        Name them among 'id', 'keuze', so: import in/x.csv --open COLUMN
        """)
  }

  @Test(
    "A sheet of another kind is refused with the command that reads it",
    arguments: [
      ("transcript,start,end,code,coder", "a sheet of codings", "codings load in/x.csv"),
      ("transcript;segment;code", "a sheet of codings", "codings load in/x.csv"),
      ("Case,sector", "a sheet about cases", "cases load in/x.csv"),
      ("transcript,date", "a sheet about transcripts", "transcripts load in/x.csv"),
      ("transcript,case", "a sheet of transcripts and cases", "cases assign in/x.csv"),
      ("key,name,definition", "a codebook", "codebook load in/x.csv"),
      ("unit,coder,value", "a sheet of judgements", "agreement --data in/x.csv"),
    ])
  func others(heads: String, kind: String, command: String) {
    let row = heads.map { $0 == "," || $0 == ";" ? String($0) : "x" }.joined()
    #expect(
      problem("\(heads)\n\(row)\n") == "'x.csv' is \(kind), by its heads, and no survey. Load it with: \(command)")
  }

  @Test("A sheet of cases in which people answer in sentences is a survey")
  func cases() {
    #expect(problem("case,open\nA,Er is veel te weinig tijd voor.\n").contains("--open \"open\""))
  }
}
