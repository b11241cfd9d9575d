import Foundation
import TestSupport

@testable import Intake

/// Excel files: those of other programs, and some built for a test.
enum SpreadsheetFixture {
  static func file(_ name: String) throws -> SourceFile {
    let path = RepositoryFiles.path("Tests/IntakeTests/Fixtures/\(name)")
    return SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// An Excel file whose only visible sheet holds these rows, as XML.
  static func xlsx(
    _ rows: String, strings: String? = nil, styles: String? = nil, properties: String = "", after: String = "",
    sheets: String = #"<sheet name="Blad1" sheetId="1" r:id="r1"/>"#,
    namespace: String = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relations: String = relations,
    password: String? = nil
  ) -> SourceFile {
    let list = { (entries: String) in "<Relationships>\(entries)</Relationships>" }
    let relation = { (id: String, kind: String, target: String) in
      #"<Relationship Id="\#(id)" Type="\#(relations)/\#(kind)" Target="\#(target)"/>"#
    }
    var parts = [
      ("_rels/.rels", list(relation("r1", "officeDocument", "xl/workbook.xml"))),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(namespace)" xmlns:r="\#(relations)">\#(properties)<sheets>\#(sheets)</sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        list(
          relation("r1", "worksheet", "worksheets/sheet1.xml")
            + relation("r2", "worksheet", "/xl/worksheets/sheet2.xml")
            + relation("r3", "sharedStrings", "sharedStrings.xml") + relation("r4", "styles", "styles.xml")
            + relation("r5", "chartsheet", "chart.xml"))
      ),
      (
        "xl/worksheets/sheet1.xml",
        #"<worksheet xmlns="\#(namespace)"><sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#
      ),
      ("xl/worksheets/sheet2.xml", #"<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>"#),
    ]
    parts.append(("xl/sharedStrings.xml", "<sst>\(strings ?? "")</sst>"))
    parts.append(("xl/styles.xml", styles ?? "<styleSheet/>"))
    return SourceFile(
      name: "x.xlsx", bytes: WordFixture.archive(parts.map { ($0.0, Array($0.1.utf8)) }, password: password))
  }
}
