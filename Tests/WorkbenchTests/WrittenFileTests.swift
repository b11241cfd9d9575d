import Foundation
import Model
import TestSupport
import Testing

@testable import Workbench

struct WrittenFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A new file has the bytes, and nothing else is left in the folder")
  func new() throws {
    try WrittenFile.write(Array("one".utf8), to: folder["a.csv"], force: false)
    #expect(try folder.text(of: "a.csv") == "one")
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("A file is written over only when told to")
  func force() throws {
    try WrittenFile.write(Array("one, and longer".utf8), to: folder["a.csv"], force: false)
    let problem = Problem(
      "The file '\(folder["a.csv"])' is there already.",
      hint: "Overwrite it with --force, or give another name.")
    #expect(throws: problem) { try WrittenFile.write(Array("two".utf8), to: folder["a.csv"], force: false) }
    #expect(try folder.text(of: "a.csv") == "one, and longer")
    try WrittenFile.write(Array("two".utf8), to: folder["a.csv"], force: true)
    #expect(try folder.text(of: "a.csv") == "two")
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("A folder that is not there is named")
  func folderMissing() {
    let problem = Problem(
      "There is no folder '\(folder["out"])'.", hint: "Make it first: mkdir -p \(folder["out"])")
    #expect(throws: problem) { try WrittenFile.write([65], to: folder["out/a.csv"], force: false) }
  }

  @Test("A folder is not written over, even when told to")
  func folderInTheWay() throws {
    try folder.write("kept", to: "a.csv/kept.txt")
    #expect(throws: Problem.self) { try WrittenFile.write([65], to: folder["a.csv"], force: true) }
    #expect(try folder.text(of: "a.csv/kept.txt") == "kept")
    #expect(try folder.names() == ["a.csv"])
  }

  @Test("What a link leads to is written over, and the link stays")
  func link() throws {
    try folder.write("one", to: "real/a.csv")
    try FileManager.default.createSymbolicLink(atPath: folder["a.csv"], withDestinationPath: folder["real/a.csv"])
    try WrittenFile.write(Array("two".utf8), to: folder["a.csv"], force: true)
    #expect(try folder.text(of: "a.csv") == "two")
    let real = try folder.text(of: "real/a.csv")
    #expect(real == "two")
  }

  @Test("A study is never written over, whatever is asked")
  func study() throws {
    try folder.write("SQLite format 3 and the rest", to: "a.csv")
    #expect(throws: Problem.self) { try WrittenFile.write(Array("two".utf8), to: folder["a.csv"], force: true) }
    #expect(try folder.text(of: "a.csv") == "SQLite format 3 and the rest")
  }

  @Test("What is no plain file is left alone")
  func device() throws {
    try FileManager.default.createDirectory(atPath: folder["a.csv"], withIntermediateDirectories: true)
    #expect(throws: Problem.self) { try WrittenFile.write(Array("two".utf8), to: folder["a.csv"], force: true) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["a.csv"]) == [])
  }
}
