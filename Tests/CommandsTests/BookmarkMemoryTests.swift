import Foundation
import Model
import Reading
import TestSupport
import Testing

@testable import Commands

struct BookmarkMemoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var memory: BookmarkMemory { BookmarkMemory(environment: ["XDG_STATE_HOME": folder["state"]]) }

  private func place(_ study: String, _ coder: String, _ transcript: String) -> BookmarkMemory.Place {
    BookmarkMemory.Place(study: study, coder: coder, transcript: transcript)
  }

  @Test("Each coder has a place in each transcript of each study")
  func remembers() {
    #expect(memory.bookmark(at: place("a", "Kim", "t")) == nil)
    let marks = [Bookmark(byte: 3), Bookmark(byte: 5, seen: [TextSpan(0, 9)], codes: ["B3"]), Bookmark(byte: 7)]
    memory.remember(marks[0], at: place("a", "Kim", "t"))
    memory.remember(marks[1], at: place("a", "Lou", "t"))
    memory.remember(marks[2], at: place("b", "Kim", "t"))
    #expect(memory.bookmark(at: place("a", "Kim", "t")) == marks[0])
    #expect(memory.bookmark(at: place("a", "Lou", "t")) == marks[1])
    #expect(memory.bookmark(at: place("b", "Kim", "t")) == marks[2])
    memory.remember(marks[1], at: place("a", "Kim", "t"))
    #expect(memory.bookmark(at: place("a", "Kim", "t")) == marks[1])
  }

  @Test("A transcript read for the first time brings the codes used last, of the same coder")
  func codes() {
    memory.remember(Bookmark(byte: 3, codes: ["A"]), at: place("a", "Kim", "t"))
    memory.remember(Bookmark(byte: 4, codes: ["B3", "K1"]), at: place("a", "Kim", "u"))
    memory.remember(Bookmark(byte: 5, codes: ["Z"]), at: place("a", "Lou", "t"))
    #expect(memory.bookmark(at: place("a", "Kim", "v")) == Bookmark(byte: 0, codes: ["B3", "K1"]))
    #expect(memory.bookmark(at: place("b", "Kim", "v")) == nil)
  }

  @Test("The file is for its owner only, has a line a place, and stays short")
  func file() throws {
    for number in 0..<1010 { memory.remember(Bookmark(byte: number), at: place("a", "K\ti\nm", "t\(number)")) }
    let lines = try folder.text(of: "state/draad/bookmarks").split(separator: "\n")
    #expect(lines.count == BookmarkMemory.most)
    #expect(lines.first == "a\tK i m\tt10\t10\t" && lines.last == "a\tK i m\tt1009\t1009\t")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["state/draad/bookmarks"])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("Broken lines are passed over, and where nothing can be kept nothing fails")
  func broken() throws {
    try folder.write("a\tKim\tt\tno number\nonly this\n", to: "state/draad/bookmarks")
    #expect(memory.bookmark(at: place("a", "Kim", "t")) == nil)
    let elsewhere = BookmarkMemory(environment: ["XDG_STATE_HOME": folder["state/draad/bookmarks"]])
    elsewhere.remember(Bookmark(byte: 1), at: place("a", "Kim", "t"))
    #expect(elsewhere.bookmark(at: place("a", "Kim", "t")) == nil)
  }
}
