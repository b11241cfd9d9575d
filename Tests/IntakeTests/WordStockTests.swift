import Testing

@testable import Intake

struct WordStockTests {
  private func count(_ word: String, in text: String) -> Int {
    WordStock(Array(text.utf8)).count(Array(word.utf8)[...])
  }

  @Test("Words count in small letters, with their hyphens, apostrophes and accents")
  func counts() {
    let text = "Zo’n vo-school, VO-SCHOOL en ‘vo-school’: één Één école ÉCOLE 2021 leer\u{AD}lingen leerlingen"
    #expect(count("vo-school", in: text) == 3)
    #expect(count("één", in: text) == 2)
    #expect(count("école", in: text) == 2)
    #expect(count("zo’n", in: text) == 1)
    #expect(count("leerlingen", in: text) == 2)
    #expect(count("2021", in: text) == 1)
    #expect(count("vo", in: text) == 0)
  }

  @Test("The halves of a word that is broken at a line end do not count")
  func halves() {
    let text = "de leer-\nlingen en leer\u{AD}\n lingen"
    #expect(["leer", "lingen", "leer-", "de", "en"].map { count($0, in: text) } == [0, 0, 0, 1, 1])
  }

  @Test("A word is counted in pieces too, and by its head before a hyphen")
  func pieces() {
    let stock = WordStock(Array("vo-school vo-leraar leervertraging".utf8))
    #expect(stock.count(Array("leer".utf8)[...], Array("Vertraging".utf8)[...]) == 1)
    #expect(stock.headCount(Array("VO".utf8)[...]) == 2)
  }

  @Test("A word that stands with a small letter somewhere is known for it")
  func small() {
    let stock = WordStock(Array("De school en de NPO".utf8))
    #expect(["De", "School", "npo"].map { stock.isWrittenSmall(Array($0.utf8)[...]) } == [true, true, false])
  }
}
