import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct StudyCopiesTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited.", "Bram: Long."])])
    return study
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func what(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? Problem)?.what ?? "Not a problem but \(error)"
    }
  }

  @Test("A packed copy is the study again when it is unpacked, and only its owner reads it")
  func packed() throws {
    let study = try study()
    let copy = study.folder.file("copy.draad.gz")
    try study.store.backup(to: copy)
    #expect(try mode(copy) == 0o600)
    try StudyStore.restore(copy, to: study.folder.file("back.draad"))
    #expect(try mode(study.folder.file("back.draad")) == 0o600)
    let back = try StudyStore.open(study.folder.file("back.draad"))
    #expect(try StudyDump(back).differences(from: StudyDump(study.store)) == [])
    #expect(try back.check() == [])
    back.close()
    #expect(study.folder.names.filter { $0.contains("partial") } == [])
  }

  @Test("A study that is restored takes no name that is taken, and a damaged copy is not restored")
  func refusedRestore() throws {
    let study = try study()
    let (copy, back) = (study.folder.file("copy.draad.gz"), study.folder.file("back.draad"))
    try study.store.backup(to: copy)
    #expect(what { try StudyStore.restore(copy, to: study.path) } == "'study.draad' is there already.")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
    bytes[bytes.count / 2] ^= 0xFF
    try bytes.write(to: URL(fileURLWithPath: copy))
    #expect(what { try StudyStore.restore(copy, to: back) } == "The copy 'copy.draad.gz' is damaged.")
    #expect(!study.folder.names.contains("back.draad"))
  }

  @Test("A copy is of one moment while another goes on writing, and can be read where nothing can be put beside it")
  func oneFile() throws {
    let study = try study()
    try study.store.backup(to: study.folder.file("copy.draad"))
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: study.folder.file("copy.draad"))))
    // 1 says that the file is whole without a log beside it.
    #expect(Array(bytes[18...19]) == [1, 1])
  }

  @Test("With force a copy is written over, but no study that is open, nor the study itself")
  func replacing() throws {
    let study = try study()
    let copy = study.folder.file("copy.draad")
    try Data("old".utf8).write(to: URL(fileURLWithPath: copy))
    try study.store.backup(to: copy, replacing: true)
    let open = try StudyStore.open(copy)
    #expect(try open.check() == [])
    #expect(
      what { try study.store.backup(to: copy, replacing: true) } == "'\(copy)' is in use, or no plain file.")
    #expect(
      what { try study.store.backup(to: study.path, replacing: true) } == "The study cannot be copied onto itself.")
    open.close()
    try study.store.backup(to: copy, replacing: true)
  }

  @Test("Of a study that is not whole no copy is made, and what is wrong is said")
  func notWhole() throws {
    let study = try study()
    try study.store.tamper("UPDATE segments SET text = replace(text, 'We', 'He') WHERE number = 1")
    for name in ["copy.draad", "copy.draad.gz"] {
      #expect(
        what { try study.store.backup(to: study.folder.file(name)) }
          == "No copy was made, for the study is not whole: The text of 'visit' is not the text that was imported.")
    }
    #expect(study.folder.names.filter { $0.contains("copy") } == [])
  }

  @Test("Before the first change of a day a copy is made of the study as it was, and one only")
  func daily() throws {
    let study = try study()
    var now = "2024-03-01T10:00:00Z"
    let copies = CopyFolder(beside: study.path)
    try study.store.keepDailyCopies(.beside) { now }
    try study.perform { try $0.set([], ofCase: "North") }
    // The day on which the transcripts came in is this one.
    #expect(copies.copies() == [])
    now = "2024-03-02T10:00:00Z"
    let before = try StudyDump(study.store)
    try study.perform { try $0.set([], ofCase: "South") }
    try study.perform { try $0.set([], ofCase: "East") }
    #expect(copies.copies().map(\.name) == ["study-2024-03-02.draad.gz"])
    try StudyStore.restore(copies.path + "/study-2024-03-02.draad.gz", to: study.folder.file("back.draad"))
    let back = try StudyStore.open(study.folder.file("back.draad"))
    #expect(try StudyDump(back).differences(from: before) == [])
    now = "2024-03-03T10:00:00Z"
    _ = try study.store.undo(1, now: now)
    #expect(copies.copies().map(\.day) == ["2024-03-03", "2024-03-02"])
    try study.store.keepDailyCopies(.off) { "2024-03-04T10:00:00Z" }
    try study.perform { try $0.set([], ofCase: "West") }
    #expect(copies.copies().map(\.day) == ["2024-03-03", "2024-03-02"])
  }

  @Test("Where the copy of the day cannot be made it is said, and the change is made")
  func dailyFails() throws {
    let study = try study()
    let said = Said()
    study.store.notices.tell { said.add($0.what) }
    let inTheWay = CopyFolder(beside: study.path).path
    try Data().write(to: URL(fileURLWithPath: inTheWay))
    try study.store.keepDailyCopies(.beside) { "2024-03-02T10:00:00Z" }
    try study.perform { try $0.set([], ofCase: "South") }
    #expect(try study.store.caseNames() == ["South"])
    #expect(
      said.all == [
        "No copy of 'study.draad' was made today: The folder '\(inTheWay)' for copies of the study cannot be made."
      ])
  }

  @Test("Of a damaged study no daily copy is made: the good ones stay")
  func dailyDamaged() throws {
    let study = try study()
    study.store.close()
    try DamagedStudy(study.path).overwritePage(with: "Bram: Long")
    let said = Said()
    let notices = Notices()
    notices.tell { said.add($0.what) }
    let store = try StudyStore.open(study.path, notices: notices)
    try store.keepDailyCopies(.beside) { "2024-03-02T10:00:00Z" }
    store.copyOfTheDay()
    #expect(CopyFolder(beside: study.path).copies() == [])
    #expect(said.all == ["No copy of 'study.draad' was made today: The study 'study.draad' is damaged."])
    store.close()
  }
}

/// What a study has said, from whatever thread.
final class Said: @unchecked Sendable {
  private(set) var all: [String] = []
  func add(_ text: String) { all.append(text) }
}
