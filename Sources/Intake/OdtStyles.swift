import Packages

/// Reads the styles of an OpenDocument text, as far as they tell how words look.
struct OdtStyles {
  var sheet = StyleSheet()
  private var name: String?
  private var style = TextStyle()

  /// The name under which a style is kept: paragraphs and spans may each have one called `T1`.
  static func key(_ family: String, _ name: String) -> String { "\(family):\(name)" }

  mutating func start(_ tag: OdtTag, _ element: XMLElement) {
    switch tag {
    case .style:
      let family = element.attribute("family") ?? ""
      guard family == "text" || family == "paragraph" else { return }
      name = element.attribute("name").map { Self.key(family, $0) }
      style = TextStyle()
      style.parent = element.attribute("parent-style-name").map { Self.key(family, $0) }
    case .textProperties: if name != nil { style.add(element) }
    default: break
    }
  }

  mutating func end(_ tag: OdtTag) {
    guard tag == .style, let name else { return }
    sheet[name] = style
    self.name = nil
  }
}

extension TextStyle {
  fileprivate mutating func add(_ element: XMLElement) {
    if let weight = element.attribute("font-weight") { isBold = weight == "bold" || (Int(weight) ?? 400) > 500 }
    if let line = element.attribute("text-underline-style") { isUnderlined = line != "none" }
    if let colour = element.attribute("color") { self.colour = TextLook.colour(colour) }
    if let display = element.attribute("display") { isHidden = display == "none" }
    if let font = element.attribute("font-name") ?? element.attribute("font-family") {
      symbols = .some(SymbolFont(name: font.filter { $0 != "'" }))
    }
  }
}
