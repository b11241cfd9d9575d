import Testing

@testable import Analysis

@Suite("Wilson's interval")
struct WilsonIntervalTests {
  @Test("It keeps within 0 and 1, and reaches them only where none or all have the code")
  func bounds() throws {
    let some = try #require(WilsonInterval.bounds(of: 2, among: 8))
    #expect(abs(some.low - 0.07147921275210901) < 1e-15)
    #expect(abs(some.high - 0.5907245696898311) < 1e-15)
    let none = try #require(WilsonInterval.bounds(of: 0, among: 10))
    #expect(none.low == 0)
    #expect(abs(none.high - 0.2775327998628892) < 1e-15)
    let all = try #require(WilsonInterval.bounds(of: 10, among: 10))
    #expect(all.high == 1)
    #expect(abs(all.low - (1 - none.high)) < 1e-15)
  }

  @Test("Of nothing there is no interval")
  func nothing() {
    #expect(WilsonInterval.bounds(of: 0, among: 0) == nil)
  }
}
