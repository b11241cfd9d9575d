import Model
import Segmentation
import Testing

struct SentenceSegmenterTests {
  /// Sentences are divided by `|`.
  private func check(_ divided: String, _ location: SourceLocation = #_sourceLocation) {
    let sentences = divided.split(separator: "|").map(String.init)
    #expect(cut(sentences.joined(), by: .sentence) == sentences, sourceLocation: location)
  }

  @Test("A sentence ends at an end mark before a capital, a digit, a quote, a bracket or a dash")
  func ends() {
    check("Dat klopt. |Echt waar? |Ja! |3 keer. |'s Avonds niet. |(lacht) Nee. |– Toch? |„Ja.” |Élke dag… |Zo.")
    check("\"Dat kan niet.\" |Ze zei: (het mag.) |[stilte] Goed?! |Nou.\u{A0} |Klaar.")
  }

  @Test("A sentence does not end before a small letter")
  func goesOn() {
    check("Nou ja... ik weet het niet. |Wat? zei hij. |Zo… zo gaat dat. |Ach... (lacht) dat weet ik niet.")
    check("Nou ja... |Ik weet het. |Tja… |'Kom maar.'")
  }

  @Test(
    "An abbreviation does not end a sentence",
    arguments: [
      "Wij werken o.a. Met kleine groepen.", "Dat is bijv. De mentor.", "De heer dr. Jansen was er.",
      "Mevr. De Wit ook.",
      "Prof. dr. ing. Smit sprak.", "Zie art. 3 en blz. 12 en nr. 4.", "Dat kost max. 10 euro, incl. 2 euro borg.",
      "Dit was d.m.v. NPO-geld (o.a.) Van het rijk.", "Vgl. St. Jan en afd. Zorg.", "MEVR. Jansen".lowercased(),
      "I.v.m. Corona t.o.v. Eerder i.p.v. Later.", "Per 12 jan. 2022 of feb. 2023.",
      "Ca. 30 leerlingen, resp. 12 en 18.",
    ])
  func abbreviations(sentence: String) { check(sentence) }

  @Test("Some abbreviations and words end a sentence when a capital follows")
  func mayEnd() {
    check(
      "Boeken, schriften enz. |De rest niet. |Graag a.u.b. |Dank u. |Rust, sfeer e.d. |'t Was fijn. |Pennen etc. en meer."
    )
    check(
      "Ik ben lid. |De rest niet. |Vijf min. |Dan stop ik. |Nee, de MR. |Die wist het. |Dat zei de IB'er. |Ook de ING. |Ja."
    )
  }

  @Test("Initials, numbers, times and addresses of the web do not end a sentence")
  func numbers() {
    check("J.P. De Vries en mr. A. Bakker en Ph. Smit kwamen. |É. Dupont ook.")
    check("Er zijn 1.888 scholen. |Om 10.30 uur. |Zie www.school.nl/a.b voor meer. |In 2021. |Groep 3. |Zo.")
  }

  @Test("A list mark belongs to the words after it")
  func lists() {
    check("1. Eerst dit.\n|2. Dan dat.\n|b. Tweede.\n|3.1. Slot. |Nu.")
  }

  @Test("A paragraph ends a sentence, and in wrapped text a line does not")
  func paragraphs() {
    check("Zonder punt\n|zonder hoofdletter\n\n|Klaar")
    check(
      """
      R: Nou ja, we hebben toen met het hele team om de tafel gezeten en
      gekeken waar de kinderen het meest aan hadden. |Dat was niet zo
      eenvoudig, want iedereen had er een mening over o.a. de heer
      Jansen. |Dat was het.
      """)
  }

  @Test("The first sentence of a turn keeps its label")
  func label() {
    let talk = spoken([("Anna (IB). Om 10.30:\n", "Ja. Nee.\n"), ("B. ", "Toch. ")])
    #expect(
      pieces(of: talk, segments(of: talk, by: .sentence)) == ["Anna (IB). Om 10.30:\nJa. ", "Nee.\n", "B. Toch. "])
    #expect(segments(of: talk, by: .sentence).map(\.wordsStart) == [21, 25, 33])
  }
}
