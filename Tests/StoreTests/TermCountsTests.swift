import Testing

@testable import Store

@Suite struct TermCountsTests {
  @Test(
    "Spellings that are one in lower case are counted together, others by their bytes", arguments: ["É é é", "é É é"])
  func merged(text: String) throws {
    let study = try StudyFixture()
    var text = text + " e\u{301} z"
    try text.withUTF8 { try study.store.tap.count($0) }
    let counts = TermCounts(study.store.tap)
    #expect((0..<counts.count).map { counts.word($0) } == [Array("e\u{301}".utf8), Array("z".utf8), Array("é".utf8)])
    #expect((0..<counts.count).map { counts.occurrences($0) } == [1, 1, 3])
  }
}
