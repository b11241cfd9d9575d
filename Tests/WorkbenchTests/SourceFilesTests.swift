import Foundation
import Intake
import Model
import TestSupport
import Testing

@testable import Workbench

struct SourceFilesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(_ paths: [String]) throws -> (entries: [String], folders: [String?], leftOut: [String]) {
    let files = try SourceFiles(paths.map { folder[$0] })
    return (
      files.entries.map { String($0.path.dropFirst(folder.path.count + 1)) }, files.entries.map(\.folder),
      files.leftOut
    )
  }

  @Test("Numbers in names count as numbers, capitals do not count")
  func order() throws {
    for name in ["talk-10.txt", "talk-2.txt", "Talk-1.md", "a/2.txt", "a/10.txt", "b.txt"] {
      try folder.write(name, to: "in/" + name)
    }
    #expect(
      try found(["in"]).entries
        == ["in/a/2.txt", "in/a/10.txt", "in/b.txt", "in/Talk-1.md", "in/talk-2.txt", "in/talk-10.txt"])
  }

  @Test("A file lies in its nearest folder below the one that was named, or in the one of several that were")
  func folders() throws {
    for name in ["top.txt", "mill/one.txt", "mill/2025/two.txt"] { try folder.write(name, to: "in/" + name) }
    let all = try found(["in", "in/mill", "in/mill/one.txt"])
    #expect(
      all.entries == [
        "in/mill/2025/two.txt", "in/mill/one.txt", "in/top.txt", "in/mill/2025/two.txt", "in/mill/one.txt",
        "in/mill/one.txt",
      ])
    #expect(all.folders == ["2025", "mill", "in", "2025", "mill", nil])
    #expect(try found(["in/mill/", "in/top.txt"]).folders == ["2025", nil, nil])
  }

  @Test("Hidden files and Word's locks are passed over, other formats are named")
  func leftOut() throws {
    for name in ["a.txt", ".b.txt", ".git/c.txt", "~$d.docx", "e.png", "f", "sub/G.TXT", "sub/h.csv"] {
      try folder.write(name, to: "in/" + name)
    }
    let all = try found(["in"])
    #expect(all.entries == ["in/a.txt", "in/sub/G.TXT"])
    #expect(all.leftOut == ["e.png", "f", "sub/h.csv"])
  }

  @Test("A slash at the end of a folder makes no difference")
  func slash() throws {
    try folder.write("x", to: "in/a.txt")
    #expect(try SourceFiles([folder["in/"]]).entries.map(\.path) == [folder["in/a.txt"]])
  }

  @Test("A file that is named itself is taken whatever its ending")
  func named() throws {
    try folder.write("12345", to: "notes.xyz")
    #expect(try SourceFiles([folder["notes.xyz"]]).entries.map(\.size) == [5])
  }

  @Test("A folder behind a link is walked as any other")
  func link() throws {
    try folder.write("x", to: "in/a.txt")
    try FileManager.default.createSymbolicLink(atPath: folder["link"], withDestinationPath: folder["in"])
    let entries = try found(["link"]).entries
    #expect(entries == ["link/a.txt"])
  }

  @Test("A path that leads nowhere is told before anything is read")
  func nowhere() throws {
    try folder.write("x", to: "a.txt")
    let problem = Problem("There is no file or folder '\(folder["b.txt"])'.", hint: "Look at the name: import PATH")
    #expect(throws: problem) { try SourceFiles([folder["a.txt"], folder["b.txt"]]) }
  }

  @Test("Bytes are given whole; a folder has none")
  func bytes() throws {
    let path = try folder.write([0, 255, 10], to: "a.bin")
    #expect(try SourceFiles.bytes(of: path) == [0, 255, 10])
    #expect(throws: Problem("There is no file '\(folder["b"])'.", hint: "Look at the name and the folder.")) {
      try SourceFiles.bytes(of: folder["b"])
    }
    let problem = Problem(
      "The file '\(folder.path)' cannot be read.", hint: "Look at its rights, and that it is a file.")
    #expect(throws: problem) { try SourceFiles.bytes(of: folder.path) }
  }

  @Test("Pipes, rings of links and linked folders are passed over, and named; the rest is found")
  func odd() throws {
    try folder.write("x", to: "in/a.txt")
    try folder.write("x", to: "in/b.txt/inner.txt")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder["in/ring.txt"], withDestinationPath: folder["in/ring.txt"])
    try files.createSymbolicLink(atPath: folder["in/up"], withDestinationPath: folder["in"])
    #expect(mkfifo(folder["in/pipe.txt"], 0o600) == 0)
    let all = try found(["in"])
    #expect(all.entries == ["in/a.txt", "in/b.txt/inner.txt"])
    #expect(all.leftOut == ["pipe.txt", "ring.txt", "up/"])
    let problem = Problem(
      "'\(folder["in/pipe.txt"])' is neither a file nor a folder.", hint: "Save what is in it as a file first.")
    #expect(throws: problem) { try SourceFiles([folder["in/pipe.txt"]]) }
    #expect(throws: Problem.self) { try SourceFiles.bytes(of: folder["in/pipe.txt"]) }
  }

  @Test("A file that is too large is refused before it is read")
  func large() throws {
    let path = try folder.write("x", to: "a.txt")
    #expect(truncate(path, SourceFiles.largest + (1 << 20)) == 0)
    let problem = Problem(
      "'\(path)' has 257 MB; a file may have 256 MB.",
      hint: "See what it is; if it is text, cut it into several files.")
    #expect(throws: problem) { try SourceFiles.bytes(of: path) }
  }

  @Test("The files of an archive are found as those of a folder are, and read one by one")
  func archive() throws {
    let zip = StoredZip.archive([
      ("talks/mill/t-10.txt", Array("ten".utf8)), ("talks/mill/t-2.txt", Array("two".utf8)),
      ("talks/hill.md", Array("hill".utf8)), ("talks/picture.png", [1, 2]), ("../out.txt", Array("no".utf8)),
    ])
    try folder.write(zip, to: "in/school/all.zip")
    let files = try SourceFiles([folder["in"]])
    #expect(
      files.entries.map { String($0.path.dropFirst(folder.path.count + 1)) } == [
        "in/school/all.zip/talks/hill.md", "in/school/all.zip/talks/mill/t-2.txt",
        "in/school/all.zip/talks/mill/t-10.txt",
      ])
    #expect(files.entries.map(\.folder) == ["school", "mill", "mill"])
    #expect(try files.entries.map { String(decoding: try $0.bytes(), as: UTF8.self) } == ["hill", "two", "ten"])
    #expect(files.leftOut == ["all.zip/talks/picture.png"])
    #expect(files.problems.map(\.text) == ["'../out.txt' was passed over: its name leads out of the archive."])
  }

  @Test("Sheets in a folder are surveys only where their open answers are named")
  func sheets() throws {
    for name in ["in/cases.csv", "in/a.txt"] { try folder.write("x", to: name) }
    #expect(try found(["in"]).entries == ["in/a.txt"])
    var options = ReadingOptions()
    options.survey.open = ["v1"]
    #expect(try SourceFiles([folder["in"]], options: options).entries.count == 2)
  }
}
