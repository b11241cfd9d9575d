import Packages

/// Reads the styles of a Word document, as far as they tell how words look.
struct WordStyles {
  private(set) var sheet = StyleSheet()
  private var vocabulary = XMLVocabulary<Tag>(prefix: WordTag.prefix)
  private var words = XMLVocabulary<WordTag>(prefix: WordTag.prefix)
  private var name: String?
  private var style = TextStyle()

  private enum Tag: String {
    case style = "w:style"
    case basedOn = "w:basedOn"
  }

  mutating func take(_ event: XMLEvents.Event) {
    switch event {
    case .start(let element):
      switch vocabulary.tag(of: element) {
      case .style:
        name = element.attribute("styleId")
        style = TextStyle()
      case .basedOn: style.parent = element.attribute("val")
      case nil: if let tag = words.tag(of: element) { style.add(tag, element) }
      }
    case .end(let element):
      guard vocabulary.tag(of: element) == .style, let name else { return }
      sheet[name] = style
      self.name = nil
    case .text: break
    }
  }
}

extension TextStyle {
  /// What one element among the properties of words says; nil when it is about something else.
  init?(_ tag: WordTag, _ element: XMLElement) {
    self.init()
    guard add(tag, element) else { return nil }
  }

  @discardableResult
  fileprivate mutating func add(_ tag: WordTag, _ element: XMLElement) -> Bool {
    let value = element.attribute("val")
    let isOn = value != "0" && value != "false" && value != "off" && value != "none"
    switch tag {
    case .bold: isBold = isOn
    case .underline: isUnderlined = isOn
    case .hidden: isHidden = isOn
    case .colour: colour = TextLook.colour(value ?? "")
    case .fonts: symbols = .some((element.attribute("ascii") ?? element.attribute("hAnsi")).flatMap(SymbolFont.init))
    default: return false
    }
    return true
  }
}
