import Exchange
import Model
import Testing

@Suite struct CodebookFileTests {
  private static let file = "garden.yaml"

  @Test("A codebook with children reads in the order of the file")
  func reads() {
    let text = """
      title: School gardens
      language: en
      codes:
        - key: A
          name: Soil
          definition: >-
            What the ground
            is like.
          use: Whenever somebody digs.
          not: "Not for weather: take B."
          example: We found clay.
          phrases: [clay, "sand* and gravel", 12]
          color: "#4477aa"
          children:
            - key: 1
              name: yes
              definition: "  Digging  "
        - key: B
          name: Weather
          definition: Rain and sun.
          use:
          children: []
      """
    let codes = [
      Code(
        key: "A", name: "Soil", definition: "What the ground is like.", use: "Whenever somebody digs.",
        not: "Not for weather: take B.", example: "We found clay.", phrases: ["clay", "sand* and gravel", "12"],
        color: "#4477aa"),
      Code(key: "1", name: "yes", definition: "Digging", parent: "A"),
      Code(key: "B", name: "Weather", definition: "Rain and sun."),
    ]
    let read = CodebookFile.read(text, file: Self.file)
    #expect(read.codebook == Codebook(title: "School gardens", language: "en", codes: codes))
    #expect(read.problems.isEmpty)
  }

  @Test("A missing definition, an unknown field and a doubled name are warnings with their lines")
  func warnings() {
    let read = CodebookFile.read(
      """
      titel: Gardens
      codes:
        - key: A
          name: Soil
          colour: "#4477AA"
          definition: Ground.
          children:
            - key: a
              name: SOIL
      """, file: Self.file)
    let codes = [Code(key: "A", name: "Soil", definition: "Ground."), Code(key: "a", name: "SOIL", parent: "A")]
    #expect(read.codebook == Codebook(codes: codes))
    #expect(
      read.problems == [
        problem("The field 'titel' is not known and was left out; a codebook has title, language, codes.", 1),
        problem(
          "The field 'colour' is not known and was left out; a code has key, name, definition, use, not, example,"
            + " phrases, color, children.", 5),
        problem("The key 'a' differs only in capitals from 'A' in line 3.", 8),
        problem("The code 'a' has no definition.", 8),
        problem("The name 'SOIL' stands twice in the family 'A': as 'A' in line 3 and as 'a' in line 8.", 8),
      ])
  }

  @Test("Every error is named with its line, and no codebook comes back")
  func errors() {
    let read = CodebookFile.read(
      """
      codes:
        - key: B3
          name: Soil
        - name: No key here
        - key: B3
          name: Rain
          color: blue
        - key: or
          name: ""
        - key: two words
          name: Sun
          phrases: clay
          children: none
        - key: "-x"
          name: [a, list]
        - just words
      """, file: Self.file)
    #expect(read.codebook == nil)
    #expect(
      read.problems == [
        problem("The code 'No key here' has no key.", 4),
        problem("The key 'B3' is used twice: in line 2 and in line 5.", 5),
        problem("The colour 'blue' of the code 'B3' is not written as '#RRGGBB'.", 7),
        problem("The key 'or' is a word of the query language.", 8),
        problem("The code 'or' has no name.", 9),
        problem(
          "The key 'two words' has a blank in it; a key is made of letters, digits, '-', '_' and '.'.", 10),
        problem(
          "The field 'phrases' of the code 'two words' is not a list; a list looks like [small group*, \"one by one\"].",
          12),
        problem("'children' of the code 'two words' is not a list; each code in it begins with '- key:'.", 13),
        problem("The key '-x' does not begin with a letter or a digit.", 14),
        problem("The field 'name' of the code '-x' is not a text.", 15),
        problem("The code '-x' has no name.", 15),
        problem("An item of 'codes' is not a code; a code begins with '- key:'.", 16),
      ])
  }

  @Test("A colour that YAML takes for a comment is an error")
  func commentedColor() {
    let read = CodebookFile.read("codes:\n  - key: A\n    name: Soil\n    color: #4477AA\n", file: Self.file)
    #expect(read.codebook == nil)
    #expect(
      read.problems == [
        Problem(
          "The colour of the code 'A' begins with '#' and is not in quotes, so that YAML takes it for a comment.",
          file: Self.file, line: 4, typed: "    color: #4477AA")
      ])
  }

  @Test(
    "A file without codes says what is missing",
    arguments: [
      ("", "The file is empty.", nil), ("# only a comment\n", "The file is empty.", nil),
      ("title: Gardens\n", "The file has no field 'codes'.", 1),
      ("- key: A\n", "The file does not begin with fields such as 'title:' and 'codes:'.", 1),
    ] as [(String, String, Int?)])
  func nothingThere(_ text: String, _ what: String, _ line: Int?) {
    let read = CodebookFile.read(text, file: Self.file)
    #expect(read.codebook == nil)
    #expect(read.problems.map(\.what) == [what])
    #expect(read.problems.map(\.line) == [line])
    #expect(read.problems.map(\.hint) == ["'codebook export FILE.yaml' in a study with codes shows the form."])
  }

  @Test("A byte order mark and Windows line ends do no harm")
  func windows() {
    let read = CodebookFile.read(
      "\u{FEFF}codes:\r\n  - key: A\r\n    name: Soil\r\n    definition: Ground.\r\n", file: Self.file)
    #expect(read.codebook == Codebook(codes: [Code(key: "A", name: "Soil", definition: "Ground.")]))
    #expect(read.problems.isEmpty)
  }

  @Test("Lists that repeat each other without end are refused")
  func bomb() {
    let codes = Array(repeating: "{key: x, name: x}", count: 50).joined(separator: ", ")
    var text = "codes:\n  - &c0 {key: a, name: a, children: [\(codes)]}\n"
    for level in 1...10 {
      text += "  - &c\(level) {key: k\(level), name: n, children: [*c\(level - 1), *c\(level - 1)]}\n"
    }
    let read = CodebookFile.read(text, file: Self.file)
    #expect(read.codebook == nil)
    #expect(read.problems.contains { $0.what == "The file lists more than 20000 codes." })
  }

  private func problem(_ what: String, _ line: Int) -> Problem { Problem(what, file: Self.file, line: line) }
}
