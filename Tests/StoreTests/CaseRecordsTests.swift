import Model
import Testing

@testable import Store

@Suite struct CaseRecordsTests {
  @Test("A case has its attributes by name, each with its values in order, and its transcripts")
  func cases() throws {
    let study = try StudyFixture()
    try study.perform {
      try $0.set([Attribute("type", ["c", "a", "b"]), Attribute("Sector", ["vo"])], ofCase: "North")
      try $0.set([], ofCase: "South")
    }
    try study.importTranscripts([.lines("visit", ["Anna: Yes."], caseName: "North"), .lines("call", ["No."])])
    try study.perform { try $0.assign(transcript: "call", toCase: "North") }
    #expect(
      try study.store.cases() == [
        StoredCase(
          name: "North", attributes: [Attribute("Sector", ["vo"]), Attribute("type", ["c", "a", "b"])],
          transcripts: ["visit", "call"]), StoredCase(name: "South", attributes: [], transcripts: []),
      ])
    try study.perform { try $0.set([Attribute("type", ["a"]), Attribute("Sector", [])], ofCase: "North") }
    #expect(try study.store.cases()[0].attributes == [Attribute("type", ["a"])])
  }

  @Test("All attributes are listed with the values that occur")
  func attributeValues() throws {
    let study = try StudyFixture()
    var visit = Transcript.lines("visit", ["Anna: Yes.", "Bram: No."], attributes: [Attribute("wave", ["2"])])
    visit.speakers[0].attributes = [Attribute("wave", ["1"])]
    try study.importTranscripts([visit])
    var changed = 0
    try study.perform { changed = try $0.setRole("head", ofSpeaker: "Bram", in: "visit") }
    #expect(changed == 1)
    let found = try study.store.attributeValues()
    #expect(found.map(\.name) == ["role", "wave"])
    #expect(found.map(\.values) == [["head"], ["1", "2"]])
  }
}
