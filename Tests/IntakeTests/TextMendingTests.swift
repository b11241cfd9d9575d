import Model
import Testing
import TestSupport

@testable import Intake

/// Small texts of our own, in which an arrow stands for what mending makes of them.
struct TextMendingTests {
  private func mended(_ text: String) -> String { String(decoding: TextMending(Array(text.utf8)).bytes, as: UTF8.self) }

  @Test(
    "A word broken at a line end becomes one, and keeps a hyphen that is its own",
    arguments: [
      ("veel leer-\nvertragingen dus", "veel leervertragingen dus"),
      ("school- en teamleiders", "school- en teamleiders"),
      ("school-\nen teamleiders", "school- en teamleiders"),
      ("taal- of reken-\nachterstand", "taal- of rekenachterstand"),
      ("Noord-\nHolland", "Noord-Holland"),
      ("elke vmbo-\nleerling", "elke vmbo-leerling"),
      ("een CITO-\ntoets", "een CITO-toets"),
      ("40-\njarige juffen", "40-jarige juffen"),
      ("het jaar 2020-\n2021", "het jaar 2020-2021"),
      ("een auto-\nongeluk", "een auto-ongeluk"),
      ("geïnter-\nviewd", "geïnterviewd"),
      ("leer\u{AD}\nachterstand", "leerachterstand"),
      ("cofinancie¬\nring", "cofinanciering"),
      ("ik dacht -\nmaar toen", "ik dacht - maar toen"),
      ("onderwijs-\n\nkundige", "onderwijs-\n\nkundige"),
      ("de leerlingen\nwaren stil", "de leerlingen waren stil"),
      ("de leerlingen  \n  waren stil", "de leerlingen waren stil"),
      ("financi-\neel", "financieel"),
      ("ouders/\nverzorgers", "ouders/verzorgers"),
    ])
  func words(text: String, expected: String) { #expect(mended(text) == expected) }

  @Test(
    "What begins or ends a line of its own stays one",
    arguments: [
      "Anna: Goed,\nBram: en met mij\nAnna: ook goed\nBram: fijn",
      "Interviewer\nwat ziet u\n\nInterviewer\nen dan",
      "we zagen\n- rust\n- ruimte\n• licht\n1. lucht\na) en meer",
      "de klas\n[00:01:02] en toen",
      "tot hier #00:01:02-3#\nen verder",
      "naam\tleeftijd\njan\t12",
      "school   groep   aantal\nde brug   8   12",
      "# kop\ntekst eronder",
      "dat weet ik niet\n(lacht)\nnou ja",
      "rust\n22\n21\nvertrouwen in",
      "Een zin.\nNog een zin.\nEn een derde.",
    ])
  func untouched(text: String) {
    #expect(mended(text) == text)
    #expect(TextMending(Array(text.utf8)).repairs == [:])
  }

  @Test("Lines that were broken at the width of a page become paragraphs")
  func paragraphs() {
    let text = """
      2 Wat wij zagen
      De lessen begonnen later dan anders omdat de bus elke ochtend
      in de file stond. Niemand vond dat erg, behalve de ouders die
      op tijd op hun werk moesten zijn. Na een maand was dat over.
      De bus reed weer zoals vroeger.
      Toen waren er nieuwe klachten, nu over het rooster van de mid-
      dag en de gymzaal. Volgens de directeur lag dat toch vooral aan
      Noord-Holland.
      - de gymzaal was te klein voor alle groepen die erin moesten op
      vrijdag
      - het rooster
      """
    #expect(
      mended(text) == """
        2 Wat wij zagen
        De lessen begonnen later dan anders omdat de bus elke ochtend in de file stond. Niemand vond dat erg, behalve \
        de ouders die op tijd op hun werk moesten zijn. Na een maand was dat over. De bus reed weer zoals vroeger.
        Toen waren er nieuwe klachten, nu over het rooster van de middag en de gymzaal. Volgens de directeur lag dat \
        toch vooral aan Noord-Holland.
        - de gymzaal was te klein voor alle groepen die erin moesten op vrijdag
        - het rooster
        """)
  }

