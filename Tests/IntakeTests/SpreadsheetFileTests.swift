import Model
import TestSupport
import Testing

@testable import Intake

@Suite struct SpreadsheetFileTests {
  private func rows(_ file: SourceFile, sheet: String? = nil) throws -> [String] {
    try SpreadsheetFile(file).sheet(sheet).records().map { "\($0.line): " + $0.fields.joined(separator: "|") }
  }

  /// The problem that refuses a file.
  private func refusal(_ file: SourceFile, sheet: String? = nil) -> String {
    do {
      return "\(try rows(file, sheet: sheet))"
    } catch {
      return (error as? IntakeProblem)?.text ?? "\(error)"
    }
  }

  private let survey = [
    "1: respondent|sector|leeftijd|score|ingevuld|begintijd|duur|lid|middelen|v1_open|som",
    "2: r1|po|41|7.5|2022-04-14|09:30|30:00|TRUE|a|b|Meer handen in de klas,\nen rust.|",
    "3: r2|vo|58|0.3|2022-04-15T13:05|10:00:30|12:00|FALSE|-|Niets te melden: ‘het ging’ goed.|",
    "4: r3|vo||-2|1900-02-01|||||n.v.t.|",
  ]

  @Test("What other programs write is read alike: numbers, dates, times, booleans, rich text, hidden rows")
  func programs() throws {
    let sums = ["", "42", "59", ""]
    let libreOffice = try rows(SpreadsheetFixture.file("survey-libreoffice.xlsx"))
    #expect(libreOffice == zip(survey, sums).map { $0 + $1 })
    #expect(try rows(SpreadsheetFixture.file("survey-openpyxl.xlsx")) == survey)
    var merged = zip(survey, sums).map { $0 + $1 + "|" }
    merged[0] += "groep"
    #expect(try rows(SpreadsheetFixture.file("survey-xlsxwriter.xlsx")) == merged)
    #expect(
      try rows(SpreadsheetFixture.file("survey-xlsxwriter.xlsx"), sheet: "toelichting") == [
        "1: Gemaakt voor een proef."
      ])
  }

  @Test("Formulas without a result, errors and merged cells are told")
  func problems() throws {
    let sheet = try SpreadsheetFile(SpreadsheetFixture.file("survey-openpyxl.xlsx")).sheet()
    #expect(
      sheet.problems.map(shown) == [
        "warning survey-openpyxl.xlsx: 3 formulas have no result in the file and read as empty, the first at K2."
      ])
    let other = try SpreadsheetFile(SpreadsheetFixture.file("survey-xlsxwriter.xlsx"))
    #expect(other.sheetNames == ["Antwoorden", "Toelichting"])
    #expect(
      try other.sheet().problems.map(shown) == [
        "note survey-xlsxwriter.xlsx: 1 cell shows an error such as #N/A and read as empty, the first at K4.",
        "note survey-xlsxwriter.xlsx: 1 group of cells is merged, the first at L1:M1; "
          + "only the first cell of a group has its words.",
      ])
  }

  @Test("The first visible sheet is read, or the one that is named; a diagram is no sheet")
  func sheets() throws {
    let sheets = """
      <sheet name="D" r:id="r5"/><sheet name="A" r:id="r1" state="hidden"/><sheet name="Twee" r:id="r2"/><sheet name="?" r:id="r9"/>
      """
    let file = SpreadsheetFixture.xlsx("<row><c><v>1</v></c></row>", sheets: sheets)
    #expect(try SpreadsheetFile(file).sheetNames == ["A", "Twee"])
    #expect(try rows(file) == ["1: 2"])
    #expect(try rows(file, sheet: "a") == ["1: 1"])
    #expect(refusal(file, sheet: "Drie") == "'x.xlsx' has no sheet 'Drie'.")
    let hidden = SpreadsheetFixture.xlsx(
      "<row><c><v>1</v></c></row>", sheets: "<sheet name='A' r:id='r1' state='hidden'/>")
    #expect(try rows(hidden) == ["1: 1"])
  }

  @Test("What is no whole Excel file is refused with a sentence")
  func refused() {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let file = { (bytes: [UInt8]) in SourceFile(name: "x.xlsx", bytes: bytes) }
    #expect(refusal(file([])) == "'x.xlsx' is empty.")
    #expect(refusal(file(ole)) == "'x.xlsx' has a password, or is an old Excel file under a new name.")
    #expect(refusal(file(Array("words".utf8))) == "'x.xlsx' is no Excel file, or is cut off.")
    #expect(refusal(WordFixture.docx("", name: "x.xlsx")) == "'x.xlsx' is no Excel file, or is cut off.")
    #expect(refusal(SpreadsheetFixture.xlsx("", sheets: "")) == "'x.xlsx' holds no sheets.")
    #expect(refusal(SpreadsheetFixture.xlsx("<row>")) == "'x.xlsx' is damaged and cannot be unpacked.")
    #expect(
      refusal(SpreadsheetFixture.xlsx("", strings: "<si>")) == "'x.xlsx' is damaged and cannot be unpacked.")
    #expect(refusal(SpreadsheetFixture.xlsx("", styles: "<")) == "'x.xlsx' is damaged and cannot be unpacked.")
    #expect(refusal(SpreadsheetFixture.xlsx("", password: "geheim")) == "'x.xlsx' is no Excel file, or is cut off.")
    let wide = String(repeating: "<row><c r='XFD1'><v>1</v></c></row>", count: 4000)
    #expect(refusal(SpreadsheetFixture.xlsx(wide)) == "'x.xlsx' has more than 10 million empty cells among the others.")
  }

  @Test("A whole file is known by its bytes")
  func recognised() throws {
    #expect(SpreadsheetFile.recognises(try SpreadsheetFixture.file("survey-openpyxl.xlsx").bytes))
    #expect(!SpreadsheetFile.recognises(WordFixture.docx("").bytes))
    #expect(!SpreadsheetFile.recognises([]))
  }

  @Test("The XML of a sheet may be damaged inside its archive")
  func damaged() {
    var generator = SeededGenerator(seed: 22)
    let tags = [
      "<row>", "</row>", "<row r='3'>", "<c>", "</c>", "<c t='s' r='B2'>", "<c t='b'>", "<v>", "</v>", "1", "<is>",
      "<t>",
      "</t>", "<rPh>", "</rPh>", "<f/>", "</is>", "<c s='-1'>", "<c r='AAAAAAAAAAAAAAAAA9'>", "<si>", "</si>",
    ]
    for _ in 0..<400 {
      let loose = { (_: Int) in tags.randomElement(using: &generator) ?? "" }
      let file = SpreadsheetFixture.xlsx((0..<14).map(loose).joined(), strings: (0..<6).map(loose).joined())
      _ = refusal(file)
    }
  }
}
