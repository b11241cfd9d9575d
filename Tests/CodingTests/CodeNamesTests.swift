import Coding
import Model
import Testing

@Suite struct CodeNamesTests {
  private let names = CodeNames(
    Codebook(codes: [
      Code(key: "A", name: "Soil"), Code(key: "A1", name: "Clay and peat", parent: "A"),
      Code(key: "A2", name: "Other", parent: "A"), Code(key: "B", name: "Rain"),
      Code(key: "B1", name: "Rain in spring", parent: "B"), Code(key: "B2", name: "Rain in autumn", parent: "B"),
      Code(key: "B3", name: "Other", parent: "B"), Code(key: "soil", name: "Mulch/compost"),
      Code(key: "Z", name: "Crème de la terre"),
    ]),
    fold: { $0.lowercased().replacing("è", with: "e") },
    nearest: { typed, words in words.filter { $0.count == typed.count && $0.first == typed.first } })

  @Test(
    "A code is found by what a person types for it",
    arguments: [
      ("B1", "B1"), ("b1", "B1"), (" B1 ", "B1"),  // its key
      ("Clay and peat", "A1"), ("clay AND peat", "A1"), ("clay", "A1"), ("creme", "Z"),  // its name or the start of it
      ("soil", "soil"),  // a key goes before a name
      ("Rain", "B"), ("rai", "B"),  // the one above the others with such a name
      ("rain in a", "B2"), ("A/Other", "A2"), ("rain/oth", "B3"), ("b / other", "B3"), ("mulch/c", "soil"),
    ])
  func found(_ typed: String, _ key: String) throws {
    #expect(try names.code(typed).key == key)
  }

  @Test("A name that several codes have is not guessed at")
  func ambiguous() {
    #expect(
      throws: Problem(
        "'other' can mean 2 codes: 'A2' (Other) and 'B3' (Other).",
        hint: "Type the key, as in 'A2'; 'codebook show' lists all codes.")
    ) { try names.code("other") }
    #expect(
      throws: Problem(
        "'rain in' can mean 2 codes: 'B1' (Rain in spring) and 'B2' (Rain in autumn).",
        hint: "Type the key, as in 'B1'; 'codebook show' lists all codes.")
    ) { try names.code("rain in") }
  }

  @Test("Of many candidates five are named")
  func manyCandidates() {
    let codes = (1...7).map { Code(key: "T\($0)", name: "Tree \($0)") }
    let names = CodeNames(Codebook(codes: codes), fold: { $0.lowercased() }, nearest: { _, _ in [] })
    #expect(
      throws: Problem(
        "'tree' can mean 7 codes: 'T1' (Tree 1), 'T2' (Tree 2), 'T3' (Tree 3), 'T4' (Tree 4), 'T5' (Tree 5) and 2 more.",
        hint: "Type the key, as in 'T1'; 'codebook show' lists all codes.")
    ) { try names.code("tree") }
  }

  @Test("An unknown name gets those that look like it")
  func unknown() {
    #expect(
      throws: Problem("No code named 'B9'.", hint: "Did you mean 'B1', 'B2' or 'B3'? 'codebook show' lists all codes.")
    ) { try names.code("B9") }
    #expect(throws: Problem("No code named 'wolves'.", hint: "'codebook show' lists all codes.")) {
      try names.code("wolves")
    }
    #expect(throws: Problem("No code named 'A/Rain'.", hint: "'codebook show' lists all codes.")) {
      try names.code("A/Rain")
    }
    #expect(throws: Problem("No code was named.", hint: "'codebook show' lists all codes.", kind: .usage)) {
      try names.code("  ")
    }
  }
}
