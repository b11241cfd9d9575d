import Commands
import Foundation
import TestSupport
import Testing

@Suite("Manual page")
struct ManualPageTests {
  private static let path = RepositoryFiles.path("Documentation/draad.1")

  @Test("The page says what the command tree says; 'make reference' writes it anew")
  func isCurrent() throws {
    let page = ManualPage.roff()
    if ProcessInfo.processInfo.environment["DRAAD_WRITE_REFERENCE"] != nil {
      try page.write(toFile: Self.path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: Self.path, encoding: .utf8) == page)
  }

  @Test("No line begins with a sign that would be read as a request")
  func requests() {
    let known = [".\\\"", ".TH", ".SH", ".B", ".br", ".TP"]
    let odd = ManualPage.roff().split(separator: "\n").filter { line in
      (line.hasPrefix(".") || line.hasPrefix("'")) && !known.contains { line.hasPrefix($0) }
    }
    #expect(odd == [])
  }
}
