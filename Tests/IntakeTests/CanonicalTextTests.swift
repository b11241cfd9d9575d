@_spi(_Unicode) import Swift
import Testing
import TestSupport

@testable import Intake

struct CanonicalTextTests {
  private func canonical(_ text: String) -> String {
    String(decoding: CanonicalText(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test("Every kind of line end becomes one LF")
  func lineEnds() {
    #expect(canonical("a\r\nb\rc\nd\u{2028}e\u{2029}f\u{85}g\u{B}h\u{C}i\r\n\r\n") == "a\nb\nc\nd\ne\nf\ng\nh\ni\n\n")
  }

  @Test("Text comes in normal form C")
  func composes() {
    #expect(Array(canonical("cafe\u{301}\r\nzee\u{308}n").utf8) == Array("caf\u{E9}\nze\u{EB}n".utf8))
    #expect(Array(canonical("\u{2126} \u{212B}").utf8) == Array("\u{3A9} \u{C5}".utf8))
  }

  @Test("Control characters go, and are counted")
  func controls() {
    let text = CanonicalText(Array("a\u{0}b\u{7}\tc\u{7F}\u{90}\u{FFFE}d".utf8))
    #expect(text.bytes == Array("ab\tcd".utf8))
    #expect(text.dropped == 5)
  }

  @Test(
    "Invisible characters that are no control stay",
    arguments: ["soft\u{AD}hyphen", "no\u{A0}break", "a\u{200B}b\u{FEFF}c"])
  func invisible(text: String) { #expect(Array(canonical(text).utf8) == Array(text.utf8)) }

  @Test("White space alone is no words")
  func words() {
    #expect(!CanonicalText.hasWords(Array(" \n\t\u{A0}\u{200B}\u{FEFF}\n".utf8)[...]))
    #expect(CanonicalText.hasWords(Array("  \n\u{A0}é".utf8)[...]))
    #expect(CanonicalText.hasWords(Array(" .".utf8)[...]))
  }

  @Test("Any text becomes what the obvious way makes of it")
  func property() {
    var generator = SeededGenerator(seed: 12)
    let pieces: [String] = [
      "a", "woord ", "e", "\u{301}", "\u{308}", "é", "\r", "\n", "\t", "\u{C}", "\u{85}", "\u{2028}", "\u{1}", "\u{9D}",
      "’", "…",
      "ü", "\u{327}", "\u{1100}", "\u{1161}", "\u{212B}", "\u{FFFF}", "😀", "\u{A0}",
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0..<14, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      #expect(Array(canonical(text).utf8) == Array(slow(text).utf8), "\(text.debugDescription)")
    }
  }

  private func slow(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      defer { last = scalar }
      switch scalar {
      case "\n": if last != "\r" { scalars.append("\n") }
      case "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": scalars.append("\n")
      case "\t": scalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
      default: scalars.append(scalar)
      }
    }
    var composed = String.UnicodeScalarView()
    for scalar in String(scalars)._nfc { composed.append(scalar) }
    return String(composed)
  }
}
