/// How many terminal columns text takes: 2 for East Asian wide characters and emoji, 0 for combining marks, else 1.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    var width = 0
    for scalar in character.unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, of(scalar))
    }
    return width
  }

  /// The text with a space for each control character and without what turns the direction of the text around it.
  ///
  /// So it can neither break a line, command a terminal, nor show itself in another order than it is read.
  static func printable(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) || turnsDirection($0) }) else { return text }
    var printable = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !turnsDirection(scalar) {
      printable.append(isControl(scalar) ? " " : scalar)
    }
    return String(printable)
  }

  /// Control characters, and the two code points that no XML may hold.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value)
  }

  /// Embeddings, overrides and isolates of the bidirectional algorithm (Unicode Standard Annex 9).
  static func turnsDirection(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    return isWide(scalar.value) || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  /// Unicode's East_Asian_Width W and F, in blocks.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F1E6...0x1F1FF, 0x1F200...0x1F2FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// How many terminal columns text takes: 2 for East Asian wide characters and emoji, 0 for combining marks, else 1.
public func displayWidth(of text: String) -> Int { DisplayWidth.of(text) }

/// The text with a space for each control character and without what turns the direction of the text around it.
public func printableText(of text: String) -> String { DisplayWidth.printable(text) }
