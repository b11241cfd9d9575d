import Testing

@Suite("Glossary")
struct GlossaryTests {
  @Test("The words stand in order, each once, with all four columns filled")
  func order() throws {
    let lines = try #require(Repository.file("Documentation/Glossary.md")).lines
    let rows = lines.filter { $0.hasPrefix("| ") }.dropFirst(2).map {
      $0.split(separator: "|").map { $0.filter { $0 != "-" } }
    }
    let words = rows.map { $0[0].lowercased() }
    #expect(rows.allSatisfy { $0.count == 4 })
    #expect(words.count > 30)
    #expect(words == Set(words).sorted())
  }
}
