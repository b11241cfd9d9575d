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
    #expect(memory.coder(ofStudy: "a") == nil)
    memory.remember("Kim", ofStudy: "a")
    memory.remember("Lou", ofStudy: "b")
    memory.remember("Mo van Dam", ofStudy: "a")
    #expect(memory.coder(ofStudy: "a") == "Mo van Dam")
    #expect(memory.coder(ofStudy: "b") == "Lou")
    #expect(memory.coder(ofStudy: "c") == nil)
  }

  @Test("The file is for its owner only, and has a line a study")
  func file() throws {
    for name in ["Kim", "Lou", "Kim"] { memory.remember(name, ofStudy: "a") }
    memory.remember("Mo", ofStudy: "b")
    #expect(try folder.text(of: "state/draad/coders") == "a\tKim\nb\tMo\n")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder["state/draad/coders"])
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let ofFolder = try FileManager.default.attributesOfItem(atPath: folder["state/draad"])
    #expect(ofFolder[.posixPermissions] as? Int == 0o700)
  }

  @Test("A tab in a name stays; lines that are broken are passed over")
  func oddLines() throws {
    memory.remember("Kim\tof north", ofStudy: "a")
    #expect(memory.coder(ofStudy: "a") == "Kim\tof north")
    try folder.write("no tab here\n\nb\tLou\n", to: "state/draad/coders")
    #expect(memory.coder(ofStudy: "b") == "Lou")
  }

  @Test("Where the folder cannot be made nothing is remembered, and nothing fails")
  func noFolder() throws {
    try folder.write("a file", to: "state")
    memory.remember("Kim", ofStudy: "a")
    #expect(memory.coder(ofStudy: "a") == nil)
    #expect(try folder.text(of: "state") == "a file")
  }

  @Test("State is kept where the system says, else at home")
  func place() {
    #expect(StateFolder.path(["XDG_STATE_HOME": "/x", "HOME": "/h"]) == "/x/draad")
    #expect(StateFolder.path(["XDG_STATE_HOME": "", "HOME": "/h"]) == "/h/.local/state/draad")
  }
}
