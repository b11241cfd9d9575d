import Model
import Testing

@testable import Exchange

@Suite struct YAMLReferencesTests {
  /// Ten lists, each of ten times the one before it.
  private static let laughs: String = {
    let names = "abcdefghij".map { String($0) }
    let first = "a0: &a [x,x,x,x,x,x,x,x,x,x]\n"
    return zip(names, names.dropFirst()).enumerated().reduce(first) { text, entry in
      let list = Array(repeating: "*" + entry.element.0, count: 10).joined(separator: ",")
      return text + "a\(entry.offset + 1): &\(entry.element.1) [\(list)]\n"
    }
  }()

  @Test("A text that stands for thousands of millions of things is refused, with the line")
  func laughs() {
    let problem = YAMLReferences.problem(in: Self.laughs + "codes: *j\n", file: "x.yaml")
    #expect(
      problem?.what
        == "The file repeats parts of itself by '*NAME' in more than 20 places; written out it could become larger than any"
        + " memory.")
    #expect(problem?.place == "x.yaml:4")
  }

  @Test("Stars and signs in phrases and running text do no harm, nor do a few references")
  func plain() {
    let phrases = "phrases: [" + Array(repeating: "klein*", count: 100).joined(separator: ", ") + "]\n"
    let stars = Array(repeating: "een *woord*", count: 100).joined(separator: " ")
    for text in [
      phrases + "R&D & zo", stars, "a: &a [1]\nb: *a\n", "", "*", "&", "* een\n* twee & drie\n",
      "codes: " + String(repeating: "\"*x\", ", count: 100) + "&y",
    ] {
      #expect(YAMLReferences.problem(in: text, file: "x.yaml") == nil, "\(text.prefix(40))")
    }
  }

  @Test("Codebooks and projects that repeat themselves without end are refused, also as a key")
  func readers() throws {
    for text in [Self.laughs + "codes: *j\n", Self.laughs + "? *j\n: 1\n", "codes: []\n" + Self.laughs] {
      let read = CodebookFile.read(text, file: "x.yaml")
      #expect(read.codebook == nil)
      #expect(read.problems.count == 1)
      #expect(QCStudy.places("qc_version: 1\n" + text) == nil)
      let tables = ForeignTables([
        "document": .init(["file_path"]), "coded_line": .init(["id", "line", "coder_id", "code_id"]),
        "code": .init(["name"], [[.text("duur")]]),
      ])
      let study = try QCStudy.read(tables, .init(), name: "p", path: "p", coder: "me") {
        $0 == "codebook.yaml" ? Array(text.utf8) : nil
      }
      #expect(study.study.codes.map(\.code.key) == ["duur"])
      #expect(
        study.report.problems.map(\.what) == [
          "The tree of codes was not read. The file repeats parts of itself by '*NAME' in more than 20 places; written out"
            + " it could become larger than any memory."
        ])
    }
  }

  @Test("A few references are followed, but not to more things than a codebook has")
  func few() throws {
    let list = Array(repeating: "x", count: 10_000).joined(separator: ",")
    let text = """
      codes:
        - key: A
          name: n
          phrases: &p [\(list)]
          children: [{key: B, name: n, phrases: *p}]
      """
    #expect(CodebookFile.read(text, file: "x.yaml").codebook?.codes.map(\.phrases.count) == [10_000, 10_000])
    let tree = "- &a [\(list)]\n- &b [*a,*a,*a,*a,*a,*a]\n- [*b,*b,*b,*b,*b,*b]\n"
    let tables = ForeignTables([
      "document": .init(["file_path"]), "coded_line": .init(["id", "line", "coder_id", "code_id"]),
    ])
    let study = try QCStudy.read(tables, .init(), name: "p", path: "p", coder: "me") {
      $0 == "codebook.yaml" ? Array(tree.utf8) : nil
    }
    #expect(study.study.codes.map(\.code.key) == ["x"])
    #expect(
      study.report.problems.map(\.what) == [
        "The tree of codes has more than 200000 entries; the rest was left out."
      ])
  }

  @Test("Lists in lists without end are refused by the parser", arguments: ["[", "- ", "{a: ", "? "])
  func deep(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(CodebookFile.read(text, file: "x.yaml").codebook == nil)
    #expect(QCStudy.places(text) == nil)
  }
}
