import Model
import Testing

@testable import Export

struct SectionTextTests {
  @Test("A heading tells how often the code is there, and how much of it is shown")
  func counts() {
    var section = ExcerptSection(
      code: "K1", name: "Tekort", definition: "a\n\nb", quotes: 1200, transcripts: 12, cases: 1, shown: 1200)
    #expect(SectionText(section, .en).counts == "1200 quotes in 12 transcripts of 1 case")
    section.shown = 5
    #expect(SectionText(section, .nl).counts == "1.200 citaten in 12 transcripten van 1 casus; 5 getoond")
    #expect(SectionText(section, .nl).definition == ["a", "b"] && SectionText(section, .nl).heading == "K1 Tekort")
    section.quotes = 0
    #expect(SectionText(section, .en).counts == nil)
  }
}
