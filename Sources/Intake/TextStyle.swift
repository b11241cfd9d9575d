/// How words look, as far as that tells who speaks and what is to be read.
struct TextLook: Equatable {
  var isBold = false
  var isUnderlined = false
  /// Red, green and blue; 0 is black, as is what has no colour of its own.
  var colour: UInt32 = 0
  var isHidden = false
  var symbols: SymbolFont?

  /// Whether these words are marked in a way that the others are not.
  func standsOut(from other: TextLook) -> Bool {
    isBold && !other.isBold || isUnderlined && !other.isUnderlined || colour != 0 && colour != other.colour
  }

  /// Marked alike; a sign from another font changes nothing.
  func isMarked(as other: TextLook) -> Bool {
    isBold == other.isBold && isUnderlined == other.isUnderlined && colour == other.colour
  }

  /// The number of a colour such as `FF0000`; 0 for `auto` and other words.
  static func colour(_ text: String) -> UInt32 { UInt32(text.drop { $0 == "#" }, radix: 16) ?? 0 }
}

/// What a style says of the look of words; nil where it leaves that to the style it is made after.
struct TextStyle: Equatable {
  var parent: String?
  var isBold: Bool?
  var isUnderlined: Bool?
  var colour: UInt32?
  var isHidden: Bool?
  /// A font, which may be one of signs.
  var symbols: SymbolFont??

  func applied(to look: TextLook) -> TextLook {
    TextLook(
      isBold: isBold ?? look.isBold, isUnderlined: isUnderlined ?? look.isUnderlined, colour: colour ?? look.colour,
      isHidden: isHidden ?? look.isHidden, symbols: symbols ?? look.symbols)
  }

  fileprivate func over(_ base: TextStyle) -> TextStyle {
    TextStyle(
      parent: base.parent, isBold: isBold ?? base.isBold, isUnderlined: isUnderlined ?? base.isUnderlined,
      colour: colour ?? base.colour, isHidden: isHidden ?? base.isHidden, symbols: symbols ?? base.symbols)
  }
}

/// The styles of a document by their names, each with what it has from others.
struct StyleSheet {
  private var styles: [String: TextStyle] = [:]
  private var whole: [String: TextStyle] = [:]

  /// What one style says itself.
  subscript(name: String) -> TextStyle? {
    get { styles[name] }
    set {
      styles[name] = newValue
      whole = [:]
    }
  }

  /// With what it has from the styles it is made after, of which some thirty are followed.
  mutating func style(_ name: String) -> TextStyle? {
    if let style = whole[name] { return style }
    guard var style = styles[name] else { return nil }
    for _ in 0..<32 {
      guard let parent = style.parent.flatMap({ styles[$0] }) else { break }
      style = style.over(parent)
    }
    whole[name] = style
    return style
  }
}
