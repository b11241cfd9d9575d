import Model
import Testing

@testable import Commands

struct HelpTests {
  /// Every command in the tree with the help it should give.
  private static let commands: [(path: String, abstract: String, help: String)] = {
    var left = CommandNames.names(below: Draad.self).map { ([$0.key], $0.value) }
    var found: [(String, String, String)] = [("", Draad.configuration.abstract, Draad.helpMessage().trimmed)]
    while let (path, node) = left.popLast() {
      found.append((path.joined(separator: " "), node.configuration.abstract, Draad.helpMessage(for: node).trimmed))
      left += CommandNames.names(below: node).map { (path + [$0.key], $0.value) }
    }
    return found.sorted { $0.0 < $1.0 }
  }()

  private func answer(_ line: String) -> String {
    Shell(environment: ["DRAAD_STUDY": "/"], clock: { "" }).respond(to: line).trimmed
  }

  @Test("Every command says in a few words what it does")
  func abstracts() {
    #expect(Self.commands.count > 40)
    for command in Self.commands {
      let isSentence = command.abstract.hasSuffix(".") && !command.abstract.hasSuffix(",...")
      #expect(!command.abstract.isEmpty && !isSentence, "\(command.path)")
      #expect(command.help.hasPrefix("OVERVIEW: \(command.abstract)"), "\(command.path)")
    }
  }

  @Test("Help is given with 'help' before a command and with '--help' after it", arguments: commands.map(\.path))
  func given(path: String) throws {
    let expected = Self.commands.first { $0.path == path }?.help
    #expect(answer("help " + path).hasPrefix(try #require(expected)))
    #expect(answer(path + " --help") == expected)
    #expect(answer(path + " -h") == expected)
  }
}
