import ArgumentParser
import Model
import Workbench

/// What `help` shows, with examples that can be typed in the open study.
struct HelpPage {
  let line: ExampleLine
  /// In columns of the terminal.
  var width = 80

  /// All commands, and the topics.
  static func overview() -> String {
    let list = HelpTopic.all.map { "  " + padded($0.name, to: 24) + $0.title }.joined(separator: "\n")
    return "\(Draad.helpMessage().trimmed)\n\nTOPICS:\n\(list)\n\n  See 'help TOPIC' for examples, as in: help coding\n"
  }

  func topic(_ topic: HelpTopic) -> String {
    var parts = ["\(topic.name): \(topic.title.first?.lowercased() ?? "")\(topic.title.dropFirst())"]
    parts.append(wrapped(line.filled(topic.text)))
    parts.append(examples(topic.examples))
    parts.append("More: " + topic.more.map { "help \($0)" }.joined(separator: ", "))
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What a command takes, and examples of it; then the topic of the same name.
  func command(_ type: any ParsableCommand.Type, path: [String]) -> String {
    let text = Draad.helpMessage(for: type).trimmed + "\n"
    if path.count == 1, let topic = HelpTopic.named(path[0]) { return text + "\n" + self.topic(topic) }
    let found = HelpTopic.examples(ofCommand: path).prefix(8)
    return found.isEmpty ? text : text + "\nEXAMPLES:\n\(examples(Array(found)))\n"
  }

  private func examples(_ examples: [HelpTopic.Example]) -> String {
    let lines = examples.map { line.filled($0.line) }
    let column = min(44, lines.reduce(0) { max($0, Output.width(of: $1)) } + 2)
    var text = zip(lines, examples).map { line, example in
      let fits = Output.width(of: line) < column && column + 2 + Output.width(of: example.meaning) <= width
      return fits
        ? "  \(Self.padded(line, to: column))\(example.meaning)"
        : "  \(line)\n  \(Self.padded("", to: min(column, max(4, width - Output.width(of: example.meaning) - 2))))"
          + example.meaning
    }.joined(separator: "\n")
    let missing = self.line.missing(in: examples.map(\.line))
    if !missing.isEmpty {
      text +=
        "\n\n" + wrapped("This study has no \(Self.listed(missing)) yet; the names are those of the sample study.")
    }
    return text
  }

  private func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, Output.width(of: last) + 1 + Output.width(of: word) <= min(width, 90) - 1 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func listed(_ names: [String]) -> String {
    names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  private static func padded(_ text: String, to column: Int) -> String {
    text + String(repeating: " ", count: max(0, column - Output.width(of: text)))
  }
}
