import Model
import TestSupport
import Testing

@testable import Intake

@Suite struct SurveyReaderTests {
  private func options(
    _ open: String..., respondent: String? = nil, unit: SurveyOptions.Unit = .question, caseColumn: String? = nil
  ) -> ReadingOptions {
    var options = ReadingOptions()
    options.survey.open = open
    options.survey.respondent = respondent
    options.survey.unit = unit
    options.survey.caseColumn = caseColumn
    return options
  }

  private func read(_ text: String, _ options: ReadingOptions, name: String = "x.csv") -> Reading {
    TranscriptReaders.read(SourceFile(name: name, bytes: Array(text.utf8)), options)
  }

  /// Transcripts with all that is known of them, then cases, then problems.
  private func lines(_ reading: Reading) -> [String] {
    let attributes = { (all: [Attribute]) in
      all.map { "\($0.name)=\($0.values.joined(separator: "|"))" }.joined(separator: " ")
    }
    return reading.transcripts.map { transcript in
      let turns = shown(transcript).split(separator: "\n").dropFirst().joined(separator: " ")
      let speaker = transcript.speakers.map { "\($0.name)=\($0.role ?? "") \(attributes($0.attributes))" }.joined()
      return
        "\(transcript.name) (\(transcript.caseName ?? "-")) {\(attributes(transcript.attributes))} [\(speaker)] \(turns)"
    } + reading.cases.map { "case \($0.name): \(attributes($0.attributes))" } + reading.problems.map(shown)
  }

  private let survey = """
    respondent;sector;middelen;v1_open;Wat nog?
    r1;po;a|b;"Meer handen,
    en rust.";Nee.
    r2;vo;-;n.v.t.;
    r3;;;NVT;Tijd!

    """

