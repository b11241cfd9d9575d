import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct StopSignTests {
  private static let visit = Transcript.lines("visit", ["Anna: We waited. Long.", "Bram: Ja."])

  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([Self.visit])
    return study
  }

  @Test("That it was up is told once")
  func once() throws {
    let sign = StopSign()
    #expect(!sign.takeDown())
    sign.putUp()
    #expect(sign.isUp)
    #expect(throws: StopSign.problem) { try sign.goOn() }
    #expect(sign.takeDown())
    #expect(!sign.takeDown())
    try sign.goOn()
  }

  @Test("What is read ends also where the sign goes up between two statements")
  func reading() throws {
    let store = try study().store
    #expect(throws: StopSign.problem) {
      try store.read { db in
        store.stopSign.putUp()
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM segments")
      }
    }
    #expect(throws: StopSign.problem) { try store.transcriptNames() }
    #expect(try store.unstoppably { try store.transcriptNames() } == ["visit"])
    #expect(store.stopSign.takeDown())
    #expect(try store.transcriptNames() == ["visit"])
  }

  @Test("A change that is stopped leaves the study as it was")
  func changing() throws {
    let study = try study()
    let before = try StudyDump(study.store)
    #expect(throws: StopSign.problem) {
      try study.perform { change in
        try change.ensureCoder("Bo")
        study.store.stopSign.putUp()
        try change.ensureCoder("Cas")
      }
    }
    #expect(throws: StopSign.problem) { try study.perform { try $0.ensureCoder("Bo") } }
    _ = study.store.stopSign.takeDown()
    #expect(try StudyDump(study.store).differences(from: before) == [])
    try study.perform { try $0.ensureCoder("Bo") }
    #expect(try study.store.coderNames() == ["Bo"])
  }

  @Test("What is read of another study is stopped with this one, and a sign outlives a study that is closed")
  func other() throws {
    let (study, second) = (try study(), try self.study())
    let other = try StudyStore.reading(second.path, stopSign: study.store.stopSign)
    #expect(throws: StopSign.problem) {
      try other.read { db in
        study.store.stopSign.putUp()
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM segments")
      }
    }
    other.close()
    study.store.stopSign.putUp()
    _ = study.store.stopSign.takeDown()
    #expect(try study.store.transcriptNames() == ["visit"])
  }

  @Test("A copy that is stopped is not there", arguments: ["copy.draad", "copy.draad.gz"])
  func copying(name: String) throws {
    let study = try study()
    study.store.stopSign.putUp()
    #expect(throws: StopSign.problem) { try study.store.copyPages(to: study.folder.file("pages")) }
    #expect(throws: StopSign.problem) { try study.store.backup(to: study.folder.file(name)) }
    #expect(study.folder.names.filter { $0.hasPrefix("copy") || $0.contains("partial") } == [])
    _ = study.store.stopSign.takeDown()
    try study.store.backup(to: study.folder.file(name))
    #expect(study.folder.names.contains(name))
  }
}
