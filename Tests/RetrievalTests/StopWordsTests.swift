import Testing

@testable import Retrieval

@Suite("Stop words")
struct StopWordsTests {
  @Test(
    "Function words of the language are among them, as search takes them; words of the field are not",
    arguments: [
      ("nl", ["de", "het", "een", "zo", "n", "he", "oke", "zijn"], ["leraar", "tekort", "toets", "the", "groep"]),
      ("nl_BE", ["de"], ["geld"]), ("EN", ["the", "don", "t", "weren"], ["teacher", "want", "die", "de"]),
      ("fr", [], ["le", "the", "de"]),
    ])
  func lists(language: String, among: [String], not: [String]) {
    let words = StopWords.of(language: language)
    #expect(among.filter { !words.contains(Array($0.utf8)) } == [])
    #expect(not.filter { words.contains(Array($0.utf8)) } == [])
  }

  @Test("There are some hundreds, with a name")
  func sizes() {
    #expect((250...500).contains(StopWords.dutch.count))
    #expect((200...500).contains(StopWords.english.count))
    #expect(StopWords.none.count == 0)
    #expect(StopWords.name(ofLanguage: "nl_NL") == "Dutch" && StopWords.name(ofLanguage: "en") == "English")
    #expect(StopWords.name(ofLanguage: "fr") == nil)
  }
}
