/// How wide words will be in a picture, before it is known with which sans-serif letters they are drawn.
///
/// The widths are those of a wide face, so that words fit in any.
enum PictureText {
  /// - Parameter size: of the letters, in pixels.
  /// - Returns: pixels.
  static func width(of text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size
  }

  /// In parts of the letters' size.
  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", " ", "I", "’": 0.35
    case "f", "t", "r", "(", ")", "[", "]", "-", "/", "\"": 0.43
    case "m", "w", "M", "W", "%", "@", "&", "—", "…": 1.0
    case "a"..."z", "0"..."9": 0.64
    case "A"..."Z": 0.74
    default:
      scalar.value < 0x500 ? 0.68 : Double(DisplayWidth.of(Character(scalar))) * 0.85
    }
  }

  /// Lines that fit `width` pixels, at most `most` of them; a word that is wider is cut, and what is left out shows as `…`.
  static func lines(of text: String, width room: Double, size: Double, most: Int) -> [String] {
    // More than fits in any picture is not looked at.
    let words = DisplayWidth.printable(String(text.prefix(2000))).split(separator: " ").map(String.init)
    var lines: [String] = []
    var line = ""
    for (place, word) in words.enumerated() {
      let longer = line.isEmpty ? word : line + " " + word
      if width(of: longer, size: size) <= room || line.isEmpty {
        line = longer
      } else {
        if lines.count + 1 == most {
          return lines + [cut(line + " " + words[place...].joined(separator: " "), to: room, size: size)]
        }
        lines.append(cut(line, to: room, size: size))
        line = word
      }
    }
    return line.isEmpty ? lines : lines + [cut(line, to: room, size: size)]
  }

  private static func cut(_ text: String, to room: Double, size: Double) -> String {
    guard width(of: text, size: size) > room else { return text }
    var kept = ""
    var taken = width(of: "…", size: size)
    for character in text {
      taken += width(of: String(character), size: size)
      guard taken <= room else { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
