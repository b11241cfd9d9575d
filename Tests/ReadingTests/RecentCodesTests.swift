import Testing

@testable import Reading

@Suite("RecentCodes")
struct RecentCodesTests {
  @Test("Codes take the keys in the order in which they come, and keep them")
  func keys() {
    var recent = RecentCodes()
    for code in [7, 3, 7, 5, 3] { recent.use(code) }
    #expect(recent.slots == [7, 3, 5])
    #expect(recent.lastUsed == [3, 5, 7])
    #expect(recent.code(under: 2) == 3)
    #expect(recent.code(under: 4) == nil)
    #expect(recent.code(under: 0) == nil)
  }

  @Test("The tenth takes the key of the one that was not used for longest")
  func tenth() {
    var recent = RecentCodes()
    for code in 1...9 { recent.use(code) }
    recent.use(1)
    recent.use(10)
    #expect(recent.slots == [1, 10, 3, 4, 5, 6, 7, 8, 9])
    recent.use(2)
    #expect(recent.slots == [1, 10, 2, 4, 5, 6, 7, 8, 9])
    #expect(recent.lastUsed.count == 10)
  }
}
