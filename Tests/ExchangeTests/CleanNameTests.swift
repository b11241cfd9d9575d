import Model
import TestSupport
import Testing

@testable import Exchange

@Suite struct CleanNameTests {
  @Test("Nothing in a name commands a terminal, breaks the line or turns the direction of what stands behind it")
  func names() {
    #expect("a\u{1B}[31mb".cleanName == "a [31mb")
    #expect("x\u{202E}gnp.y\u{2066}\u{2069}".cleanName == "xgnp.y")
    #expect(" een\ntwee\t\u{9B}drie\u{7F} ".cleanName == "een twee  drie")
    #expect("e\u{301}é 😀 \u{5D0}".cleanName == "éé 😀 \u{5D0}")
    #expect("\u{202E}\u{0}".nameContent == nil)
  }

  @Test("Names of projects, codes, coders, cases and texts of a project are clean")
  func project() throws {
    let bad = "x&#x9B;1&#x202E;y"
    let xml = """
      <Project name="\(bad)"><Users><User name="\(bad)"/></Users><CodeBook><Codes><Code name="\(bad)"/></Codes></CodeBook>
      <Variables><Variable guid="\(GUID(of: "v").text)" name="\(bad)"/></Variables>
      <Cases><Case name="\(bad)"><VariableValue><VariableRef targetGUID="\(GUID(of: "v").text)"/>
      <TextValue>\(bad)</TextValue></VariableValue></Case></Cases>
      <Sources><TextSource name="\(bad)"><PlainTextContent>Ja.</PlainTextContent></TextSource></Sources></Project>
      """
    let study = try QDAProject.read(StoredZip.archive([("project.qde", Array(xml.utf8))]), file: "p.qdpx").study
    #expect(study.name == "x 1y")
    #expect(study.coders.map(\.name) == ["x 1y"])
    #expect(study.codes.map(\.code.name) == ["x 1y"])
    #expect(study.cases.map(\.name) == ["x 1y"])
    #expect(study.cases.map(\.attributes) == [[Attribute("x 1y", ["x 1y"])]])
    #expect(study.transcripts.map(\.transcript.name) == ["x 1y"])
  }

  @Test("So are the names of a database of another program")
  func database() throws {
    let bad = ForeignTables.Cell.text("x\u{1B}1\u{202E}y")
    let tables = ForeignTables([
      "source": .init(["name", "id", "file", "owner", "memo"], [[bad, .integer(1), .text("Ja."), bad, .text("Zo")]]),
      "freecode": .init(["name", "id"], [[bad, .integer(1)]]),
      "coding": .init(
        ["cid", "fid", "selfirst", "selend", "owner"], [[.integer(1), .integer(1), .integer(0), .integer(2), bad]]),
      "cases": .init(["name", "id"], [[bad, .integer(1)]]),
      "caseattr": .init(["variable", "value", "caseid"], [[bad, bad, .integer(1)]]),
    ])
    let study = try RQDAStudy.read(tables, name: "p\u{1B}", path: "p.rqda", coder: "me").study
    #expect(study.name == "p")
    #expect(study.coders.map(\.name) == ["x 1y"])
    #expect(study.memos.map(\.coder) == ["x 1y"])
    #expect(study.codes.map(\.code.name) == ["x 1y"])
    #expect(study.cases.map(\.name) == ["x 1y"])
    #expect(study.cases.map(\.attributes) == [[Attribute("x 1y", ["x 1y"])]])
    #expect(study.transcripts.map(\.transcript.name) == ["x 1y"])
  }
}
