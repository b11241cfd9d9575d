import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct StudyFolderTests {
  private func link(_ name: String, to target: String, in folder: TemporaryFolder) throws {
    try FileManager.default.createSymbolicLink(atPath: folder[name], withDestinationPath: target)
  }

  @Test("Files of a folder are read, and links within it, but none that leads out of it")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("geheim", to: "secret.txt")
    try folder.write("buiten", to: "study-2/x.txt")
    try folder.write("binnen", to: "study/a/in.txt")
    try link("study/out.txt", to: folder["secret.txt"], in: folder)
    try link("study/near.txt", to: folder["study/a/in.txt"], in: folder)
    try link("study/b", to: folder["study-2"], in: folder)
    try link("study/round", to: folder["study/round"], in: folder)
    let study = StudyFolder(folder["study/"])
    func text(_ name: String) -> String? { study.bytes(name).map { String(decoding: $0, as: UTF8.self) } }
    #expect(text("a/in.txt") == "binnen")
    #expect(text("near.txt") == "binnen")
    for name in ["out.txt", "b/x.txt", "../secret.txt", "none.txt", "round", "a"] { #expect(text(name) == nil) }
    #expect(study.strays == ["out.txt", "b/x.txt", "../secret.txt"])
    #expect(study.problems.first?.what == "'out.txt' is a link that leads out of the folder; it is not read.")
    // A folder that is itself named by a link is the folder.
    try link("other", to: folder["study"], in: folder)
    #expect(StudyFolder(folder["other"]).bytes("a/in.txt") == Array("binnen".utf8))
  }

  @Test("A database that leads out of its folder, or with a journal that does, is refused")
  func databases() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "secret")
    try folder.write("x", to: "study/data.qda")
    let study = StudyFolder(folder["study"])
    #expect(try study.database("data.qda") == folder["study"] + "/data.qda")
    try link("study/data.qda-wal", to: folder["secret"], in: folder)
    #expect(throws: Problem.self) { try study.database("data.qda") }
    try link("study/linked.qda", to: folder["secret"], in: folder)
    #expect(throws: Problem.self) { try study.database("linked.qda") }
    #expect(throws: Problem.self) { try StudyFormat.qualCoder.read(folder["study"], form: nil, coder: "me") }
  }

  @Test("A text of a plain study that leads out of its folder is refused, and named")
  func plain() throws {
    let study = try TestStudy()
    _ = try study.importing(["a.txt": "Anna: Hoi.\n"])
    let path = study.folder["plain"]
    _ = try study.workbench.exportStudy(to: path, StudyExportRequest(isPlain: true))
    try study.folder.write("Anna: Hoi.\n", to: "secret.txt")
    try FileManager.default.removeItem(atPath: path + "/transcripts/a.txt")
    try link("plain/transcripts/a.txt", to: study.folder["secret.txt"], in: study.folder)
    #expect {
      try StudyFormat.plain.read(path, form: nil, coder: "me")
    } throws: { error in
      (error as? Problem)?.what.hasPrefix("'transcripts/a.txt' is a link that leads out of the folder; it is not read.")
        == true
    }
  }

  @Test("Once stopped, nothing more is read")
  func stopped() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a.txt")
    #expect(StudyFolder(folder.path, isStopped: { true }).bytes("a.txt") == nil)
  }
}
