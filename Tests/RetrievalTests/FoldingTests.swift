import Retrieval
import Testing

@Suite("Folding")
struct FoldingTests {
  @Test("Whole alphabets fold as in the index", arguments: FoldedAlphabet.all)
  func alphabets(_ alphabet: FoldedAlphabet) {
    #expect(Array(Folding.fold(alphabet.letters).utf8) == Array(alphabet.folded.utf8))
    #expect(Array(Folding.fold(alphabet.folded).utf8) == Array(alphabet.folded.utf8))
  }

  @Test(
    "Case, accents, ligatures and invisible characters do not count",
    arguments: [
      ("Coördinator", "coordinator"), ("cafe\u{301}", "cafe"), ("ĲSBEER ĳs", "ijsbeer ijs"),
      ("e\u{FB03}ciënt \u{FB01}n \u{FB05}", "efficient fin st"), ("leer\u{AD}achter\u{200B}stand", "leerachterstand"),
      ("\u{FEFF}a\u{2060}b\u{200D}c", "abc"), ("straße ØRE Łódź", "straße øre łodz"), ("", ""), ("Zo’n!", "zo’n!"),
    ])
  func words(_ text: String, _ folded: String) {
    #expect(Array(Folding.fold(text).utf8) == Array(folded.utf8))
  }

  @Test(
    "A form keeps its accents and loses case, ligatures and invisible characters",
    arguments: [("ÉÉN", "één"), ("Leer\u{AD}kracht", "leerkracht"), ("\u{FB01}lm", "film"), ("Ĳs", "ijs")])
  func surface(_ word: String, _ form: String) {
    #expect(Array(Folding.surface(word).utf8) == Array(form.utf8))
  }

  @Test("The index gets a text as it is unless a character must be taken apart or out")
  func indexText() {
    #expect(Folding.indexText("Zo’n café — één ƒ ﬗ ﹏ Â ī") == nil)
    #expect(Folding.indexText("") == nil)
    #expect(Folding.indexText("Ĳs en \u{FB03}x, af\u{AD}ge\u{200C}broken\u{FEFF}") == "ijs en ffix, afgebroken")
  }
}
