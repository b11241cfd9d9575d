import Testing

@testable import Store

@Suite struct ErasedWordsTests {
  /// What a transcript said, where the others said `elsewhere`.
  private func words(
    names: [String] = ["int01"], speakers: [String] = ["Jan", "Mevrouw de Boer"],
    elsewhere: [String] = ["wij wachten op hulp mevrouw"]
  ) throws -> ErasedWords {
    ErasedWords(
      names: names, speakers: speakers,
      texts: ["Mijn hond Zwabberdewab is gisteren gestorven.", "Wij wachten op de brief van Kees. Dat is een ramp."]
    ) { phrase in elsewhere.contains { (" " + $0 + " ").contains(" " + phrase + " ") } }
  }

  private func telling(_ texts: [String], _ words: ErasedWords) throws -> [String] {
    var words = words
    return try texts.filter { try words.tell(in: $0) }
  }

  @Test("Names of transcripts tell wherever they stand, names of speakers as words of their own")
  func names() throws {
    let told = [
      "/home/mila/INT01.csv", "Het gesprek met Jan.", "Jans broer", "zie mevrouw de boer", "over De Boers hond", "BOER",
    ]
    let quiet = ["in januari", "Jansen", "jan", "een mevrouw", "int02", ""]
    #expect(try telling(told + quiet, words()) == told)
    #expect(try telling(["Boer"], words(elsewhere: ["de boer zaait"])) == [])
    #expect(try telling(["is in"], words(names: ["is"])) == [])
  }

  @Test("Three words in a row tell that nobody else said, and a word of its own with its neighbour or its capital")
  func runs() throws {
    let told = [
      "hond Zwabberdewab", "een Zwabberdewab", "zwabberdewab!", "matching \"hond Zwabberdewab\"",
      "ze zei: is gisteren gestorven, dus", "brief van", "van kees", "KEES",
    ]
    let quiet = [
      "gestorven", "mijn poes", "Wie op wie wacht.", "wij wachten op", "dat is een", "op de", "hond is Mijn",
    ]
    #expect(try telling(told + quiet, words()) == told)
    #expect(try telling(["wij wachten op"], words(elsewhere: ["wij wachten", "op"])) == ["wij wachten op"])
    #expect(try telling(["Kees en Kees"], words(elsewhere: ["ook kees"])) == [])
  }
}
