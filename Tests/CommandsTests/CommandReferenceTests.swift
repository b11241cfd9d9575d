import Commands
import Foundation
import TestSupport
import Testing

@Suite("Command reference")
struct CommandReferenceTests {
  private static let path = RepositoryFiles.path("Documentation/CommandReference.md")

  @Test("The reference says what the command tree says; 'make reference' writes it anew")
  func isCurrent() throws {
    let reference = CommandReference.markdown()
    if ProcessInfo.processInfo.environment["DRAAD_WRITE_REFERENCE"] != nil {
      try reference.write(toFile: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: Self.path, encoding: .utf8) == reference)
  }

  @Test("Every command has a section, those below another under it")
  func sections() {
    let sections = CommandReference.markdown().split(separator: "\n").filter { $0.hasPrefix("### ") }
    #expect(sections.first == "### draad new")
    #expect(sections.contains("### draad codebook diff"))
    #expect(Set(sections).count == sections.count)
  }
}
