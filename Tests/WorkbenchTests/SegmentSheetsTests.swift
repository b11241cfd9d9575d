import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct SegmentSheetsTests {
  private func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing(["s01.txt": "Anna: Wij wachten lang.\nBram: Wij wachten lang.\nAnna: Ja.\n"])
    try study.loadCodebook(["Q"])
    study.workbench.coder = "me"
    return study
  }

  private func codings(_ study: TestStudy) throws -> String {
    _ = try study.workbench.exportCodings(to: study.folder["out.csv"], coders: [], force: true)
    return try study.folder.text(of: "out.csv")
  }

  @Test("The words of segments are looked up; codes that are missing are made, and comments become memos")
  func loads() throws {
    let study = try study()
    let sheet = try study.write(
      """
      Document name,Code,Segment,Author,Comment
      S01,Code Q,Wij wachten  lang.,Mila,Waarom
      s01.docx,Tijd > Duur,Wij wachten lang.,,
      s01,Tijd > Duur,Wij wachten lang.,,

      """, to: "segments.csv")
    let outcome = try study.workbench.loadCodings(sheet, skipBad: false)
    #expect(
      outcome.notes == [
        "'Wij wachten  lang.' stands 2 times in 's01'; the first place was taken.",
        "'Wij wachten lang.' stands 2 times in 's01'; the first place was taken.",
      ])
    #expect(
      try codings(study) == """
        transcript,start,end,code,coder
        s01,6,23,Q,Mila
        s01,6,23,duur,me
        s01,30,47,duur,me

        """)
    #expect(try study.workbench.memosTable().column("text") == ["Waarom"])
    let digest = try study.workbench.contentDigest()
    _ = try study.workbench.loadCodings(sheet, skipBad: false)
    #expect(try study.workbench.contentDigest() == digest)
  }

  @Test("A row whose words or document are not there is named, and nothing is kept unless told to")
  func refuses() throws {
    let study = try study()
    let sheet = try study.write(
      "document,tag,content\ns01,Q,Niet gezegd\ns09,Q,Ja.\ns01,Q,Ja.\n", to: "segments.csv")
    let before = try study.workbench.contentDigest()
    #expect(throws: Problem.self) { try study.workbench.loadCodings(sheet, skipBad: false) }
    #expect(try study.workbench.contentDigest() == before)
    let outcome = try study.workbench.loadCodings(sheet, skipBad: true)
    #expect(outcome.notes.count == 2)
    #expect(try codings(study).split(separator: "\n").count == 2)
  }

  @Test("A codebook in a sheet of another program is merged by name")
  func codebook() throws {
    let study = try study()
    let sheet = try study.write("tag,description\nCode Q,Wat het is\nNieuw,\n", to: "tags.csv")
    _ = try study.workbench.loadCodebook(sheet)
    #expect(try study.workbench.codeNames().map(\.key) == ["Q", "nieuw"])
    #expect(try study.workbench.describe("Q").contains("Definition: Wat het is"))
  }
}
