import Testing

@testable import Intake

struct ScanSlipTests {
  private func slip(_ word: String, in text: String = "") -> String? {
    ScanSlip.slip(in: Array(word.utf8)[...], WordStock(Array(text.utf8))).map {
      String(decoding: $0.word, as: UTF8.self) + ($0.isSure ? "!" : "?")
    }
  }

  @Test(
    "Signs that no word holds are put right",
    arguments: [
      ("coérdinator", "coördinator!"), ("zorgcodrdinatoren", "zorgcoördinatoren!"),
      ("bouwcooérdinator", "bouwcoördinator!"),
      ("creéren", "creëren!"), ("therapieén", "therapieën!"), ("1eraar", "leraar?"), ("0nderwijs", "onderwijs?"),
      ("sch0ol", "school?"),
    ])
  func signs(word: String, expected: String) { #expect(slip(word) == expected) }

  @Test("What stands elsewhere in the text makes it sure")
  func elsewhere() {
    #expect(slip("1eraar", in: "een leraar") == "leraar!")
    #expect(slip("1nzet", in: "de inzet") == "inzet!")
    #expect(slip("reéle", in: "een reële kans") == "reële!")
  }

  @Test(
    "Words stay",
    arguments: [
      "één", "café", "coördinator", "1steklas", "1ejaars", "covid19", "bijlage1", "2e", "R1", "h5p", "A4tje", "10tal",
      "ideeën", "reéle", "klas10a", "s01", "Noordrand", "hoofdredacteur",
    ])
  func words(word: String) { #expect(slip(word) == nil) }

  @Test("A look-alike stands once, and what it looks like three times and more")
  func likely() {
    let stock = WordStock(
      Array("vlak vlak vlak viak Iedereen iedereen iedereen ledereen kern modem modern modern".utf8))
    let words = ["viak", "ledereen", "modem", "kern", "vlak"]
    #expect(
      words.map { word in ScanSlip.likely(Array(word.utf8)[...], stock).map { String(decoding: $0, as: UTF8.self) } }
        == ["vlak", "iedereen", nil, nil, nil])
  }

  @Test("Text without a sign of a slip is seen at a glance")
  func glance() {
    for text in ["een coérdinator", "a¬b", "0nderwijs", "sch0ol", "codrdinator"] {
      #expect(ScanSlip.mayHold(Array(text.utf8)))
    }
    for text in ["school 10", "groep 8b", "één café", "1e en 2e", "hoofdrol", "1ste", "2010b", "", "0", "é"] {
      #expect(!ScanSlip.mayHold(Array(text.utf8)))
    }
  }
}
