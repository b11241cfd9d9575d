import Retrieval
import Testing

@testable import Store

@Suite struct StemsAheadTests {
  @Test("Stems found ahead are those the stemmer gives")
  func same() throws {
    let stemmer = try #require(Stemmer(language: "nl"), "needs hunspell-nl")
    let ahead = StemsAhead(stemmer)
    let words = ["toetsen", "één", "scholen", "werkdrukte", "xyzzy"]
    ahead.want(words.prefix(2).map { Array($0.utf8) })
    ahead.want(words.dropFirst(2).map { Array($0.utf8) })
    ahead.finish()
    #expect(ahead.isIdle)
    #expect(words.map { ahead.stems(of: Array($0.utf8)) } == words.map { stemmer.stems(of: $0) })
    #expect(ahead.stems(of: Array("toets".utf8)) == nil)
    ahead.clear()
    #expect(ahead.stems(of: Array("toetsen".utf8)) == nil)
  }
}
