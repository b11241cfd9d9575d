import Model
import TestSupport
import Testing

@testable import Store

@Suite struct SpeakerRecordsTests {
  private func twoTalks() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([
      .lines("a", ["Anna: Ja.", "Annna: Nee.", "Anna: Zo.", "Bram: O."]), .lines("b", ["Annna: Hier.", "Bram: Daar."]),
    ])
    return study
  }

  private func speakers(_ study: StudyFixture) throws -> [String] {
    try study.store.speakerLines().map { "\($0.transcript) \($0.name) \($0.role ?? "-") \($0.turns)" }
  }

  @Test("Two spellings become one speaker, with the role that either had; undo parts them again")
  func merge() throws {
    let study = try twoTalks()
    try study.perform { _ = try $0.setRole("teacher", ofSpeaker: "Annna", in: nil) }
    let before = try speakers(study)
    var count = 0
    try study.perform { count = try $0.mergeSpeaker("Annna", into: "Anna", in: nil) }
    #expect(count == 2)
    #expect(try speakers(study) == ["a Anna teacher 3", "a Bram - 1", "b Anna teacher 1", "b Bram - 1"])
    _ = try study.store.undo(1, now: "later")
    #expect(try speakers(study) == before)
  }

  @Test("In one transcript the others keep the spelling")
  func oneTranscript() throws {
    let study = try twoTalks()
    try study.perform { _ = try $0.mergeSpeaker("Annna", into: "Anna", in: "b") }
    #expect(try speakers(study) == ["a Anna - 2", "a Annna - 1", "a Bram - 1", "b Anna - 1", "b Bram - 1"])
  }
}
