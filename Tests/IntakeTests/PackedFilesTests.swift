import Packages
import TestSupport
import Testing

@testable import Intake

@Suite struct PackedFilesTests {
  private func packed(_ entries: [(String, String)], _ limits: PackedArchive.Limits = .init()) -> PackedFiles? {
    let bytes = WordFixture.archive(entries.map { ($0.0, Array($0.1.utf8)) })
    return PackedFiles(SourceFile(name: "in/x.zip", bytes: bytes), limits: limits)
  }

  /// The entries with their folders and words, then the problems.
  private func lines(_ packed: PackedFiles?) -> [String] {
    guard let packed else { return ["none"] }
    return packed.entries.map { entry in
      switch packed.read(entry) {
      case .success(let file):
        "\(file.name) (\(entry.folder ?? "-")) \(entry.size == file.bytes.count ? "" : "?")"
          + String(decoding: file.bytes.prefix(20), as: UTF8.self)
      case .failure(let problem): shown(problem)
      }
    } + packed.problems.map(shown)
  }

  @Test("Files come with the folder they lie in, below what all of them share; litter is passed over")
  func folders() {
    #expect(
      lines(
        packed([
          ("alles/zuid/a.txt", "een"), ("alles/zuid/", ""), ("alles/b.txt", "twee"), ("alles/noord/p/c.docx", "drie"),
          ("__MACOSX/alles/._b.txt", "x"), ("alles/.DS_Store", "x"), ("alles/Thumbs.db", "x"),
        ])) == [
          "in/x.zip/alles/zuid/a.txt (zuid) een", "in/x.zip/alles/b.txt (-) twee",
          "in/x.zip/alles/noord/p/c.docx (p) drie",
        ])
    #expect(lines(packed([("één.txt", "x")])) == ["in/x.zip/één.txt (-) x"])
    #expect(lines(packed([("a/", "")])) == ["refused in/x.zip: 'x.zip' holds no files."])
  }

  @Test("Names that lead out, and archives within the archive, are passed over with a sentence")
  func unsafe() {
    #expect(
      lines(
        packed([
          ("../a.txt", "x"), ("/etc/a.txt", "x"), ("a\\b.txt", "x"), ("C:/a.txt", "x"), ("in.ZIP", "x"),
          ("b.txt", "een"),
        ]))
        == [
          "in/x.zip/b.txt (-) een", "refused in/x.zip: '../a.txt' was passed over: its name leads out of the archive.",
          "refused in/x.zip: '/etc/a.txt' was passed over: its name begins at the root of a disk.",
          "refused in/x.zip: 'a\\b.txt' was passed over: its name holds a backslash.",
          "refused in/x.zip: 'C:/a.txt' was passed over: its name begins at the root of a disk.",
          "refused in/x.zip/in.ZIP: 'in.ZIP' is an archive within the archive; it was not opened.",
        ])
  }

  @Test("A link is known by its mode, and a nought in a name cuts nothing off")
  func crafted() {
    let bytes = WordFixture.archive([("abcd.txt", Array("één".utf8)), ("b.txt", Array("twee".utf8))])
    var link = bytes
    // In the list of entries: made by Unix, and with the mode of a link.
    if let list = bytes.indices.first(where: { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }) {
      link[list + 5] = 3
      link[list + 40] = 0xFF
      link[list + 41] = 0xA1
    }
    #expect(
      lines(PackedFiles(SourceFile(name: "x.zip", bytes: link))) == [
        "x.zip/b.txt (-) twee", "refused x.zip/abcd.txt: 'abcd.txt' is a link to another file; links are not followed.",
      ])
    var cut = bytes
    for at in bytes.indices where bytes[at...].starts(with: "abcd".utf8) { cut[at + 1] = 0 }
    #expect(
      lines(PackedFiles(SourceFile(name: "x.zip", bytes: cut))) == ["x.zip/a cd.txt (-) één", "x.zip/b.txt (-) twee"])
  }

  @Test("What has a password, or is damaged, costs itself and not the others")
  func damaged() {
    let locked = WordFixture.archive([("a.txt", Array("een".utf8))], password: "geheim")
    #expect(
      lines(PackedFiles(SourceFile(name: "x.zip", bytes: locked))) == ["refused x.zip/a.txt: 'a.txt' has a password."])
    var bytes = WordFixture.archive([("a.txt", Array("eenentwintig".utf8)), ("b.txt", Array("twee".utf8))])
    if let at = bytes.indices.first(where: { bytes[$0...].starts(with: "eenen".utf8) }) { bytes[at] = 0 }
    #expect(
      lines(PackedFiles(SourceFile(name: "x.zip", bytes: bytes))) == [
        "refused x.zip/a.txt: 'a.txt' is damaged in the archive and cannot be unpacked.", "x.zip/b.txt (-) twee",
      ])
    #expect(
      lines(PackedFiles(SourceFile(name: "x.zip", bytes: Array(bytes.prefix(30))))) == [
        "refused x.zip: 'x.zip' is damaged or cut off."
      ])
  }

  @Test("There is a limit to one entry, to all together, to their number and to how tightly they are packed")
  func limits() {
    let words = String(repeating: "a", count: 5000)
    var limits = PackedArchive.Limits()
    limits.entry = 100
    #expect(
      lines(packed([("a.txt", words), ("b.txt", "b")], limits)) == [
        "refused in/x.zip/a.txt: 'a.txt' unpacks to more than 100 bytes.", "in/x.zip/b.txt (-) b",
      ])
    limits = PackedArchive.Limits()
    limits.total = 6000
    #expect(
      lines(packed([("a.txt", words), ("b.txt", words), ("c.txt", "c")], limits)) == [
        "in/x.zip/a.txt (-) aaaaaaaaaaaaaaaaaaaa",
        "refused in/x.zip/b.txt: With 'b.txt' the archive unpacks to more than 6000 bytes.", "in/x.zip/c.txt (-) c",
      ])
    limits = PackedArchive.Limits()
    limits.ratio = 10
    limits.ratioFrom = 1000
    #expect(
      lines(packed([("a.txt", words)], limits)) == [
        "refused in/x.zip/a.txt: 'a.txt' unpacks to more than 10 times its size, as no transcript does."
      ])
    limits = PackedArchive.Limits()
    limits.entries = 1
    #expect(
      lines(packed([("a.txt", "a"), ("b.txt", "b")], limits)) == [
        "refused in/x.zip: 'x.zip' holds 2 files; 1 is the most."
      ])
  }

  @Test("Documents that are archives themselves are none, nor is what is no archive")
  func documents() throws {
    #expect(PackedFiles(try SpreadsheetFixture.file("survey-openpyxl.xlsx")) == nil)
    #expect(lines(packed([("mimetype", "x"), ("content.xml", "x")])) == ["none"])
    #expect(PackedFiles(SourceFile(name: "x.zip", bytes: Array("words".utf8))) == nil)
    #expect(PackedFiles(SourceFile(name: "x.zip", bytes: [])) == nil)
  }

  @Test("An archive is read from a disk as it is from memory")
  func disk() throws {
    let folder = try TemporaryFolder()
    let bytes = WordFixture.archive([("zuid/a.txt", Array("een".utf8)), ("b.txt", Array("twee".utf8))])
    let path = try folder.write(bytes, to: "x.zip")
    #expect(
      lines(PackedFiles(path: path, start: bytes)) == ["\(path)/zuid/a.txt (zuid) een", "\(path)/b.txt (-) twee"])
    #expect(PackedFiles(path: path, start: Array("words".utf8)) == nil)
    try folder.write(bytes.prefix(30), to: "x.zip")
    #expect(lines(PackedFiles(path: path, start: bytes)) == ["refused \(path): 'x.zip' is damaged or cut off."])
  }

  @Test("An archive with changed bytes gives files or sentences")
  func chance() {
    var generator = SeededGenerator(seed: 8)
    let whole = WordFixture.archive([
      ("zuid/a.txt", Array("een".utf8)), ("b.txt", Array(String(repeating: "twee", count: 100).utf8)),
    ])
    for _ in 0..<600 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        bytes[Int.random(in: 4..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let packed = PackedFiles(SourceFile(name: "x.zip", bytes: bytes)) else { continue }
      #expect(!packed.entries.isEmpty || !packed.problems.isEmpty)
      for entry in packed.entries { _ = packed.read(entry) }
    }
  }
}
