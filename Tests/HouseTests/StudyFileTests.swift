import Testing

@Suite("StudyFile.md")
struct StudyFileTests {
  @Test("Every table of the schema has a row, which names its columns")
  func tables() throws {
    let schema = try ["Schema", "Schema+Later"].map { name in
      try #require(Repository.file("Sources/Store/\(name).swift")).text
    }.joined()
    let document = try #require(Repository.file("Documentation/StudyFile.md"))
    let table = try Regex(#"CREATE TABLE (\w+) \(\n([^;]*)\n\s*\) STRICT"#)
    let tables = schema.matches(of: table)
    #expect(tables.count >= 17)
    for match in tables {
      let name = try #require(match.output[1].substring)
      let row = try #require(document.lines.first { $0.hasPrefix("| `\(name)` |") }, "\(name)")
      guard !row.contains("as `case_attributes`") else { continue }
      for column in columns(match.output[2].substring ?? "") {
        #expect(row.contains("`\(column)`"), "\(name).\(column)")
      }
    }
  }

  private func columns(_ body: Substring) -> [Substring] {
    body.split(separator: "\n").compactMap { line in
      let word = line.drop { $0 == " " }.prefix { $0.isLetter || $0 == "_" || $0.isNumber }
      return word.contains { $0.isLowercase } ? word : nil
    }
  }
}
