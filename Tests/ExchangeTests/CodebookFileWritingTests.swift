import Exchange
import Model
import Testing

@Suite struct CodebookFileWritingTests {
  @Test("A codebook is written in the order of its fields, long texts folded")
  func writes() {
    let codebook = Codebook(
      title: "Gardens: a study", language: "en",
      codes: [
        Code(
          key: "A", name: "Soil",
          definition:
            "Everything that people say about the ground in which the plants of the garden have to grow, wet or dry.",
          use: "yes", not: "Not for \"rain\".", phrases: ["clay", "sand*, gravel", "one-to-one*"], color: "#4477AA"),
        Code(key: "1", name: "Digging", parent: "A"),
        Code(key: "B", name: "Weather, wind", example: "First line\nsecond line"),
      ])
    #expect(
      CodebookFile.write(codebook) == """
        title: "Gardens: a study"
        language: en
        codes:
          - key: A
            name: Soil
            definition: >-
              Everything that people say about the ground in which the plants of the garden have to
              grow, wet or dry.
            use: "yes"
            not: "Not for \\"rain\\"."
            phrases: [clay, "sand*, gravel", one-to-one*]
            color: "#4477AA"
            children:
              - key: "1"
                name: Digging
          - key: B
            name: Weather, wind
            example: "First line\\nsecond line"

        """)
  }

  @Test("A codebook without codes is a file that reads")
  func empty() {
    #expect(CodebookFile.write(Codebook()) == "codes: []\n")
    #expect(CodebookFile.read("codes: []\n", file: "f").codebook == Codebook())
  }

  @Test("A mark of byte order at the head of a text is kept")
  func byteOrderMark() {
    let codebook = Codebook(
      title: "\u{FEFF}Tuin",
      codes: [Code(key: "A", name: "\u{FEFF}\u{FEFF}Grond", definition: "\u{FEFF}", phrases: ["\u{FEFF}klei"])])
    #expect(CodebookFile.read(CodebookFile.write(codebook), file: "f").codebook == codebook)
  }

  @Test("Whatever stands in a codebook, it reads back the same", arguments: 1...120)
  func roundTrip(_ seed: UInt64) {
    var random = RandomCodebook(seed: seed)
    let codebook = random.codebook()
    let text = CodebookFile.write(codebook)
    let read = CodebookFile.read(text, file: "f.yaml")
    #expect(read.codebook == codebook, "\(text) \(read.problems)")
    if let again = read.codebook { #expect(CodebookFile.write(again) == text) }
  }
}
