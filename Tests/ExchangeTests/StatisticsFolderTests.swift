import Model
import Testing

@testable import Exchange

@Suite struct StatisticsFolderTests {
  private func files(_ program: StatisticsFolder.Program) -> [String: String] {
    var study = SampleWholeStudy.study()
    study.transcripts[0].transcript.speakers = [Speaker(name: "Anna", role: "leider")]
    study.transcripts[0].transcript.turns = [Turn(span: TextSpan(0, 38), wordsStart: 6, speaker: 0, time: 1.5)]
    study.transcripts[0].segments = [
      Segment(span: TextSpan(0, 27), wordsStart: 6, turn: 0), Segment(span: TextSpan(27, 38), wordsStart: 27, turn: 0),
    ]
    return Dictionary(
      StatisticsFolder.files(of: study, for: program).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { $1 })
  }

  @Test("Each kind of thing is a sheet, attributes are columns, and cells are what they are")
  func sheets() {
    let files = files(.python)
    #expect(
      files.keys.sorted() == [
        "cases.csv", "codes.csv", "codings.csv", "load.py", "memos.csv", "segments.csv", "speakers.csv",
        "transcripts.csv",
      ])
    #expect(files["cases.csv"] == "case,sector,size,taken\nnoord,vo,12,a|b\nzuid,,7.5,\n")
    #expect(
      files["segments.csv"] == """
        transcript,case,segment,turn,speaker,role,seconds,start,end,text
        s01,noord,1,1,Anna,leider,1.5,6,27,Wij wachten drie uur\u{20}
        s01,noord,2,1,Anna,leider,1.5,27,35,"😀.
        Bram:"

        """)
    #expect(
      files["codings.csv"]?.split(separator: "\n").prefix(3) == [
        "transcript,case,first_segment,last_segment,start,end,code,coder,text",
        "s01,noord,1,2,6,28,A,anna,Wij wachten drie uur 😀", "s01,noord,1,2,6,28,A1,bram,Wij wachten drie uur 😀",
      ])
    #expect(files["memos.csv"]?.contains("passage,,s01,0,5,,anna,2022-05-12T09:30:00Z,Zonder code.") == true)
  }

  @Test("An attribute that is called as a column gets another name")
  func names() {
    var study = WholeStudy(name: "x")
    study.cases = [StudyCase("a", attributes: [Attribute("case", ["=1"]), Attribute("b,c", ["\"x\""])])]
    let sheet = StatisticsFolder.files(of: study, for: .r).first { $0.name == "cases.csv" }?.bytes
    #expect(sheet.map { String(decoding: $0, as: UTF8.self) } == "case,\"b,c\",case-2\na,\"\"\"x\"\"\",=1\n")
  }

  @Test("Every column of a sheet that is no attribute is named in the script, as a text or as a number")
  func columns() throws {
    let python = files(.python)
    let script = try #require(python["load.py"])
    for (sheet, text) in python where sheet.hasSuffix(".csv") {
      let call = try #require(
        script.split(separator: "\n").first { $0.contains("read_sheet(\"\(sheet.dropLast(4))\"") })
      let attributes = ["sector", "size", "taken", "datum"]
      for column in text.prefix(while: { $0 != "\n" }).split(separator: ",") {
        #expect(call.contains("\"\(column)\"") != attributes.contains(String(column)), "\(sheet) \(column)")
      }
    }
    #expect(script.contains("cases = read_sheet(\"cases\", [\"case\"])\n"))
    #expect(files(.r)["load.R"]?.contains("cases <- read_sheet(\"cases\", c(\"case\"))\n") == true)
  }

  @Test("The script of each program loads every sheet")
  func scripts() {
    for (program, name) in [(StatisticsFolder.Program.r, "load.R"), (.python, "load.py")] {
      let files = files(program)
      #expect(StatisticsFolder.script(for: program) == name)
      for sheet in files.keys where sheet.hasSuffix(".csv") {
        #expect(files[name]?.contains("read_sheet(\"\(sheet.dropLast(4))\", ") == true)
      }
    }
  }
}
