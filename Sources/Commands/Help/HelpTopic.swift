/// Something a researcher wants to do, told in a few lines with examples.
struct HelpTopic: Sendable {
  struct Example: Sendable {
    /// As it is typed, with places for names of the study: `tag {place} {code}`.
    var line: String
    var meaning: String

    init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  let name: String
  /// What it is about, in a few words.
  let title: String
  let text: String
  let examples: [Example]
  /// What to type for more, after `help`.
  let more: [String]

  static func named(_ name: String) -> HelpTopic? { all.first { $0.name == name } }

  /// In the order of the work.
  static let all = [
    importing, attributes, codes, coding, reading, searching, filters, counting, coders, merging, reports, exchange,
    undo, shell, scripts,
  ]

  /// The examples of all topics that begin with a command, each once.
  static func examples(ofCommand path: [String]) -> [Example] {
    let head = path.joined(separator: " ")
    var seen: Set<String> = []
    return all.flatMap(\.examples).filter { example in
      (example.line == head || example.line.hasPrefix(head + " ")) && seen.insert(example.line).inserted
    }
  }
}
