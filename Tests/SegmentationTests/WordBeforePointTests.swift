@testable import Segmentation
import Testing

struct WordBeforePointTests {
  private func kind(_ text: String) -> WordBeforePoint {
    WordBeforePoint.kind(in: text.utf8.span, point: text.utf8.count, from: 0)
  }

  @Test(
    "The word before a point is told apart",
    arguments: [
      ("Ik zie dhr", WordBeforePoint.abbreviation), ("Ik zie DHR", .word), ("de i.h.k.v", .abbreviation),
      ("zie art", .abbreviationBeforeNumber),
      ("(enz", .abbreviationThatMayEnd), ("«mr", .abbreviation), ("mr. A", .initial), ("met É", .initial),
      ("met é", .word),
      ("12", .listMark), ("2021", .word), (" a", .listMark), ("A", .initial), ("groep 3", .word),
      ("een\u{A0}dr", .abbreviation),
      ("“dr", .abbreviation), ("www.school.nl", .word), ("Klaar", .word), ("", .word), ("zo ", .word),
      ("meervoudigepersoonlijkheid", .word),
    ])
  func kinds(text: String, expected: WordBeforePoint) { #expect(kind(text) == expected) }
}
