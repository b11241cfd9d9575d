import Foundation
import Model
import Testing

@testable import Store

@Suite struct StudyRepairTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited.", "Bram: Long."])])
    _ = try study.store.content()
    return study
  }

  private func repair(_ study: StudyFixture) throws -> Repair? {
    try study.store.repair(study.store.check(), keeping: CopyFolder(beside: study.path), day: "2024-03-02")
  }

  @Test("What can be worked out from the rest is made anew, after the study as it was is kept")
  func mends() throws {
    let study = try study()
    let before = try study.store.content().digest
    try study.store.tamper(
      """
      DELETE FROM terms; INSERT INTO segment_index (segment_index) VALUES ('delete-all');
      UPDATE transcripts SET words = 99; UPDATE study SET value = 'x' WHERE name LIKE 'digest:%'
      """)
    let repaired = try repair(study)
    let copy = CopyFolder(beside: study.path).path + "/study-2024-03-02-before-repair.draad.gz"
    #expect(
      repaired
        == Repair(
          copy: copy,
          done: [
            "Made the indexes of the tables anew.", "Made the search index and the list of words anew.",
            "Forgot the digests and the packed codings that were kept; they are worked out again.",
            "Counted the words of 'visit' again: 3.",
          ], left: []))
    #expect(try study.store.check() == [])
    #expect(try study.store.content().digest == before)
    try StudyStore.restore(copy, to: study.folder.file("back.draad"))
    let back = try StudyStore.open(study.folder.file("back.draad"))
    #expect(try back.check().map(\.what).contains("The search index does not fit the segments."))
    back.close()
  }

  @Test("What cannot be worked out from the rest is left and named; where that is all, nothing is done")
  func leaves() throws {
    let study = try study()
    try study.store.tamper("UPDATE segments SET text = replace(text, 'We', 'He') WHERE number = 1")
    let changed = Finding("The text of 'visit' is not the text that was imported.")
    #expect(try repair(study)?.left == [changed])
    #expect(try study.store.check() == [changed])
    #expect(try repair(study) == nil)
    #expect(CopyFolder(beside: study.path).copies().count == 1)
  }
}
