import Testing

@testable import Packages

@Suite struct PackedNameTests {
  @Test("A name is that of a file in folders")
  func file() {
    #expect(PackedName("zuid/s01.docx") == .file(folders: ["zuid"], name: "s01.docx"))
    #expect(PackedName("één.txt") == .file(folders: [], name: "één.txt"))
    #expect(PackedName("a//b.txt") == .file(folders: ["a"], name: "b.txt"))
  }

  @Test(
    "Folders, hidden files and what operating systems leave behind are none",
    arguments: [
      "zuid/", "__MACOSX/zuid/._s01.docx", ".DS_Store", "a/Thumbs.db", "a/.git/x", "~$s01.docx", "a/Desktop.ini",
    ])
  func none(name: String) { #expect(PackedName(name) == .none) }

  @Test(
    "A name that leads out of the archive is not touched",
    arguments: [
      ("../x.txt", "its name leads out of the archive"), ("a/../../x.txt", "its name leads out of the archive"),
      ("/etc/x.txt", "its name begins at the root of a disk"), ("C:/x.txt", "its name begins at the root of a disk"),
      ("c:x.txt", "its name begins at the root of a disk"), ("a\\x.txt", "its name holds a backslash"),
      ("x\u{0}.txt", "its name holds control characters"), ("x\n.txt", "its name holds control characters"),
      ("", "it has no name"),
    ])
  func unsafe(name: String, reason: String) { #expect(PackedName(name) == .unsafe(reason)) }
}
