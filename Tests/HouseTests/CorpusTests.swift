import Testing

@Suite("Corpus/README.md")
struct CorpusTests {
  @Test("The numbers of codings are those of the sheets")
  func codings() throws {
    let readme = try #require(Repository.file("Corpus/README.md")).text
    for (coder, rows) in [("Anna", 770), ("Bram", 288)] {
      let sheet = try #require(Repository.file("Corpus/np-onderwijs/codings-\(coder.lowercased()).csv"))
      let lines = sheet.lines.filter { $0.hasSuffix(",\(coder)") }
      #expect(lines.count == rows)
      #expect(readme.contains("\(rows) of \(coder)"))
    }
  }

  @Test("Every case has a folder, and every folder a case")
  func folders() throws {
    let cases = try #require(Repository.file("Corpus/np-onderwijs/cases.csv")).lines.dropFirst()
    let names = cases.filter { !$0.isEmpty }.compactMap { $0.split(separator: ",").first.map(String.init) }
    #expect(names == Repository.folders(in: "Corpus/np-onderwijs"))
  }
}
