import ArgumentParser
import Model
import Workbench

/// Answers a command that does not exist: ArgumentParser itself has no "did you mean" for those.
enum CommandNames {
  /// Throws when the words begin with a command that is not in the tree.
  static func check(_ words: [String]) throws {
    if words.first == "help" {
      guard words.count != 2 || HelpTopic.named(words[1]) == nil else { return }
      return try check(Array(words.dropFirst()), completely: false, besides: HelpTopic.all.map(\.name))
    }
    try check(words, completely: true)
  }

  /// The command that these words name; nil where there is none.
  static func command(at path: [String]) -> (any ParsableCommand.Type)? {
    var node: any ParsableCommand.Type = Draad.self
    for word in path {
      guard let next = names(below: node)[word] else { return nil }
      node = next
    }
    return path.isEmpty ? nil : node
  }

  /// A command that goes on is complete with its last word only; `topics` may have been meant by the first word.
  private static func check(_ words: [String], completely: Bool, besides topics: [String] = []) throws {
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
        let others = path.isEmpty ? topics.filter { known[$0] == nil } : []
        throw unknown(word, after: path, known: known.keys.sorted() + others, isHelp: !topics.isEmpty)
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

  private static func unknown(_ word: String, after path: [String], known: [String], isHelp: Bool) -> Problem {
    let whole = (path + [word]).joined(separator: " ")
    let near = Names.nearest(word, known).map { "'\((path + [$0]).joined(separator: " "))'" }
    let meant = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
    return isHelp
      ? Problem("There is no help on '\(whole)'.", hint: meant + "'help' lists commands and topics.", kind: .usage)
      : Problem("There is no command '\(whole)'.", hint: meant + "'help' lists all commands.", kind: .usage)
  }
}
