/// Paragraphs and runs of WordprocessingML (ECMA-376, part 1).
enum DocxText {
  static func paragraph(_ text: String, style: String, keepsNext: Bool = false) -> String {
    paragraph(runs: run(text), style: style, keepsNext: keepsNext)
  }

  static func paragraph(runs: String, style: String, keepsNext: Bool = false, more: String = "") -> String {
    let keep = keepsNext ? "<w:keepNext/>" : ""
    return "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(keep)\(more)</w:pPr>\(runs)</w:p>"
  }

  static func run(_ text: String, _ properties: String = "") -> String {
    let look = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(look)<w:t xml:space=\"preserve\">\(MarkupText.escaped(text))</w:t></w:r>"
  }
}
