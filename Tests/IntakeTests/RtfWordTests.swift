import Testing

@testable import Intake

struct RtfWordTests {
  @Test("A word is of one kind only")
  func kinds() {
    let kinds = RtfWord.allCases.map { word in
      [word.isUnread, word.isOfDocument, word.isOfLook, word.character != nil].count { $0 }
    }
    #expect(kinds.allSatisfy { $0 <= 1 })
    #expect(RtfWord.all["emdash"]?.character == "—")
    #expect(RtfWord.all["nobody"] == nil)
  }
}
