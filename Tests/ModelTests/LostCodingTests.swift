import Model
import Testing

struct LostCodingTests {
  @Test("A coding without a place reads back, whatever its words are")
  func readsBack() {
    let lost = LostCoding(transcript: "t", code: "K", coder: "ann", words: "one\u{1F}two")
    #expect(LostCoding(lost.text) == lost)
    #expect(LostCoding("t") == nil)
  }
}
