/// The fonts of an RTF document, as far as they tell in which code page its bytes are.
struct RtfFonts {
  private var ofDocument = CodePage.windows1252
  private var usual: Int?
  /// The numbers of code pages by font.
  private var numbers: [Int: Int] = [:]
  private var pages: [Int: CodePage] = [:]
  private var symbols: [Int: SymbolFont] = [:]
  /// The font that the table defines, and its name so far.
  private var defined = 0
  private var name: [UInt8] = []

  private static let longestName = 40

  mutating func page(of font: Int?) -> CodePage {
    guard let font = font ?? usual, let number = numbers[font] else { return ofDocument }
    if let page = pages[number] { return page }
    let page = CodePage(number: number) ?? ofDocument
    pages[number] = page
    return page
  }

  /// What the bytes stand for, where the font draws signs and no letters.
  func signs(of font: Int?) -> SymbolFont? {
    symbols.isEmpty ? nil : (font ?? usual).flatMap { symbols[$0] }
  }

  mutating func take(document word: RtfWord, _ number: Int?) {
    switch word {
    case .mac: ofDocument = CodePage(number: 10000) ?? ofDocument
    case .pc: ofDocument = CodePage(number: 437) ?? ofDocument
    case .pca: ofDocument = CodePage(number: 850) ?? ofDocument
    case .ansicpg: ofDocument = number.flatMap { CodePage(number: $0) } ?? ofDocument
    case .deff: usual = number
    default: break
    }
  }

  /// Takes a word of the table of fonts.
  mutating func take(_ word: RtfWord, _ number: Int?) {
    guard let number else { return }
    switch word {
    case .f:
      defined = number
      name = []
    case .fcharset: if let page = Self.charsets[number] { numbers[defined] = page }
    case .cpg: numbers[defined] = number
    default: break
    }
  }

  /// Takes a byte of the table: the name of a font, which a semicolon ends.
  mutating func take(_ byte: UInt8) {
    if byte == UInt8(ascii: ";") {
      symbols[defined] = SymbolFont(name: String(decoding: name, as: UTF8.self).trimmed)
    } else if name.count < Self.longestName {
      name.append(byte)
    }
  }

  /// Windows' numbers of character sets; 1, the usual one, is that of the document.
  private static let charsets = [
    0: 1252, 77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
  ]
}

/// The colours of an RTF document, as far as they set words apart.
struct RtfColours {
  private var colours: [[Int]] = [[0, 0, 0]]

  /// Another number for each colour; 0 for black and for what has none.
  func number(_ index: Int) -> UInt8 {
    guard colours.indices.contains(index), colours[index].contains(where: { $0 > 0 }) else { return 0 }
    return UInt8(index % 127 + 1)
  }

  mutating func take(_ word: RtfWord, _ number: Int?) {
    let last = colours.count - 1
    switch word {
    case .red: colours[last][0] = number ?? 0
    case .green: colours[last][1] = number ?? 0
    case .blue: colours[last][2] = number ?? 0
    default: break
    }
  }

  mutating func take(_ byte: UInt8) {
    if byte == UInt8(ascii: ";"), colours.count < 1000 { colours.append([0, 0, 0]) }
  }
}
