import Model
import Testing

@testable import Exchange

@Suite struct TaguetteStudyTests {
  @Test("Documents, tags and highlights come over, each by who made it")
  func reads() throws {
    let tables = ForeignTables([
      "projects": .init(
        ["id", "name", "description", "created"], [[.integer(1), .text("Wachten"), .text("Over alles"), .text("2024")]]),
      "documents": .init(
        ["id", "name", "description", "contents"],
        [[.integer(5), .text("s01"), .text(""), .text("<p>Wij wachten é</p><p>te lang</p>")]]),
      "tags": .init(
        ["id", "path", "description"],
        [
          [.integer(1), .text("tijd.duur"), .text("Hoe lang")], [.integer(2), .text("tijd"), .text("")],
          [.integer(3), .text("los.einde"), .text("")],
        ]),
      "highlights": .init(
        ["id", "document_id", "start_offset", "end_offset", "snippet"],
        [
          [.integer(7), .integer(5), .integer(12), .integer(16), .text("<p>é</p><p>te</p>")],
          [.integer(8), .integer(5), .integer(0), .integer(3), .text("<p>Wij</p>")],
          [.integer(9), .integer(5), .integer(0), .integer(99), .text("x")],
        ]),
      "highlight_tags": .init(["highlight_id", "tag_id"], [[.integer(7), .integer(1)], [.integer(7), .integer(3)]]),
      "commands": .init(
        ["user_login", "payload"],
        [[.text("anna"), .text(#"{"highlight_id": 7, "tags": [1], "type": "highlight_add"}"#)]]),
    ])
    let read = try TaguetteStudy.read(tables, name: "p", path: "p.sqlite3", coder: "me")
    let study = read.study
    #expect(study.name == "Wachten")
    #expect(
      study.codes.map(\.code) == [
        Code(key: "tijd", name: "tijd"),
        Code(key: "tijd.duur", name: "tijd.duur", definition: "Hoe lang", parent: "tijd"),
        Code(key: "los.einde", name: "los.einde"),
      ])
    #expect(study.transcripts.map(\.transcript.text) == ["Wij wachten é\nte lang\n"])
    #expect(study.codings.map(\.span) == [TextSpan(12, 17), TextSpan(12, 17)])
    #expect(study.codings.map { study.coders[$0.coder].name } == ["anna", "anna"])
    #expect(study.memos.map(\.text) == ["Over alles"])
    #expect(read.report.losses.map(\.sentence) == ["1 highlight without a tag"])
    #expect(
      read.report.problems.map(\.what) == [
        "In 's01' a passage lies outside the text, or has no words in it; it was left out."
      ])
    #expect(throws: Problem.self) { try TaguetteStudy.read(ForeignTables(), name: "p", path: "p", coder: "me") }
  }
}
