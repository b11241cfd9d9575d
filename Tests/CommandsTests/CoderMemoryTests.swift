import Foundation
import TestSupport
import Testing

@testable import Commands

struct CoderMemoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var memory: CoderMemory { CoderMemory(environment: ["XDG_STATE_HOME": folder["state"]]) }

  @Test("Who coded last is remembered for each study")
  func remembers() {
    #expect(memory.coder(ofStudy: "a", at: "/a.draad") == nil)
    memory.remember("Kim", ofStudy: "a", at: "/a.draad")
    memory.remember("Lou", ofStudy: "b", at: "/b.draad")
    memory.remember("Mo van Dam", ofStudy: "a", at: "/a.draad")
    #expect(memory.coder(ofStudy: "a", at: "/a.draad") == "Mo van Dam")
    #expect(memory.coder(ofStudy: "b", at: "/b.draad") == "Lou")
    #expect(memory.coder(ofStudy: "c", at: "/c.draad") == nil)
  }

  @Test("A copy of a study, with its mark, has a coder of its own; a file that was moved keeps its coder")
  func copies() throws {
    let (mine, copy) = (try folder.write("", to: "mine.draad"), try folder.write("", to: "copy.draad"))
    memory.remember("Kim", ofStudy: "a", at: mine)
    #expect(memory.coder(ofStudy: "a", at: copy) == nil)
    memory.remember("Lou", ofStudy: "a", at: copy)
    #expect(memory.coder(ofStudy: "a", at: mine) == "Kim")
    try FileManager.default.moveItem(atPath: mine, toPath: folder["moved.draad"])
    #expect(memory.coder(ofStudy: "a", at: folder["moved.draad"]) == "Kim")
  }

  @Test("The file is for its owner only, and has a line a study")
  func file() throws {
    for name in ["Kim", "Lou", "Kim"] { memory.remember(name, ofStudy: "a", at: "/a.draad") }
    memory.remember("Mo", ofStudy: "b", at: "/tab\there.draad")
    #expect(try folder.text(of: "state/draad/coders") == "a /a.draad\tKim\nb /tab?here.draad\tMo\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["state/draad/coders"])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let ofFolder = try FileManager.default.attributesOfItem(atPath: folder["state/draad"])
    #expect(ofFolder[.posixPermissions] as? Int == 0o700)
  }

  @Test("A tab in a name stays; lines that are broken are passed over, those without a place hold for any")
  func oddLines() throws {
    memory.remember("Kim\tof north", ofStudy: "a", at: "/a.draad")
    #expect(memory.coder(ofStudy: "a", at: "/a.draad") == "Kim\tof north")
    try folder.write("no tab here\n\nb\tLou\n", to: "state/draad/coders")
    #expect(memory.coder(ofStudy: "b", at: "/b.draad") == "Lou")
  }

  @Test("Where the folder cannot be made nothing is remembered, and nothing fails")
  func noFolder() throws {
    try folder.write("a file", to: "state")
    memory.remember("Kim", ofStudy: "a", at: "/a.draad")
    #expect(memory.coder(ofStudy: "a", at: "/a.draad") == nil)
    #expect(try folder.text(of: "state") == "a file")
  }

  @Test("State is kept where the system says, else at home")
  func place() {
    #expect(StateFolder.path(["XDG_STATE_HOME": "/x", "HOME": "/h"]) == "/x/draad")
    #expect(StateFolder.path(["XDG_STATE_HOME": "", "HOME": "/h"]) == "/h/.local/state/draad")
  }
}