  @Test("One transcript for each respondent and question; the closed answers are those of the case")
  func questions() {
    let reading = read(survey, options("v1_open", "wat NOG?"))
    #expect(
      lines(reading) == [
        "r1-v1_open (r1) {question=v1_open} [r1=respondent ] r1 ||Meer handen,\\nen rust.\\n|",
        "r1-Wat nog? (r1) {question=Wat nog?} [r1=respondent ] r1 ||Nee.\\n|",
        "r3-Wat nog? (r3) {question=Wat nog?} [r3=respondent ] r3 ||Tijd!\\n|",
        "case r1: sector=po middelen=a|b", "case r2: sector=vo middelen=-", "case r3: ",
        "note x.csv: 1 open answer is empty and 2 say only '-', 'n.v.t.' or the like; they make no transcript.",
      ])
    #expect(reading.encoding == .utf8)
    #expect(reading.transcripts.allSatisfy { flaws(of: $0).isEmpty && $0.format == "csv" })
  }

  @Test("One transcript for each respondent: a question is the label of the answer below it, and no words of anybody")
  func respondents() {
    let reading = read(survey, options("v1_open", "Wat nog?", unit: .respondent))
    #expect(
      lines(reading).prefix(2) == [
        "r1 (r1) {} [r1=respondent ] r1 |v1_open\\n|Meer handen,\\nen rust.\\n\\n| r1 |Wat nog?\\n|Nee.\\n|",
        "r3 (r3) {} [r3=respondent ] r3 |Wat nog?\\n|Tijd!\\n|",
      ])
    #expect(reading.transcripts.allSatisfy { flaws(of: $0).isEmpty })
  }

  @Test("Where a column names the case, answers belong to the transcript and the speaker")
  func cases() {
    let text = "school,id,leeftijd,open\nNoord,1,40,Goed.\nNoord,2,50,Ook.\n,3,60,Ja.\nZuid,4,70,\n"
    let reading = read(text, options("open", caseColumn: "school"))
    #expect(
      lines(reading) == [
        "1-open (Noord) {question=open leeftijd=40} [1=respondent leeftijd=40] 1 ||Goed.\\n|",
        "2-open (Noord) {question=open leeftijd=50} [2=respondent leeftijd=50] 2 ||Ook.\\n|",
        "3-open (-) {question=open leeftijd=60} [3=respondent leeftijd=60] 3 ||Ja.\\n|",
        "note x.csv: 1 open answer is empty; it makes no transcript.",
        "warning x.csv: 1 respondent gives no open answer, and so the closed answers of that one are kept nowhere.",
      ])
  }

  @Test("Respondents without a name are called by their row")
  func nameless() {
    let rows = read("leeftijd\topen\n40\tGoed.\n50\tOok.\n", options("open"), name: "x.tsv")
    #expect(rows.transcripts.map(\.name) == ["r0001-open", "r0002-open"])
    #expect(
      rows.problems.map(shown) == [
        "note x.tsv: No column names the respondents; they are called by their row, from 'r0001'."
      ])
    let some = read("id;open\na;Goed.\n;Ook.\n", options("open"))
    #expect(some.transcripts.map(\.name) == ["a-open", "r0002-open"])
    #expect(
      some.problems.map(shown) == [
        "warning x.csv:3: 1 row has no respondent in 'id'; called by the number of the row, such as 'r0002'."
      ])
  }

  @Test("A respondent who stands twice refuses the file, with both lines")
  func duplicates() {
    let reading = read("id;open\na;Goed.\nb;\"Ja,\nja.\"\na;Ook.\n", options("open"))
    #expect(
      lines(reading) == ["refused x.csv:5: The respondent 'a' stands twice: in line 2 and in line 5."])
    let many = read("id;open\n" + String(repeating: "a;Goed.\n", count: 30), options("open"))
    #expect(many.problems.count == 11)
    #expect(many.problems.last?.text == "19 more rows name a respondent who stands above.")
  }

  @Test("An Excel file reads as the CSV file does")
  func excel() throws {
    let reading = TranscriptReaders.read(try SpreadsheetFixture.file("survey-xlsxwriter.xlsx"), options("v1_open"))
    #expect(
      lines(reading) == [
        "r1-v1_open (r1) {question=v1_open} [r1=respondent ] r1 ||Meer handen in de klas,\\nen rust.\\n|",
        "r2-v1_open (r2) {question=v1_open} [r2=respondent ] r2 ||Niets te melden: ‘het ging’ goed.\\n|",
        "case r1: sector=po leeftijd=41 score=7.5 ingevuld=2022-04-14 begintijd=09:30 duur=30:00 lid=TRUE middelen=a|b som=42",
        "case r2: sector=vo leeftijd=58 score=0.3 ingevuld=2022-04-15T13:05 begintijd=10:00:30 duur=12:00 lid=FALSE "
          + "middelen=- som=59", "case r3: sector=vo score=-2 ingevuld=1900-02-01",
        "note survey-xlsxwriter.xlsx: Read the sheet 'Antwoorden'; the file also has 'Toelichting'.",
        "note survey-xlsxwriter.xlsx: 1 cell shows an error such as #N/A and read as empty, the first at K4.",
        "note survey-xlsxwriter.xlsx: 1 group of cells is merged, the first at L1:M1; only the first cell of a group has its words.",
        "note survey-xlsxwriter.xlsx: 1 open answer says only '-', 'n.v.t.' or the like; it makes no transcript.",
      ])
    #expect(reading.transcripts.map(\.format) == ["xlsx", "xlsx"])
    let renamed = SourceFile(name: "x.csv", bytes: try SpreadsheetFixture.file("survey-openpyxl.xlsx").bytes)
    #expect(
      TranscriptReaders.read(renamed, options("v1_open")).transcripts.map(\.name) == ["r1-v1_open", "r2-v1_open"])
  }

  @Test("Windows-1252 is read with a warning, and rows that are broken are named while the others come in")
  func broken() {
    let bytes = Array("id;open\na;Eén.\nb;\"Twee\nc;Drie;meer\nd;Vier\n".unicodeScalars.map { UInt8($0.value) })
    let reading = TranscriptReaders.read(SourceFile(name: "x.csv", bytes: bytes), options("open"))
    #expect(reading.transcripts.map(\.text) == ["Eén.\n", "Vier\n"])
    #expect(reading.encoding == .windows1252)
    #expect(
      reading.problems.map(shown).suffix(2) == [
        "warning x.csv:3: A quote opens in this row and is not closed as it should be; it was left out.",
        "warning x.csv:4: This row has 3 cells where the first line has 2; it was left out.",
      ])
    let many = read("a;open\n" + String(repeating: "x\n", count: 25) + "1;Ja\n", options("open"))
    #expect(many.problems.filter { $0.severity == .warning }.count == 11)
    #expect(many.problems[10].text == "15 more rows were left out for the same reasons.")
  }

  @Test("Nothing to read is refused")
  func nothing() {
    #expect(lines(read("id;open\n", options("open"))) == ["refused x.csv: 'x.csv' has no rows below its heads."])
    #expect(lines(read("id;open\na;-\n", options("open"))) == ["refused x.csv: No row has an answer in 'open'."])
    #expect(lines(read("", options("open"))) == ["refused x.csv: 'x.csv' is empty."])
    #expect(
      lines(read("id;open\na;b\n", options("opne"))) == ["refused x.csv:1: There is no column 'opne'."])
  }

  @Test("A folder's sheets are surveys only where the open answers are named")
  func folders() {
    #expect(TranscriptReaders.endings(inFolders: ReadingOptions()).contains("csv") == false)
    #expect(TranscriptReaders.endings(inFolders: options("open")) == TranscriptReaders.endings)
  }

  @Test("Many rows are read in a time that grows with them")
  func many() {
    let row = (1...40).map { "antwoord \($0)" }.joined(separator: ";")
    let text =
      "id;" + (1...40).map { "v\($0)" }.joined(separator: ";") + "\n"
      + (1...2000).map { "\($0);\(row)\n" }.joined()
    let reading = read(text, options("v1", "v2"))
    #expect(reading.transcripts.count == 4000)
    #expect(reading.cases.count == 2000)
    #expect(reading.cases.last?.attributes.count == 38)
  }

  @Test("Surveys with changed bytes give transcripts or say why not")
  func damaged() throws {
    var generator = SeededGenerator(seed: 21)
    let text = SourceFile(name: "x.csv", bytes: Array(survey.utf8))
    let book = try SpreadsheetFixture.file("survey-openpyxl.xlsx")
    let units = [options("v1_open"), options("v1_open", "Wat nog?", unit: .respondent, caseColumn: "sector")]
    for number in 0..<1500 {
      let file = number % 5 == 0 ? book : text
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let signs = Array("\";\n\r\t,é".utf8) + [UInt8.random(in: 0...255, using: &generator)]
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = signs.randomElement(using: &generator) ?? 0
      }
      let reading = TranscriptReaders.read(SourceFile(name: file.name, bytes: bytes), units[number % 2])
      #expect(reading.transcripts.isEmpty == reading.problems.refuse)
      for transcript in reading.transcripts { #expect(flaws(of: transcript) == []) }
    }
  }
}
