import Testing

@testable import Analysis

@Suite("Levels of co-occurrence")
struct CooccurrenceLevelTests {
  @Test(
    "A level is read as it is typed",
    arguments: [
      ("exact", CooccurrenceLevel.exact), ("overlap", .overlap), ("within/0", .within(0)), ("within/12", .within(12)),
      ("segment", .segment), ("turn", .turn), ("transcript", .transcript), ("case", .case),
    ])
  func typed(text: String, level: CooccurrenceLevel) {
    #expect(CooccurrenceLevel(text) == level)
  }

  @Test(
    "What is no level is not read", arguments: ["", "segments", "within", "within/", "within/-1", "within/x", "turn/2"])
  func unknown(text: String) {
    #expect(CooccurrenceLevel(text) == nil)
  }
}
