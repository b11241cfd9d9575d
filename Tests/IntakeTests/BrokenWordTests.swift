import Testing

@testable import Intake

struct BrokenWordTests {
  private func writing(_ left: String, _ right: String, in text: String = "", isSoft: Bool = false)
    -> BrokenWord.Writing
  {
    BrokenWord(Array(left.utf8)[...], Array(right.utf8)[...], isSoft: isSoft, stock: WordStock(Array(text.utf8)))
      .writing
  }

  @Test(
    "A syllable loses the hyphen of the line end",
    arguments: [
      ("leer", "vertragingen"), ("so", "ciaal"), ("vo", "rig"), ("po", "sitief"), ("geïnter", "viewd"), ("oud", "ste"),
      ("financi", "eel"), ("muse", "um"), ("be", "oordeling"), ("NPO-gel", "den"), ("ONDER", "WIJS"), ("pro", "ces"),
    ])
  func whole(left: String, right: String) { #expect(writing(left, right) == .whole) }

  @Test(
    "Names, abbreviations, numbers, single letters and clashing vowels keep it",
    arguments: [
      ("Noord", "Holland"), ("vmbo", "leerling"), ("CITO", "toets"), ("40", "jarige"), ("2020", "2021"),
      ("covid", "19"),
      ("e", "learning"), ("tv", "programma"), ("auto", "ongeluk"), ("na", "apen"), ("sociaal", "emotioneel"),
      ("NPO", "gelden"),
    ])
  func hyphenated(left: String, right: String) { #expect(writing(left, right) == .hyphenated) }

  @Test(
    "A hyphen hangs before a word that joins two parts",
    arguments: [("school", "en"), ("taal", "of"), ("reken", "noch"), ("kinder", "tot"), ("two", "to"), ("Vor", "und")])
  func hanging(left: String, right: String) { #expect(writing(left, right) == .hanging) }

  @Test("What stands elsewhere in the text decides first")
  func elsewhere() {
    #expect(writing("leer", "lingen", in: "de leer-lingen") == .hyphenated)
    #expect(writing("auto", "ongeluk", in: "een Autoongeluk") == .whole)
    #expect(writing("vo", "scholen", in: "alle scholen") == .hyphenated)
    #expect(writing("zij", "instromer", in: "zij-ingang en zij-instroom, een instromer") == .hyphenated)
    #expect(writing("partij", "en", in: "alle partijen") == .whole)
    #expect(writing("leerling", "en", in: "alle leerlingen") == .hanging)
    #expect(writing("zo", "als") == .whole)
    #expect(writing("oud", "leraar", in: "een leraar") == .hyphenated)
  }

  @Test("A soft hyphen belongs to no word")
  func soft() { #expect(writing("Noord", "Holland", isSoft: true) == .whole) }
}
