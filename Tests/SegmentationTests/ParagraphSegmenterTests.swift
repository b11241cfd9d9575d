import Model
import Segmentation
import Testing

struct ParagraphSegmenterTests {
  @Test("A line is a paragraph, and blank lines belong to the paragraph before")
  func lines() {
    #expect(
      cut("\n Eerst dit.\n\n \u{A0}\nDan dat.\nEn dit.\n", by: .paragraph) == [
        "\n Eerst dit.\n\n \u{A0}\n", "Dan dat.\n", "En dit.\n",
      ])
  }

  @Test("Words below their label are one segment with it; later segments begin with their words")
  func labelAlone() {
    let talk = spoken([("Anna\n", "\nJa.\nNee.\n"), ("Bram: ", "Toch.\n"), ("Anna:", "\n")])
    #expect(
      segments(of: talk, by: .paragraph) == [
        Segment(span: TextSpan(0, 10), wordsStart: 5, turn: 0),
        Segment(span: TextSpan(10, 15), wordsStart: 10, turn: 0),
        Segment(span: TextSpan(15, 27), wordsStart: 21, turn: 1),
        Segment(span: TextSpan(27, 33), wordsStart: 32, turn: 2),
      ])
  }

  @Test("A block that was broken at a fixed width is one paragraph, the block after it another")
  func wrapped() {
    let first = """
      R: Nou ja, we hebben toen met het hele team om de tafel gezeten en
      gekeken waar de kinderen het meest aan hadden. Dat was niet zo
      eenvoudig, want iedereen had er een mening over en het geld moest
      snel op.


      """
    let second = "Daarna ging het beter.\nDe ouders waren blij.\n"
    #expect(
      cut(first + second, by: .paragraph) == [first, "Daarna ging het beter.\n", "De ouders waren blij.\n"])
  }

  @Test("A line in letters of unequal breadth goes on; a heading above it stands apart")
  func unequalLetters() {
    let heading = "Wat scholen doen\n"
    let block = """
      Sinds vorig jaar krijgen wij als school extra geld om de achterstanden die er zijn ontstaan, in te
      lopen, en om kinderen die het moeilijk hebben te steunen. In dit deel vertellen
      we hoe wij dat hebben aangepakt, wie er mee heeft gedacht en hoe het met de ouders is
      gegaan.

      """
    #expect(cut(heading + block, by: .paragraph) == [heading, block])
  }

  @Test("Two lines are joined when the page shows the width and the second goes on in small letters")
  func twoLines() {
    let talk = spoken([
      ("I: ", "Wat vond u van de manier waarop het bestuur u daarbij heeft\ngeholpen?\n\n"),
      ("R: ", "Dat viel mee, al had het van mij wel wat eerder gemogen, want\nwe zaten klem.\n"),
    ])
    #expect(segments(of: talk, by: .paragraph).map(\.turn) == [0, 1])
  }

  @Test("Long lines that end in a full stop stay paragraphs, however even their lengths")
  func evenLines() {
    let text = """
      De leerlingen kregen elke week twee uur extra les in kleine groepen.
      De leraren hadden daar eerst weinig zin in, maar dat ging snel over.
      De ouders vroegen vooral wanneer de toetsen weer zouden gaan beginnen.
      """
    #expect(cut(text, by: .paragraph).count == 3)
  }

  @Test("Lines without full stops stay paragraphs where a wide line shows that nothing was wrapped")
  func typedWithoutStops() {
    let wide = String(repeating: "we deden van alles en nog wat ", count: 5)
    let text = "ja dat hebben we vorig jaar ook gedaan met de kinderen van groep drie\nen toen niet meer\n\n\(wide)\n"
    #expect(cut(text, by: .paragraph).count == 3)
  }

  @Test("Short lines without full stops stay paragraphs")
  func verse() {
    #expect(cut("rust in de klas\nmeer tijd\nen minder druk\nop iedereen\n", by: .paragraph).count == 4)
  }
}
