import Foundation
import Model
import TestSupport
import Testing
import Workbench

@Suite struct ErasureTests {
  @Test("Of a survey of which one respondent is erased the bytes of the file are no longer kept")
  func survey() throws {
    let study = try TestStudy()
    let path = try study.write(
      "respondent,vraag1\njansen,Mijn hond Zwabberdewab is dood\npietersen,Met mij gaat het goed\n", to: "pers.csv")
    var request = ImportRequest()
    (request.open, request.respondent, request.per) = (["vraag1"], "respondent", "respondent")
    _ = try study.workbench.importFiles([path], request)
    #expect(
      try study.workbench.erase(transcript: "jansen", confirmed: true) == [
        "Erased 'jansen' for good: 1 transcript with 0 codings.",
        "Others came from the same file too; its bytes are no longer kept, for the words stood in them:",
        "  pers.csv",
      ])
    _ = try study.workbench.erase(case: "jansen", confirmed: true)
    _ = try study.workbench.check()
    #expect(try study.workbench.transcriptNames() == ["pietersen"])
  }

  @Test("A transcript that was removed before is erased by its name; a name that nothing had is none")
  func removedBefore() throws {
    let study = try TestStudy()
    try study.importing(["s01.txt": "Jan: Mijn hond Zwabberdewab is dood.\n", "s02.txt": "Kim: Het gaat goed.\n"])
    _ = try study.workbench.remove("s01")
    #expect(
      try study.workbench.erase(transcript: "s01", confirmed: true) == [
        "Erased 's01' for good: 1 transcript with 0 codings."
      ])
    #expect(
      throws: Problem("No transcript named 's01'.", hint: "Did you mean 's02'? 'transcripts' lists all transcripts.")
    ) {
      try study.workbench.erase(transcript: "s01", confirmed: true)
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.workbench.path))
    #expect(bytes.range(of: Data("wabberdewab".utf8)) == nil)
  }
}
