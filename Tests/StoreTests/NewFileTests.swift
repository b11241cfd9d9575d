import Foundation
import Model
import Testing

@testable import Store

@Suite struct NewFileTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func write(_ text: String, _ file: NewFile) throws {
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
  }

  @Test("A file has its name when it is whole, and only its owner reads it")
  func finish() throws {
    let folder = try TemporaryFolder()
    let file = try NewFile(folder.file("a"), called: "copy", whenThere: "")
    try write("some ", file)
    try write("words", file)
    #expect(folder.names == [".a.partial"])
    try file.finish()
    #expect(folder.names == ["a"])
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a"))) == Data("some words".utf8))
    #expect(try mode(folder.file("a")) == 0o600)
  }

  @Test("What is not finished leaves nothing")
  func discard() throws {
    let folder = try TemporaryFolder()
    do {
      let file = try NewFile(folder.file("a"), called: "copy", whenThere: "")
      try write("some", file)
    }
    #expect(folder.names == [])
  }

  @Test("What a killed program left is written over")
  func leftover() throws {
    let folder = try TemporaryFolder()
    try Data("a long text that was left".utf8).write(to: URL(fileURLWithPath: folder.file(".a.partial")))
    let file = try NewFile(folder.file("a"), called: "copy", whenThere: "")
    try write("some", file)
    try file.finish()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a"))) == Data("some".utf8))
    #expect(try mode(folder.file("a")) == 0o600)
  }

  @Test("A file that is there, or comes while another is made, is not written over unless that is said")
  func taken() throws {
    let folder = try TemporaryFolder()
    let isThere = Problem("'a' is there already.", file: folder.file("a"), hint: "Another.")
    let file = try NewFile(folder.file("a"), called: "copy", whenThere: "Another.")
    try write("mine", file)
    try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder.file("a")))
    #expect(throws: isThere) { try file.finish() }
    #expect(throws: isThere) { try NewFile(folder.file("a"), called: "copy", whenThere: "Another.") }
    file.discard()
    let other = try NewFile(folder.file("a"), called: "copy", replacing: true, whenThere: "")
    try write("new", other)
    try other.finish()
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file("a"))) == Data("new".utf8))
    #expect(folder.names == ["a"])
  }

  @Test("Of two that make the same file the second is told")
  func two() throws {
    let folder = try TemporaryFolder()
    let file = try NewFile(folder.file("a"), called: "copy", whenThere: "")
    #expect(
      throws: Problem(
        "Another program is making the copy 'a'.", file: folder.file("a"), hint: "Try again when it is done.")
    ) { try NewFile(folder.file("a"), called: "copy", whenThere: "") }
    try file.finish()
    #expect(folder.names == ["a"])
  }
}
