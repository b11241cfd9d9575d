import Intake
import Model
import Testing

@testable import Workbench

struct ImportRequestTests {
  @Test("What is typed becomes the options of reading")
  func reading() throws {
    var request = ImportRequest()
    try request.addSpeaker("Anna = schoolleider")
    try request.addSpeaker("Bram")
    (request.notes, request.per, request.joinsLines) = ("OMIT", "respondent", true)
    (request.tiers, request.open, request.respondent) = (["A"], ["v1"], "nr")
    var expected = ReadingOptions(speakers: [Speaker(name: "Anna", role: "schoolleider"), Speaker(name: "Bram")])
    (expected.notes, expected.survey.unit, expected.joinsLines) = (.omit, .respondent, true)
    (expected.tiers, expected.survey.open, expected.survey.respondent) = (["A"], ["v1"], "nr")
    #expect(try request.reading == expected)
  }

  @Test("Names come in as one reads them, however their accents were typed or stand in the file system")
  func normalForm() throws {
    let study = try TestStudy()
    try study.folder.write("Anna: Ja.", to: "Ame\u{301}lie/a.txt")
    try study.folder.write("Anna: Nee.", to: "b.txt")
    var request = ImportRequest(caseName: "Ame\u{301}lie")
    try request.addSpeaker("Rene\u{301}=rol")
    _ = try study.workbench.importFiles([study.folder.path + "/Ame\u{301}lie"])
    _ = try study.workbench.importFiles([study.folder["b.txt"]], request)
    let names = try study.workbench.store.cases().map(\.name) + request.speakers.map(\.name)
    #expect(names.map { Array($0.unicodeScalars) } == ["Am\u{E9}lie", "Ren\u{E9}"].map { Array($0.unicodeScalars) })
  }

  @Test("A word that is no choice is told with the choices")
  func noChoice() {
    var request = ImportRequest()
    request.notes = "below"
    let problem = Problem("'below' is no choice of --notes.", hint: "Write --notes end or omit.", kind: .usage)
    #expect(throws: problem) { try request.reading }
    #expect(throws: Problem.self) { try request.addSpeaker("=role") }
    #expect(throws: Problem.self) { try request.addSpeaker("Anna=") }
  }
}
