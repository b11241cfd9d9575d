/// Fields that another format has no place for, folded into one text under headings that people can read, and read back.
struct FoldedFields {
  /// What stands before the first heading.
  var text: String?
  /// In their order.
  var fields: [(heading: String, text: String)] = []

  init(_ text: String?, _ fields: [(String, String?)]) {
    self.text = text
    for (heading, text) in fields { if let text { self.fields.append((heading, text)) } }
  }

  /// Reads what `folded` wrote; a text without one of the `marks` at the head of a line is a text and nothing else.
  init(reading folded: String, headings: [String], marks: Set<String>) {
    let lines = Self.lines(folded)
    let heads = lines.map { line in headings.first { Self.begins(line, $0 + ": ") || line == $0 + ":" } }
    guard heads.contains(where: { $0.map(marks.contains) ?? false }) else {
      text = folded
      return
    }
    var parts: [(heading: String?, lines: [String])] = [(nil, [])]
    for (line, head) in zip(lines, heads) {
      if let head {
        // A blank line stands between two parts.
        if parts[parts.count - 1].lines.last == "" { parts[parts.count - 1].lines.removeLast() }
        parts.append((head, [Self.rest(of: line, after: head.utf8.count + 2)]))
      } else {
        parts[parts.count - 1].lines.append(Self.begins(line, "\\") ? Self.rest(of: line, after: 1) : line)
      }
    }
    for (heading, lines) in parts {
      let words = lines.joined(separator: "\n")
      if let heading { fields.append((heading, words)) } else if !words.isEmpty { text = words }
    }
  }

  subscript(_ heading: String) -> String? { fields.first { $0.heading == heading }?.text }

  /// One text; a line that could be taken for a heading has a backslash before it.
  func folded(headings: [String]) -> String? {
    guard !fields.isEmpty else { return text }
    let parts =
      (text.map { [Self.guarded($0, headings)] } ?? [])
      + fields.map { $0.heading + ": " + Self.guarded($0.text, headings, isAfterHeading: true) }
    return parts.joined(separator: "\n\n")
  }

  private static func guarded(_ text: String, _ headings: [String], isAfterHeading: Bool = false) -> String {
    lines(text).enumerated().map { number, line in
      let isTakenFor = begins(line, "\\") || headings.contains { begins(line, $0 + ":") }
      return isTakenFor && (number > 0 || !isAfterHeading) ? "\\" + line : line
    }.joined(separator: "\n")
  }

  // By bytes: an accent without a letter would hang itself on the blank before it.

  private static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func begins(_ line: String, _ start: String) -> Bool { line.utf8.starts(with: start.utf8) }

  private static func rest(of line: String, after count: Int) -> String {
    String(decoding: line.utf8.dropFirst(count), as: UTF8.self)
  }
}
