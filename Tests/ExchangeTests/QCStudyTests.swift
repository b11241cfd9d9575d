import Model
import Testing

@testable import Exchange

@Suite struct QCStudyTests {
  @Test("Codes on lines come over, with the tree of the codebook")
  func reads() throws {
    let tables = ForeignTables([
      "document": .init(["file_path"], [[.text("noord/s01.txt")], [.text("weg.txt")]]),
      "document_index": .init(["id", "document_id"], [[.integer(1), .text("noord/s01.txt")]]),
      "location": .init(["id", "document_index_id"], [[.integer(4), .integer(1)]]),
      "coded_line_location_association": .init(
        ["coded_line_id", "location_id"], [[.integer(1), .integer(4)], [.integer(2), .integer(4)]]),
      "coded_line": .init(
        ["id", "line", "coder_id", "code_id"],
        [
          [.integer(1), .integer(1), .text("anna"), .text("duur")],
          [.integer(2), .integer(9), .text("anna"), .text("duur")],
        ]),
      "code": .init(["name"], [[.text("duur")], [.text("los")]]),
    ])
    let files = [
      "corpus/noord/s01.txt": "Eén\nTe lang\n", "codebook.yaml": "- tijd:\n  - duur\n  - plek: [duur]\n- null\n",
    ]
    let read = try QCStudy.read(tables, .init(), name: "p", path: "p", coder: "me") { files[$0].map { Array($0.utf8) } }
    #expect(
      read.study.codes.map(\.code) == [
        Code(key: "tijd", name: "tijd"), Code(key: "duur", name: "duur", parent: "tijd"),
        Code(key: "plek", name: "plek", parent: "tijd"), Code(key: "los", name: "los"),
      ])
    #expect(read.study.transcripts.map(\.transcript.name) == ["s01"])
    #expect(read.study.codings.map(\.span) == [TextSpan(5, 12)])
    #expect(
      read.report.losses.map(\.sentence) == [
        "1 second place of a code: 'duur'", "1 coding of a line that is not there, or is empty",
      ])
    #expect(read.report.problems.map(\.what) == ["The text 'weg.txt' of the project is missing."])
    #expect(throws: Problem.self) {
      try QCStudy.read(ForeignTables(), .init(), name: "p", path: "p", coder: "me") { _ in nil }
    }
  }

  @Test("The settings say where things lie, never outside the folder")
  func settings() {
    #expect(
      QCStudy.places("qc_version: 1.0.0\ndatabase: db/x.sqlite3\ncorpus_dir: ../x\ncodebook: /etc/passwd\n")?.database
        == "db/x.sqlite3")
    #expect(QCStudy.places("qc_version: 1.0.0\ncorpus_dir: ../x\ncodebook: /etc/passwd\n") == QCStudy.Places())
    #expect(QCStudy.places("name: something else\n") == nil)
    #expect(QCStudy.places("[") == nil)
  }
}