  @Test("Numbers and heads of pages go, and words go on over the end of a page")
  func pages() {
    let text = """
      Verslag van de school
      Op maandag was er les in lees-
      1
      \u{C}Verslag van de school

      vaardigheid. Daarna aten we
      2
      \u{C}Verslag van de school
      allemaal een boterham.
      3
      \u{C}Op dinsdag niet.
      Pagina 4 van 4

      """
    let mending = TextMending(Array(text.utf8))
    #expect(
      String(decoding: mending.bytes, as: UTF8.self)
        == "Op maandag was er les in leesvaardigheid. Daarna aten we allemaal een boterham.\nOp dinsdag niet.\n")
    #expect(mending.repairs == [.pageNumber: 4, .runningHead: 3, .joinedWord: 1, .joinedLine: 1])
  }

  @Test("Every letter and digit stays, but for those of page numbers and running heads")
  func lettersStay() {
    for text in Self.texts(seed: 31) {
      let bytes = Array(text.utf8)
      let kept = PageLines(bytes).lines.map { bytes.string($0.range) }.joined(separator: "\n")
      #expect(letters(mended(text)) == letters(kept), "\(text.debugDescription)")
    }
  }

  @Test("What is mended stays as it is when it is mended again")
  func twice() {
    for text in Self.texts(seed: 32) {
      let once = mended(text)
      let again = TextMending(Array(once.utf8))
      #expect(String(decoding: again.bytes, as: UTF8.self) == once, "\(text.debugDescription)")
      #expect(again.repairs == [:], "\(text.debugDescription)")
    }
  }

  @Test("A text in which every line is a paragraph does not change")
  func nothingToMend() {
    var generator = SeededGenerator(seed: 33)
    let words = ["school", "de", "rust", "NPO", "2021", "vo-scholen", "een", "één", "‘rust’", "bijv.", "(groep 8)"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1..<12, using: &generator)).map { _ in
        let sentence = (0..<Int.random(in: 0..<20, using: &generator)).compactMap { _ in
          words.randomElement(using: &generator)
        }
        return "Wij \(sentence.joined(separator: " ")) zien."
          + ["\n", "\n\n"][Int.random(in: 0..<2, using: &generator)]
      }
      #expect(mended(text.joined()) == text.joined())
    }
  }

  @Test("Lines are found again in the text as it was, and bold names on the lines they moved to")
  func origins() {
    let mending = TextMending(Array("een\ntwee\n\nDrie: a\nVier\n".utf8), boldNames: [3: "Drie", 4: "Vier"])
    #expect(String(decoding: mending.bytes, as: UTF8.self) == "een twee\n\nDrie: a\nVier\n")
    #expect([0, 4, 10, 18].map { mending.line(at: $0) } == [0, 1, 3, 4])
    #expect(mending.moved([3: "Drie", 4: "Vier"]) == [2: "Drie", 3: "Vier"])
  }

  private func letters(_ text: String) -> [Character] { text.filter { $0.isLetter || $0.isNumber }.map { $0 } }

  /// Texts of pieces that mean something to mending.
  private static func texts(seed: UInt64) -> [String] {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "de school ", "Anna: ", "Bram: ", "leer", "vo-", "-", "-\n", " -\n", "\n", "\n", "\n\n", "\u{C}", "12", "\n3\n",
      "\n4\n",
      "Pagina 5\n", "- 6 -\n", "Verslag van de dag\n", "en ", "of ", "als ", "a) ", "- ", "• ", "1. ", "  ", "   ",
      "\t", ".", ",", ";", ":",
      "?", "…", "‘", "’", "(", ")", "(lacht)\n", "[00:01:02] ", "#00:01:02-3#", "é", "ë", "¬", "\u{AD}", "/",
      "Een lange regel met veel woorden die de hele breedte van de bladzijde vult ",
      "nog een regel met veel woorden erin die ook al bijna zo breed is als de eerste", "NPO", "iv\n", "😀", "\u{A0}",
      "Interviewer\n",
    ]
    return (0..<1500).map { _ in
      (0..<Int.random(in: 0..<40, using: &generator)).compactMap { _ in pieces.randomElement(using: &generator) }
        .joined()
    }
  }
}
