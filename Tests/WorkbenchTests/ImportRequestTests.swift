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
