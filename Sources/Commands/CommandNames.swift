import ArgumentParser
import Model
import Workbench

/// Answers a command that does not exist: ArgumentParser itself has no "did you mean" for those.
enum CommandNames {
  /// Throws when the words begin with a command that is not in the tree.
  static func check(_ words: [String]) throws {
    if words.first == "help" { return try check(Array(words.dropFirst()), completely: false) }
    try check(words, completely: true)
  }

  /// A command that goes on is complete with its last word only.
  private static func check(_ words: [String], completely: Bool) throws {
    var node: any ParsableCommand.Type = Draad.self
    var path: [String] = []
    for word in words {
      let known = names(below: node)
      guard !known.isEmpty, !word.hasPrefix("-"), word != "help" || !path.isEmpty else { return }
      guard let next = known[word] else {
        if node.configuration.defaultSubcommand != nil, path.isEmpty == false,
          Names.nearest(word, known.keys.sorted()).isEmpty
        {
          return
        }
        throw unknown(word, after: path, known: known.keys.sorted())
      }
      node = next
      path.append(word)
    }
    if completely, node.configuration.defaultSubcommand == nil, !names(below: node).isEmpty, !path.isEmpty {
      throw Problem(
        "'\(path.joined(separator: " "))' goes on with one of: \(names(below: node).keys.sorted().joined(separator: ", ")).",
        hint: "See more with: help \(path.joined(separator: " "))", kind: .usage)
    }
  }

  static func names(below node: any ParsableCommand.Type) -> [String: any ParsableCommand.Type] {
    let configuration = node.configuration
    let all =
      configuration.subcommands.isEmpty
      ? configuration.groupedSubcommands.flatMap(\.subcommands) : configuration.subcommands
    return Dictionary(all.compactMap { type in type.configuration.commandName.map { ($0, type) } }) { first, _ in first
    }
  }

  private static func unknown(_ word: String, after path: [String], known: [String]) -> Problem {
    let whole = (path + [word]).joined(separator: " ")
    let near = Names.nearest(word, known).map { "'\((path + [$0]).joined(separator: " "))'" }
    let meant = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
    return Problem("There is no command '\(whole)'.", hint: meant + "'help' lists all commands.", kind: .usage)
  }
}
