import Foundation
import Model
import Testing

@testable import Store

@Suite struct StudyAccessTests {
  @Test("The name of a study that must stay as it is holds whatever the path holds")
  func names() {
    #expect(StudyAccess.still.name(of: "/a b/ü?#%.draad") == "file:/a b/%C3%BC%3F%23%25.draad?immutable=1")
    #expect(StudyAccess.still.name(of: "//a/b.draad") == "file:/a/b.draad?immutable=1")
    #expect(StudyAccess.writing.name(of: "file:a.draad") == "./file:a.draad")
    #expect(StudyAccess.reading.name(of: "a.draad") == "a.draad")
  }

  @Test(
    "A study that may only be read answers, is checked, and refuses a change", arguments: ["a.draad", "a b?ü%.draad"])
  func reading(name: String) throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    let path = study.folder.file(name)
    try study.store.backup(to: path)
    let before = study.folder.names
    let store = try StudyStore.open(path, reading: true)
    #expect(store.isReadOnly)
    #expect(try store.text(ofTranscript: "visit") == "Anna: We waited.\n")
    #expect(try store.content() == study.store.content())
    #expect(try store.check() == [])
    #expect(
      throws: Problem(
        "The study '\(name)' may not be written by you.", hint: "Look at the rights of the file and its folder.")
    ) {
      try store.perform(Act(coder: nil, line: "", summary: "")) {
        try $0.set([], ofCase: "North"); return ""
      }
    }
    #expect(study.folder.names == before)
    store.close()
    #expect(study.folder.names == before)
  }

  @Test("A study that another has open is read with what was written last")
  func readingMeanwhile() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([], ofCase: "North") }
    let store = try StudyStore.open(study.path, reading: true)
    #expect(try store.caseNames() == ["North"])
    try study.perform { try $0.set([], ofCase: "South") }
    #expect(try store.caseNames() == ["North", "South"])
    store.close()
  }

  @Test("An older study that may only be read is left as it is")
  func older() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("study.draad")
    let queue = try StudyStore.plainQueue(path)
    try queue.write { db in
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try StudyStore.migrate(db, to: 2)
    }
    try queue.close()
    #expect(
      throws: Problem(
        "The study 'study.draad' is of an older Draad and may not be written by you, so it cannot be brought up to date.",
        file: path, hint: "Copy it to a folder of your own, and open it there.")
    ) { try StudyStore.open(path, reading: true) }
    #expect(folder.names == ["study.draad"])
  }

  @Test("Last changes that belong to another study are refused, and neither file is changed")
  func foreignLeftovers() throws {
    let (one, other) = (try StudyFixture(), try StudyFixture())
    try one.store.perform(Act(at: "2024-03-01T08:00:00Z", coder: nil, line: "", summary: "")) { change in
      try change.set([], ofCase: "North")
      return "Made."
    }
    one.store.close()
    for number in 1...9 { try other.importTranscripts([.lines("call-\(number)", ["Bram: Others came."])]) }
    try FileManager.default.copyItem(atPath: other.path + "-wal", toPath: one.path + "-wal")
    let before = try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: one.path + $0)) }
    #expect(
      throws: Problem(
        "The file 'study.draad-wal' does not belong to the study 'study.draad', or one of the two is damaged. "
          + "Neither was changed.", file: one.path,
        hint: "Bring both files together again, or save what is there with: draad rescue study.draad NEW.draad")
    ) { try StudyStore.open(one.path) }
    #expect(try ["", "-wal"].map { try Data(contentsOf: URL(fileURLWithPath: one.path + $0)) } == before)
  }

  @Test("A study that was cut off is refused with how much of it is there")
  func cutOff() throws {
    let study = try StudyFixture()
    study.store.close()
    let whole = try Data(contentsOf: URL(fileURLWithPath: study.path))
    try whole.prefix(whole.count - 5000).write(to: URL(fileURLWithPath: study.path))
    #expect(
      throws: Problem(
        "The study 'study.draad' was cut off: \(whole.count - 5000) of \(whole.count) bytes are there.",
        file: study.path,
        hint: "Copy it again, or save what is there with: draad rescue study.draad NEW.draad")
    ) { try StudyStore.open(study.path) }
  }

  @Test("A page of which only half went into the file before the power went is made whole by what lies beside it")
  func tornPages() throws {
    let study = try StudyFixture()
    // So long that the newest acts stand in the first half of their page and the oldest in the second.
    let line = String(repeating: "cases set ", count: 30)
    for number in 0..<10 {
      try study.store.perform(Act(at: "2024-03-01T08:0\(number):00Z", coder: nil, line: line, summary: "")) {
        try $0.set([], ofCase: "Case \(number)")
        return "Set."
      }
    }
    let whole = try DamagedStudy(study.path).bytes
    let log = try DamagedStudy(study.path + "-wal").bytes
    let names = try study.store.caseNames()
    let frame = 24 + 4096
    var pages: [Int: ArraySlice<UInt8>] = [:]
    for start in stride(from: 32, through: log.count - frame, by: frame) {
      let number = log[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      pages[number] = log[(start + 24)..<(start + frame)]
    }
    for (number, page) in pages.sorted(by: { $0.key < $1.key }) {
      let path = study.folder.file("torn-\(number).draad")
      var torn = whole
      let place = (number - 1) * 4096
      torn += [UInt8](repeating: 0, count: max(0, place + 4096 - torn.count))
      torn.replaceSubrange(place..<place + 4096, with: page.prefix(2048) + [UInt8](repeating: 0x7F, count: 2048))
      try DamagedStudy(path).write(torn)
      try DamagedStudy(path + "-wal").write(log)
      let store = try StudyStore.open(path)
      #expect(try store.check() == [], "page \(number)")
      #expect(try store.caseNames() == names, "page \(number)")
      store.close()
    }
  }
}
