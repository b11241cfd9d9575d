import Model
import Testing

@testable import Store

@Suite struct OtherStudyTests {
  private static let visit = Transcript.lines("visit", ["Anna: We waited. Long.", "Bram: Ja."])

  @Test("A transcript that is not as it was stored does not come in from another study, and what is wrong is said")
  func damaged() throws {
    let study = try StudyFixture()
    try study.importTranscripts([Self.visit])
    #expect(try study.store.wholeTranscript(named: "visit")?.transcript.text == Self.visit.text)
    #expect(try study.store.wholeTranscript(named: "call") == nil)
    try study.store.tamper("UPDATE segments SET end_byte = 999999 WHERE number = 2")
    #expect(
      throws: Problem(
        "Nothing was taken in from 'study.draad', which is damaged: The segments of 'visit' do not cover its text.",
        hint: "Look there with: draad -s study.draad check")
    ) { try study.store.wholeTranscript(named: "visit") }
  }

  @Test("A kept file whose bytes are damaged is named; one whose bytes are no longer kept is not")
  func originals() throws {
    let study = try StudyFixture()
    try study.importTranscripts([Self.visit])
    #expect(try study.store.damagedOriginal(ofTranscript: "visit") == nil)
    #expect(try study.store.original(ofTranscript: "visit")?.fileName == "visit.md")
    try study.store.tamper("UPDATE originals SET deflated = x'00112233'")
    #expect(try study.store.damagedOriginal(ofTranscript: "visit") == "visit.md")
    try study.store.tamper("UPDATE originals SET deflated = x''")
    #expect(try study.store.damagedOriginal(ofTranscript: "visit") == nil)
    #expect(try study.store.original(ofTranscript: "visit") == nil)
  }
}
