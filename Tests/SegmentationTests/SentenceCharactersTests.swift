@testable import Segmentation
import Testing

struct SentenceCharactersTests {
  @Test(
    "What can open a sentence",
    arguments: [
      ("A", SentenceCharacters.Opening.letter), ("É", .letter), ("漢", .letter), ("7", .digit), ("'", .quote),
      ("„", .quote),
      ("«", .quote), ("(", .bracket), ("[", .bracket), ("-", .dash), ("–", .dash), ("a", nil), ("é", nil), ("€", nil),
      ("#", nil),
    ])
  func opening(text: String, opening: SentenceCharacters.Opening?) {
    #expect(SentenceCharacters.opening(in: text.utf8.span, at: 0, before: text.utf8.count) == opening)
  }

  @Test("End marks have a length, and closing quotes and brackets are skipped")
  func marks() {
    let text = "…\")»”' (".utf8.span
    #expect(SentenceCharacters.endMark(in: text, at: 0, before: text.count) == 3)
    #expect(SentenceCharacters.endMark(in: text, at: 0, before: 2) == 0)
    #expect(SentenceCharacters.endMark(in: text, at: 3, before: text.count) == 0)
    #expect(SentenceCharacters.skippingClosings(in: text, from: 3, before: text.count) == 11)
  }
}
