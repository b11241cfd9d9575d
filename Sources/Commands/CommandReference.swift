import ArgumentParser

/// The help of every command as one document, in the order of the tree.
public enum CommandReference {
  /// Wide enough for the longest option, narrow enough to stand beside another window.
  private static let columns = 100

  /// The text of `Documentation/CommandReference.md`.
  public static func markdown() -> String {
    var text = """
      # Commands

      Made from the command tree by `make reference`; not written by hand. The same text comes from `draad help COMMAND`.
      In the shell (`draad FILE.draad`) the same commands are typed without `draad` before them, and a query needs no quotes.

      | Option of every command | What it does |
      | :--- | :--- |
      | `-s FILE`, `--study FILE` | Names the study; else `DRAAD_STUDY` does, else it is the only `.draad` file in the folder |
      | `--as NAME` | Names who codes; else `DRAAD_CODER` does, else it is who coded last in this study on this machine |

      | Exit code | What it means |
      | ---: | :--- |
      | 0 | Done |
      | 1 | Nothing found |
      | 2 | It could not be done, or not all of it; of `check` and `check-table`: something is not right |
      | 64 | The command was not understood |

      """
    for group in Draad.configuration.groupedSubcommands {
      text += "\n## \(group.name)\n"
      for command in group.subcommands { text += section(of: command, path: ["draad"]) }
    }
    return text
  }

  private static func section(of command: any ParsableCommand.Type, path: [String]) -> String {
    let path = path + [command.configuration.commandName ?? command._commandName]
    let help = Draad.helpMessage(for: command, columns: columns)
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map(withoutBlanksBehind)
    let text =
      "\n### \(path.joined(separator: " "))\n\n```text\n\(withoutEmptyEnd(lines).joined(separator: "\n"))\n```\n"
    return text + command.configuration.subcommands.map { section(of: $0, path: path) }.joined()
  }

  private static func withoutBlanksBehind(_ line: Substring) -> Substring {
    line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
  }

  private static func withoutEmptyEnd(_ lines: [Substring]) -> [Substring] {
    lines.lastIndex { !$0.isEmpty }.map { Array(lines[...$0]) } ?? []
  }
}
