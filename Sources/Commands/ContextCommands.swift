import ArgumentParser

/// Carried out by the session, as the other commands of this file.
struct Use: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Set a filter that later commands share",
    discussion: """
      As in: use where sector=vo and role=schoolleider, or: use coder Anna. It holds until 'clear' or the end of the shell \
      or script, stands in the prompt, and is in the notes and the recipe of every result. Without words it tells what is set.
      """)
  @Argument(help: "where and a condition, or coder and names") var words: [String] = []
}

struct Clear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Drop the filter that later commands share")
}

struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Show how the shell is set, or set it: set pipes on",
    discussion: """
      pipes: whether results may go on into a program of the system, as in: frequencies | head -5. Off until it is turned on, \
      in a script for that script. hints: whether what was typed before appears in faint letters. Nothing of it is remembered.
      """)
  @Argument(help: "pipes or hints") var name: String?
  @Argument(help: "on or off") var value: String?
}

struct Last: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "last", abstract: "Show the last result again, in another form",
    discussion: "As in: last --format md, or: last --labels nl. It is the result as it was, not counted anew.")
  @OptionGroup var output: OutputOptions
}

struct Save: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Write the last result into a file: save as freq.xlsx")
  @Argument(help: "as, and the name of the file; its ending says the format") var words: [String]
  @Flag(name: .long, help: "Overwrite the file") var force = false
  @Option(name: .long, help: "The language of headings and numbers: en or nl") var labels = "en"
}
