import Testing

@testable import Exchange

@Suite struct FreeNamesTests {
  @Test("A name that is taken gets the next number that is free")
  func names() {
    var names = FreeNames(["a", "a-3"])
    #expect(["a", "b", "a", "a", "b"].map { names.name($0) } == ["a-2", "b", "a-4", "a-5", "b-2"])
    #expect(names.isTaken("a-5") && !names.isTaken("a-6"))
  }
}
