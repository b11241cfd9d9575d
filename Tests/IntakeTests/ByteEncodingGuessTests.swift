import Testing

@testable import Intake

struct ByteEncodingGuessTests {
  private static let sentences = [
    "Dat is één ding; de coördinator vond het geïmproviseerd.", "‘Ja’, zei zij – “echt waar” – ’s avonds…",
    "Hè, zo’n café à la carte, voilà.", "Reünie in Curaçao: crème, maître, señor.",
    "België en Oekraïne; één à twee keer",
  ]

  /// What is guessed of a text in a page; a character that is not in it becomes a question mark.
  private func guess(_ text: String, page number: Int) throws -> TextEncoding {
    let page = try #require(CodePage(number: number))
    let bytes = text.map { character in
      (UInt8.min...UInt8.max).first { page.character($0) == Array(String(character).utf8) } ?? 0x3F
    }
    return ByteEncodingGuess.encoding(of: bytes)
  }

  @Test("Ordinary sentences are told by their letters and their quotes", arguments: sentences)
  func sentence(text: String) throws {
    #expect(try guess(text, page: 1252) == .windows1252)
    #expect(try guess(text, page: 10000) == .macRoman)
  }

  @Test("So are those of an old computer, which had no curly quotes")
  func dos() throws {
    for text in Self.sentences where !text.contains(where: { "‘’“”–…".contains($0) }) {
      #expect(try guess(text, page: 850) == .dos850, "\(text)")
    }
  }

  @Test("Where nothing tells, it is Windows")
  func nothing() {
    #expect(ByteEncodingGuess.encoding(of: []) == .windows1252)
    #expect(ByteEncodingGuess.encoding(of: Array("Ja.".utf8)) == .windows1252)
  }

  @Test("A file is read in what was guessed, and says so")
  func file() {
    let bytes = Array("Zo is ".utf8) + [0x8E, 0x8E] + Array("n.".utf8)
    let text = DecodedText(SourceFile(name: "a.txt", bytes: bytes))
    #expect(text.text == "Zo is één.")
    #expect(text.encoding == .macRoman)
    #expect(
      text.problems.map(\.text) == [
        "The file is no UTF-8 and was read as Mac Roman. See whether this is right: 'Zo is één.' (line 1)."
      ])
  }
}
