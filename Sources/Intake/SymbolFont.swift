/// A font that draws signs in the place of letters; its signs are kept as codes from U+F020 to U+F0FF.
enum SymbolFont: Equatable {
  case symbol
  case wingdings
  /// Another one of the kind, whose signs are not known here.
  case other

  init?(name: String) {
    switch name.lowercased() {
    case "symbol": self = .symbol
    case "wingdings": self = .wingdings
    case "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra": self = .other
    default: return nil
    }
  }

  /// The character that looks like the sign; nil where there is none.
  func character(_ code: UInt32) -> Unicode.Scalar? {
    let code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    switch self {
    case .symbol: return Self.greek[code] ?? (Self.sameInSymbol.contains(code) ? Unicode.Scalar(code) : nil)
    case .wingdings: return Self.dingbats[code]
    case .other: return nil
    }
  }

  private static let sameInSymbol: Set<UInt32> = Set([0x20, 0x21, 0x23, 0x25, 0x26] + Array(0x28...0x29))
    .union([0x2B, 0x2C, 0x2E, 0x2F, 0x5B, 0x5D, 0x5F]).union(0x30...0x3F).union(0x7B...0x7D)

  /// Adobe's encoding of the font Symbol.
  private static let greek = table([
    (0x22, "∀"), (0x24, "∃"), (0x27, "∋"), (0x2A, "∗"), (0x2D, "−"), (0x40, "≅"), (0x41, "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"),
    (0x5C, "∴"), (0x5E, "⊥"), (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"), (0x7E, "∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"),
    (0xBF, "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑"), (0xF1, "⟩∫"),
  ])

  /// The signs of Wingdings that people put into a text: ticks, boxes, bullets, faces, arrows, numbers.
  private static let dingbats = table([
    (0x20, " "), (0x22, "✂"), (0x28, "☎✆✉"), (0x3F, "✍"), (0x41, "✌👌👍👎☜☞☝☟"), (0x4A, "☺😐☹💣☠"), (0x52, "☼💧❄"),
    (0x6C, "●"), (0x6E, "■□"), (0x71, "❑❒⬧⧫◆❖⬥"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x9E, "·•"), (0xA1, "○"),
    (0xA7, "▪◻"), (0xAA, "✦★"), (0xD8, "➢"), (0xDF, "←→↑↓↖↗↙↘"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩"), (0xFB, "✗✓☒☑"),
  ])

  private static func table(_ parts: [(first: UInt32, signs: String)]) -> [UInt32: Unicode.Scalar] {
    var table: [UInt32: Unicode.Scalar] = [:]
    for (first, signs) in parts {
      for (offset, sign) in signs.unicodeScalars.enumerated() { table[first + UInt32(offset)] = sign }
    }
    return table
  }
}
