import Testing

@testable import Intake

struct PageNumberTests {
  private func number(_ line: String) -> PageNumber? { PageNumber(Array(line.utf8)[...]) }

  @Test(
    "A line that says it is a page number is one",
    arguments: [
      ("Pagina 3 van 14", 3), ("pagina 3", 3), ("Page 3 of 14", 3), ("- 12 -", 12), ("–12–", 12), ("p. 7", 7),
      ("blz. 7", 7), ("3 van 14", 3), ("12 | Pagina", 12), ("| 4 |", 4),
    ])
  func certain(line: String, value: Int) {
    #expect(number(line)?.value == value)
    #expect(number(line)?.isCertain == true)
  }

  @Test(
    "A bare number may be one",
    arguments: [("12", 12, false), ("3 / 14", 3, false), ("xiv", 14, true), ("IX", 9, true)])
  func bare(line: String, value: Int, isRoman: Bool) {
    #expect(number(line)?.value == value)
    #expect(number(line)?.isRoman == isRoman)
    #expect(number(line)?.isCertain == false)
  }

  @Test(
    "Years, lists, words and halves are none",
    arguments: [
      "2021", "12.", "1) rust", "- 12", "12 leerlingen", "pagina", "Xi", "iiii", "vx", "ill", "3 van de", "", "-",
      "- rust -",
      "3 / vier",
    ])
  func none(line: String) { #expect(number(line) == nil) }
}
