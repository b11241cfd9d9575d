/// The parts of a Word document around its body: what is in the package, and its styles.
enum DocxParts {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let office = "http://schemas.openxmlformats.org"

  static func around(title: String, _ labels: LabelLanguage) -> [(name: String, bytes: [UInt8])] {
    let parts: [(name: String, text: String)] = [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", relations), ("docProps/core.xml", core(title, labels)),
      ("word/_rels/document.xml.rels", documentRelations), ("word/styles.xml", styles(labels)),
    ]
    return parts.map { ($0.name, Array((head + $0.text).utf8)) }
  }

  private static let contentTypes =
    "<Types xmlns=\"\(office)/package/2006/content-types\">"
    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    + override("word/document", "wordprocessingml.document.main") + override("word/styles", "wordprocessingml.styles")
    + "<Override PartName=\"/docProps/core.xml\" "
    + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"

  private static func override(_ part: String, _ type: String) -> String {
    "<Override PartName=\"/\(part).xml\" ContentType=\"application/vnd.openxmlformats-officedocument.\(type)+xml\"/>"
  }

  private static let relations =
    "<Relationships xmlns=\"\(office)/package/2006/relationships\">"
    + relation("r1", "\(office)/officeDocument/2006/relationships/officeDocument", "word/document.xml")
    + relation("r2", "\(office)/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
    + "</Relationships>"

  private static let documentRelations =
    "<Relationships xmlns=\"\(office)/package/2006/relationships\">"
    + relation("r1", "\(office)/officeDocument/2006/relationships/styles", "styles.xml") + "</Relationships>"

  private static func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }

  private static func core(_ title: String, _ labels: LabelLanguage) -> String {
    "<cp:coreProperties xmlns:cp=\"\(office)/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<dc:title>\(MarkupText.escaped(title))</dc:title><dc:creator>Draad</dc:creator>"
      + "<dc:language>\(labels.rawValue)</dc:language></cp:coreProperties>"
  }

  private static func styles(_ labels: LabelLanguage) -> String {
    let language = labels == .nl ? "nl-NL" : "en-GB"
    return "<w:styles xmlns:w=\"\(words)\"><w:docDefaults><w:rPrDefault><w:rPr>"
      + "<w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/><w:sz w:val=\"21\"/>"
      + "<w:lang w:val=\"\(language)\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      + "<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
      + style("Normal", "Normal", basedOn: nil, isDefault: true)
      + style("Heading1", "heading 1", "<w:keepNext/><w:spacing w:after=\"240\"/><w:outlineLvl w:val=\"0\"/>", bold(30))
      + style(
        "Heading2", "heading 2",
        "<w:keepNext/><w:spacing w:before=\"360\" w:after=\"80\"/><w:outlineLvl w:val=\"1\"/>", bold(26))
      + style(
        "Heading3", "heading 3",
        "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"80\"/><w:outlineLvl w:val=\"2\"/>", bold(23))
      + style("Caption", "caption", "<w:keepNext/><w:spacing w:after=\"80\"/>", bold(21))
      + style("TableText", "Table Text", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\"/>", size(19))
      + style("Quote", "Quote", "<w:spacing w:after=\"60\"/><w:ind w:left=\"567\" w:right=\"567\"/>")
      + style(
        "QuoteContext", "Quote Context", "<w:spacing w:after=\"60\"/><w:ind w:left=\"567\" w:right=\"567\"/>",
        "<w:i/><w:color w:val=\"5B6675\"/>")
      + style(
        "QuoteSource", "Quote Source", "<w:spacing w:after=\"280\"/><w:ind w:left=\"567\" w:right=\"567\"/>",
        "<w:color w:val=\"5B6675\"/>" + size(19))
      + style("QuoteCount", "Quote Count", "<w:spacing w:after=\"160\"/>", "<w:color w:val=\"5B6675\"/>" + size(19))
      + style("QuoteMemo", "Quote Memo", "<w:spacing w:after=\"160\"/>", "<w:i/>" + size(19))
      + style("Note", "Note", "<w:spacing w:after=\"20\" w:line=\"240\"/>", "<w:color w:val=\"5B6675\"/>" + size(17))
      + table + "</w:styles>"
  }

  private static func style(
    _ id: String, _ name: String, _ paragraph: String = "", _ run: String = "", basedOn: String? = "Normal",
    isDefault: Bool = false
  ) -> String {
    let base = basedOn.map { "<w:basedOn w:val=\"\($0)\"/>" } ?? ""
    return "<w:style w:type=\"paragraph\"\(isDefault ? " w:default=\"1\"" : "") w:styleId=\"\(id)\">"
      + "<w:name w:val=\"\(name)\"/>\(base)<w:qFormat/>"
      + (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>") + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>")
      + "</w:style>"
  }

  private static func bold(_ halfPoints: Int) -> String { "<w:b/>" + size(halfPoints) }

  private static func size(_ halfPoints: Int) -> String { "<w:sz w:val=\"\(halfPoints)\"/>" }

  private static let table: String = {
    let rule = "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"auto\""
    return "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:tblPr>"
      + "<w:tblBorders><w:top \(rule)/><w:bottom \(rule)/></w:tblBorders><w:tblCellMar>"
      + "<w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
  }()
}
