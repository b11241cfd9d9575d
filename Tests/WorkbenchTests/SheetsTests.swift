import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct SheetsTests {
  /// The smallest Excel file with these rows; an empty row is left out, as Excel does.
  private static func workbook(_ rows: [[String]]) -> [UInt8] {
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relation(_ kind: String, _ target: String) -> String {
      #"<Relationships><Relationship Id="r1" Type="\#(kinds)/\#(kind)" Target="\#(target)"/></Relationships>"#
    }
    let cells = rows.enumerated().map { number, row in
      row.isEmpty
        ? ""
        : #"<row r="\#(number + 1)">"# + row.map { "<c t='inlineStr'><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let parts = [
      ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(main)" xmlns:r="\#(kinds)"><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"#
      ),
      ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml")),
      (
        "xl/worksheets/sheet1.xml",
        #"<worksheet xmlns="\#(main)"><sheetData>\#(cells.joined())</sheetData></worksheet>"#
      ),
    ]
    return StoredZip.archive(parts.map { ($0.0, Array($0.1.utf8)) })
  }

  @Test("Sheets of cases and transcripts are read from Excel as from CSV, problems with the number of their row")
  func workbooks() throws {
    let study = try TestStudy()
    _ = try study.importing(["s1.txt": "Anna: Hoi.\n"])
    func file(_ rows: [[String]]) throws -> String { try study.folder.write(Self.workbook(rows), to: "x.xlsx") }
    _ = try study.workbench.loadCases(
      file([["case", "sector", "taken"], ["noord", "vo", "a|b"], [], ["zuid \"1\", x", "po", "c\nd"]]))
    _ = try study.workbench.assignCases(file([["transcript", "case"], ["s1", "noord"]]))
    _ = try study.workbench.loadTranscripts(file([["transcript", "datum"], ["s1", "2022-05-12"]]))
    let cases = try study.workbench.casesTable()
    #expect(cases.row("noord") == ["noord", "vo", "a|b"])
    #expect(cases.row("zuid \"1\", x") == ["zuid \"1\", x", "po", "c d"])
    #expect(try study.workbench.transcriptsTable().row("s1")?[1] == "noord")
    #expect {
      try study.workbench.assignCases(file([["transcript", "case"], [], ["s2", "noord"]]))
    } throws: { ($0 as? Problem)?.line == 3 }
    _ = try study.workbench.loadCodebook(file([["key", "name"], ["A", "Tijd"]]))
    #expect(try study.workbench.codebookTable().column("code") == ["A"])
  }

  @Test("A key that differs from a known one only in capitals is told")
  func twins() throws {
    let study = try TestStudy()
    _ = try study.workbench.addCode(key: "A", name: "Tijd", under: nil, definition: nil)
    let notes = try study.workbench.loadCodebook(study.write("Code;Omschrijving\nA;Over tijd\n", to: "c.csv")).notes
    #expect(
      notes.contains(
        "'a' is new beside 'A' (Tijd): the two keys differ only in capitals. If they are one code, 'undo', and give it the key"
          + " 'A' in the file."))
  }
}
