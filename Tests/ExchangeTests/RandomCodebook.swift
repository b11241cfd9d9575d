import Model
import TestSupport

/// A codebook with texts that files find hard, as reading leaves them: no white space at the ends, nothing empty.
struct RandomCodebook {
  private static let pieces = [
    "soil", "é", "rain*", ": ", " #", "\"", "'", "\\", "|", ",", ";", "[", "]", "{", "}", "\n", "\n\n", " ", "  ", "\t",
    "-", "- ", "*", "&", "!", "%", "@", "=", "+", "null", "~", "yes", "12", "\u{1}", "\u{85}", "\u{2028}", "\u{301}",
    "\u{FEFF}", "\u{FFFE}", "😀", "\r\n", "\r", "…", "a long stretch of ordinary words about gardens and the people",
  ]
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func codebook() -> Codebook {
    var codes: [Code] = []
    /// The codes on the way down to the last one: only they can get a child next.
    var open: [String] = []
    for number in 0..<Int.random(in: 0...12, using: &generator) {
      open.removeLast(Int.random(in: 0...open.count, using: &generator))
      var code = Code(key: "k\(number)", name: text() ?? "name", parent: open.last)
      code.definition = text()
      code.use = text()
      code.not = text()
      code.example = text()
      code.phrases = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in text() }
      code.color = Bool.random(using: &generator) ? "#4477AA" : nil
      open.append(code.key)
      codes.append(code)
    }
    return Codebook(title: text(), language: text(), codes: codes)
  }

  private mutating func text() -> String? {
    var text = ""
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
    }
    // A mark at the very beginning of a text is taken for a byte order mark.
    while text.unicodeScalars.first == "\u{FEFF}" || text.first?.isWhitespace == true {
      text.unicodeScalars.removeFirst()
    }
    let trimmed = text.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }
}
