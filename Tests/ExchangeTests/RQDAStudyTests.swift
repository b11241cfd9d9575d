import Model
import Testing

@testable import Exchange

@Suite struct RQDAStudyTests {
  @Test("Codes, texts, cases, codings and memos of a project come over, but not what was deleted there")
  func reads() throws {
    let tables = ForeignTables([
      "project": .init(["date", "memo"], [[.text("Mon"), .none]]),
      "source": .init(
        ["name", "id", "file", "memo", "owner", "status"],
        [
          [.text("s01"), .integer(1), .text("Wij wachten.\n"), .none, .text("anna"), .integer(1)],
          [.text("weg"), .integer(2), .text("Weg."), .none, .text("anna"), .integer(0)],
        ]),
      "freecode": .init(
        ["name", "memo", "id", "status", "color"],
        [
          [.text("wachten"), .text("Wat het is"), .integer(1), .integer(1), .text("#102030")],
          [.text("weg"), .none, .integer(2), .integer(0), .none],
        ]),
      "codecat": .init(["name", "catid", "status"], [[.text("Tijd"), .integer(1), .integer(1)]]),
      "treecode": .init(["cid", "catid", "status"], [[.integer(1), .integer(1), .integer(1)]]),
      "coding": .init(
        ["cid", "fid", "seltext", "selfirst", "selend", "status", "owner", "memo"],
        [
          [
            .integer(1), .integer(1), .text("wachten"), .number(4), .number(11), .integer(1), .text("anna"),
            .text("Waarom"),
          ],
          [.integer(1), .integer(1), .text("Wij"), .number(0), .number(3), .integer(0), .text("anna"), .none],
        ]),
      "cases": .init(["name", "id", "memo", "status"], [[.text("noord"), .integer(1), .text("NA"), .integer(1)]]),
      "caselinkage": .init(
        ["caseid", "fid", "selfirst", "selend", "status"],
        [[.integer(1), .integer(1), .number(0), .number(13), .integer(1)]]),
      "caseattr": .init(
        ["variable", "value", "caseid", "status"], [[.text("sector"), .text("po"), .integer(1), .integer(1)]]),
      "annotation": .init(
        ["fid", "position", "annotation", "owner", "status"],
        [[.integer(1), .integer(3), .text("Een noot"), .text("anna"), .integer(1)]]),
    ])
    let read = try RQDAStudy.read(tables, name: "p", path: "p.rqda", coder: "me")
    let study = read.study
    #expect(
      study.codes.map(\.code) == [
        Code(key: "tijd", name: "Tijd"),
        Code(key: "wachten", name: "wachten", definition: "Wat het is", color: "#102030", parent: "tijd"),
      ])
    #expect(study.transcripts.map(\.transcript.name) == ["s01"])
    #expect(study.transcripts.map(\.transcript.caseName) == ["noord"])
    #expect(study.cases.map(\.attributes) == [[Attribute("sector", ["po"])]])
    #expect(study.codings.map(\.span) == [TextSpan(4, 11)])
    #expect(study.memos.map(\.text) == ["Waarom", "Een noot"])
    #expect(read.report == TransferReport())
    #expect(throws: Problem.self) { try RQDAStudy.read(ForeignTables(), name: "p", path: "p.rqda", coder: "me") }
  }

  @Test("Numbers as large and as small as there are put nothing outside a text", arguments: [Int64.min, -1, .max])
  func extremes(number: Int64) throws {
    let tables = ForeignTables([
      "source": .init(["name", "id", "file"], [[.text("s01"), .integer(1), .text("Wij wachten.\n")]]),
      "freecode": .init(["name", "id"], [[.text("wachten"), .integer(1)]]),
      "coding": .init(
        ["cid", "fid", "selfirst", "selend"], [[.integer(1), .integer(1), .integer(number), .integer(number)]]),
      "cases": .init(["name", "id"], [[.text("noord"), .integer(1)]]),
      "caselinkage": .init(
        ["caseid", "fid", "selfirst", "selend"], [[.integer(1), .integer(1), .integer(number), .integer(number)]]),
      "annotation": .init(
        ["fid", "position", "annotation"], [[.integer(1), .integer(number), .text("Een noot")]]),
    ])
    let read = try RQDAStudy.read(tables, name: "p", path: "p.rqda", coder: "me")
    #expect(read.study.codings == [])
    #expect(read.study.memos == [])
    #expect(
      read.report.problems.map(\.what)
        == Array(
          repeating: "In 's01' a passage lies outside the text, or has no words in it; it was left out.", count: 2))
  }
}
