import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

@Suite struct WrittenFolderTests {
  private func write(_ names: [String], to folder: String, force: Bool = false) throws -> Int {
    try WrittenFolder.write(
      names.map { ($0, Array($0.utf8)) }, to: folder, marker: "marker", force: force, former: { _ in ["old", "kept"] })
  }

  @Test("A new or an empty folder is written to, one with other files is not")
  func folders() throws {
    let folder = try TemporaryFolder()
    #expect(try write(["marker", "a/b"], to: folder["new"]) == 2)
    #expect(try folder.text(of: "new/a/b") == "a/b")
    #expect(throws: Problem.self) { try write(["marker"], to: folder["none/new"]) }
    try folder.write("x", to: "file")
    #expect(throws: Problem.self) { try write(["marker"], to: folder["file"]) }
    try folder.write("x", to: "other/mine")
    #expect(throws: Problem.self) { try write(["marker"], to: folder["other"], force: true) }
    #expect(try folder.text(of: "other/mine") == "x")
  }

  @Test("A folder that was written before is brought up to date when told to; nothing else in it is touched")
  func again() throws {
    let folder = try TemporaryFolder()
    _ = try write(["marker", "old", "kept"], to: folder["f"])
    try folder.write("x", to: "f/mine")
    #expect(throws: Problem.self) { try write(["marker", "kept"], to: folder["f"]) }
    _ = try write(["marker", "kept", "new"], to: folder["f"], force: true)
    #expect(try TemporaryFolderNames.of(folder["f"]) == ["kept", "marker", "mine", "new"])
  }
}

extension WrittenFolderTests {
  @Test("A folder that could not be written to its end has no marker, and is taken for nothing")
  func halfWritten() throws {
    let folder = try TemporaryFolder()
    _ = try write(["marker", "a", "b"], to: folder["f"])
    try FileManager.default.removeItem(atPath: folder["f/b"])
    try folder.write("x", to: "f/b/in the way")
    #expect(throws: Problem.self) { try write(["marker", "a", "b"], to: folder["f"], force: true) }
    #expect(try TemporaryFolderNames.of(folder["f"]) == ["a", "b"])
  }
}

private enum TemporaryFolderNames {
  static func of(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}
