@testable import Intake

/// OpenDocument texts built for a test.
enum OdtFixture {
  private static let names: String = {
    let names = [("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing")]
    let compatible = [("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")]
    return (names + compatible).map { " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($1):1.0\"" }.joined()
  }()

  static func xml(_ body: String, styles: String = "") -> [UInt8] {
    let styles = "<office:automatic-styles>\(styles)</office:automatic-styles>"
    let text = "<office:body><office:text>\(body)</office:text></office:body>"
    return Array("<office:document-content\(names)>\(styles)\(text)</office:document-content>".utf8)
  }

  static func paragraph(_ words: String) -> String { "<text:p>\(words)</text:p>" }

  static func table(_ rows: [[String]]) -> String {
    let cells = rows.map { row in row.map { "<table:table-cell>\(paragraph($0))</table:table-cell>" }.joined() }
    return "<table:table>\(cells.map { "<table:table-row>\($0)</table:table-row>" }.joined())</table:table>"
  }

  static func style(_ name: String, _ properties: String, family: String = "text", parent: String = "") -> String {
    let parent = parent.isEmpty ? "" : " style:parent-style-name=\"\(parent)\""
    return "<style:style style:name=\"\(name)\" style:family=\"\(family)\"\(parent)>"
      + "<style:text-properties \(properties)/></style:style>"
  }

  static let mimetype = ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8))

  static func odt(_ body: String, styles: String = "", others: [(String, [UInt8])] = []) -> SourceFile {
    let parts = [mimetype, ("content.xml", xml(body, styles: styles))] + others
    return SourceFile(name: "x.odt", bytes: WordFixture.archive(parts))
  }

  /// The part with common styles and, in it, a header of the pages.
  static func stylesPart(_ styles: String, header: String) -> [UInt8] {
    let master = "<office:master-styles><style:master-page><style:header>\(paragraph(header))</style:header>"
    return Array(
      ("<office:document-styles\(names)><office:styles>\(styles)</office:styles>"
        + "\(master)</style:master-page></office:master-styles></office:document-styles>").utf8)
  }
}
