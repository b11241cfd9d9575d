/// The elements of Word documents that mean something here; all others are looked through.
enum WordTag: String {
  case paragraph = "w:p"
  case run = "w:r"
  case text = "w:t"
  case formula = "m:t"
  case paragraphProperties = "w:pPr"
  case runProperties = "w:rPr"
  case table = "w:tbl"
  case row = "w:tr"
  case cell = "w:tc"
  case box = "w:txbxContent"
  case otherPart = "w:altChunk"

  case tab = "w:tab"
  case placedTab = "w:ptab"
  case lineBreak = "w:br"
  case lineEnd = "w:cr"
  case hyphen = "w:noBreakHyphen"
  case softHyphen = "w:softHyphen"
  case symbol = "w:sym"

  case paragraphStyle = "w:pStyle"
  case runStyle = "w:rStyle"
  case bold = "w:b"
  case underline = "w:u"
  case colour = "w:color"
  case hidden = "w:vanish"
  case fonts = "w:rFonts"

  case fieldSign = "w:fldChar"
  case fieldCode = "w:instrText"
  /// A field in one element.
  case pageField = "w:fldSimple"
  case alternatives = "mc:AlternateContent"
  case choice = "mc:Choice"
  case fallback = "mc:Fallback"

  case footnoteReference = "w:footnoteReference"
  case endnoteReference = "w:endnoteReference"
  case commentReference = "w:commentReference"
  case footnote = "w:footnote"
  case endnote = "w:endnote"
  case comment = "w:comment"

  case del = "w:del"
  case moveFrom = "w:moveFrom"
  case deletedText = "w:delText"
  case deletedCode = "w:delInstrText"
  case reading = "w:rt"
  case sectionProperties = "w:sectPr"
  case tableProperties = "w:tblPr"
  case tableExceptions = "w:tblPrEx"
  case tableGrid = "w:tblGrid"
  case rowProperties = "w:trPr"
  case cellProperties = "w:tcPr"
  case controlProperties = "w:sdtPr"
  case controlEnd = "w:sdtEndPr"
  case tabs = "w:tabs"
  case numbering = "w:numPr"
  case formerRun = "w:rPrChange"
  case formerParagraph = "w:pPrChange"
  case fieldForm = "w:ffData"

  /// Deleted words, codes of fields, readings above characters, and properties in which no words are.
  var isUnread: Bool {
    switch self {
    case .deletedText, .deletedCode, .reading, .sectionProperties, .tableProperties, .tableExceptions, .tableGrid,
      .rowProperties, .cellProperties, .controlProperties, .controlEnd, .tabs, .numbering, .formerRun, .formerParagraph,
      .fieldForm:
      true
    default: false
    }
  }

  /// The usual prefix of a namespace, be it the transitional or the strict one.
  static func prefix(of namespace: String) -> String? {
    if namespace.contains("wordprocessingml") { return "w" }
    if namespace.hasSuffix("/math") { return "m" }
    return namespace.hasSuffix("/markup-compatibility/2006") ? "mc" : nil
  }
}
