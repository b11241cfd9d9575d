import Foundation
import Testing

@testable import Store

@Suite struct CopySearchTests {
  @Test("Words are found in plain and packed files, also across pieces, and in nothing else")
  func holding() throws {
    let folder = try TemporaryFolder()
    let far = Data(repeating: 0x41, count: (1 << 17) - 3) + Data("MARK".utf8) + Data(repeating: 0x42, count: 9)
    try far.write(to: URL(fileURLWithPath: folder.file("far")))
    let file = try NewFile(folder.file("far.gz"), called: "copy", whenThere: "")
    try Gzip.pack(folder.file("far"), into: file)
    try file.finish()
    for name in ["far", "far.gz"] {
      #expect(CopySearch.holds(folder.file(name), "MARK"))
      #expect(!CopySearch.holds(folder.file(name), "MARS"))
      #expect(!CopySearch.holds(folder.file(name), ""))
    }
    #expect(!CopySearch.holds(folder.file("none"), "MARK"))
  }

  @Test(
    "Two files of one study in different folders each have their copy of the day in one for many, and list their own")
  func sharedFolder() throws {
    let folder = try TemporaryFolder()
    let many = folder.file("many")
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    study.store.close()
    try FileManager.default.copyItem(atPath: study.path, toPath: folder.file("study.draad"))
    func changed(_ path: String) throws -> (store: StudyStore, copies: [String]) {
      let store = try StudyStore.open(path)
      try store.keepDailyCopies(.folder(many)) { "2024-03-02T10:00:00Z" }
      store.copyOfTheDay()
      return (store, try store.copyFolder(.folder(many)).copies().map(\.name))
    }
    let mine = try changed(study.path)
    let other = try changed(folder.file("study.draad"))
    #expect(mine.copies == ["study-2024-03-02.draad.gz"])
    #expect(other.copies == ["study-2024-03-02.2.draad.gz"])
    let found = try mine.store.allCopies(.folder(many))
    #expect(found.own.map { ($0 as NSString).lastPathComponent } == mine.copies)
    #expect(found.others.map { ($0 as NSString).lastPathComponent } == other.copies)
    #expect(found.studies == [] && found.unfinished == [])
    mine.store.close()
    other.store.close()
  }

  @Test(
    "Copies of an older Draad, without a mark, are told by the study's own mark inside; those of another study are none"
  )
  func unmarked() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    let copies = CopyFolder(beside: study.path)
    try copies.make()
    try study.store.packedCopy(to: copies.path + "/study-2024-03-02.draad.gz")
    try study.store.packedCopy(to: copies.path + "/was-2024-03-02.draad.gz")
    let other = try StudyFixture()
    try other.store.packedCopy(to: copies.path + "/study-2024-03-03.draad.gz")
    let found = try study.store.allCopies(.beside)
    #expect(found.own.map { ($0 as NSString).lastPathComponent } == ["study-2024-03-02.draad.gz"])
    #expect(found.others.map { ($0 as NSString).lastPathComponent } == ["was-2024-03-02.draad.gz"])
  }
}
