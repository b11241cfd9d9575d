@testable import Segmentation
import Testing

struct DutchAbbreviationsTests {
  @Test("Each abbreviation stands in one list, small, without its last point, and fits")
  func lists() {
    let words = [DutchAbbreviations.goOn, DutchAbbreviations.beforeNumber, DutchAbbreviations.mayEnd]
      .flatMap { $0.split(separator: " ") }
    #expect(
      words.filter { $0.utf8.count > DutchAbbreviations.longest || $0.hasSuffix(".") || $0 != $0.lowercased() } == [])
    #expect(DutchAbbreviations.kinds.count == words.count)
  }
}
