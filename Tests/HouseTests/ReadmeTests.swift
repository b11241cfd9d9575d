@testable import Commands
import Model
import Testing

@Suite("README")
struct ReadmeTests {
  @Test("Every command in a console block is one of the tree, with its options")
  func commands() throws {
    let readme = try #require(Repository.file("README.md"))
    for line in try consoleLines(of: readme) {
      let words = try words(of: line)
      guard !words.isEmpty else { continue }
      #expect(throws: Never.self, "\(line)") {
        try CommandNames.check(words)
        _ = try Draad.parseAsRoot(words)
      }
    }
  }

  @Test("It says how to see it work and how to test it")
  func make() throws {
    let text = try #require(Repository.file("README.md")).text
    #expect(text.contains("make demo"))
    #expect(text.contains("make test"))
  }

  /// The lines `$ draad ...` inside fences, without the dollar sign.
  private func consoleLines(of file: Repository.File) throws -> [String] {
    var found: [String] = []
    var isInside = false
    for line in file.lines {
      if line.hasPrefix("```") { isInside.toggle() }
      if isInside, line.hasPrefix("$ draad ") { found.append(String(line.dropFirst(2))) }
    }
    return found
  }

  /// The words after `draad`, without what the shell does with the result and without the options of every command.
  private func words(of line: String) throws -> [String] {
    var words = try LineTokens(line).words.dropFirst().prefix { !["|", ">", "&&", "#"].contains($0) }.map { $0 }
    for option in ["-s", "--study", "--as"] {
      while let place = words.firstIndex(of: option) {
        words.removeSubrange(place..<min(place + 2, words.endIndex))
      }
    }
    return words.count == 1 && words[0].hasSuffix(".draad") ? [] : words
  }
}
