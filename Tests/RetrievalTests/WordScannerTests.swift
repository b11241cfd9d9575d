import Model
import Retrieval
import TestSupport
import Testing

@Suite("Words of a text")
struct WordScannerTests {
  /// Each line was put to SQLite 3.40.1 with `unicode61 remove_diacritics 2`.
  static let measured: [(String, [String])] = [
    ("Zo'n 3e-graads coördinator, CAFÉ!", ["zo", "n", "3e", "graads", "coordinator", "cafe"]),
    ("e\u{301}e\u{301}n a\u{323} \u{301}x", ["een", "a", "x"]),
    ("naïef/über straße Øre Łódź Đurđa", ["naief", "uber", "straße", "øre", "łodz", "đurđa"]),
    ("2021/'22: €40.000,50 n=12", ["2021", "22", "40", "000", "50", "n", "12"]),
    ("a_b c-d e–f g…h", ["a", "b", "c", "d", "e", "f", "g", "h"]),
    ("school🙂huis 🤯 x", ["school🙂huis", "🤯", "x"]),
    ("x²½ ①", ["x²½", "①"]),
    ("لغة עברית", ["لغة", "עברית"]),
    ("日本語 テスト", ["日本語", "テスト"]),
    ("a\u{332}b a\u{331}b", ["a", "b", "ab"]),
  ]

  @Test("Words are those of the index", arguments: measured)
  func words(_ text: String, _ words: [String]) {
    #expect(Token.all(in: text).map { Array($0.folded.utf8) } == words.map { Array($0.utf8) })
  }

  @Test("A word knows where it stands in the text as it is")
  func positions() {
    let marked = MarkedText("«⟦Eén⟧» ⟦leer\u{AD}achter\u{200B}stand⟧\u{AD}, ⟦\u{FB01}jn⟧ ⟦e\u{301}⟧!")
    let tokens = Token.all(in: marked.text)
    #expect(tokens.map(\.span) == marked.spans)
    #expect(tokens.map(\.folded) == ["een", "leerachterstand", "fijn", "e"])
  }

  @Test("A word of plain letters says so")
  func plainLetters() {
    var text = "Toets é x\u{AD}y 12"
    let plain = text.withUTF8 { bytes in
      var scanner = WordScanner(bytes)
      var plain: [Bool] = []
      while scanner.advance() { plain.append(scanner.isASCII) }
      return plain
    }
    #expect(plain == [true, false, false, true])
  }

  @Test("The words of a text are those of the text the index gets")
  func sameAsIndexText() {
    var random = SeededGenerator(seed: 11)
    let letters = Array("aBé ĳﬁ\u{AD}\u{200B}'-🙂\u{301}x1Ø").flatMap(\.unicodeScalars)
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...20, using: &random) {
        if let letter = letters.randomElement(using: &random) { text.unicodeScalars.append(letter) }
      }
      let indexed = Folding.indexText(text) ?? text
      #expect(Token.all(in: text).map(\.folded) == Token.all(in: indexed).map(\.folded))
    }
  }
}
