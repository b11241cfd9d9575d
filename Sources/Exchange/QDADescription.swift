import Model

/// The description of a code in REFI-QDA, which has one text where a codebook has key, definition, use, not and more.
enum QDADescription {
  private static let key = "Key"
  private static let use = "When to use"
  private static let not = "When not to use"
  private static let example = "Example"
  private static let phrases = "Phrases"
  private static let headings = [key, use, not, example, phrases]

  static func text(of code: Code) -> String? {
    let list = code.phrases.isEmpty ? nil : code.phrases.joined(separator: "\n")
    return FoldedFields(
      code.definition,
      [(key, code.key), (use, code.use), (not, code.not), (example, code.example), (phrases, list)]
    ).folded(headings: headings)
  }

  /// Fills a code from a description; whether a key stood in it.
  static func read(_ text: String?, into code: inout Code) -> Bool {
    guard let text else { return false }
    let folded = FoldedFields(reading: text, headings: headings, marks: [key])
    code.definition = folded.text?.content
    code.use = folded[use]?.content
    code.not = folded[not]?.content
    code.example = folded[example]?.content
    code.phrases = folded[phrases]?.split(separator: "\n").map(String.init) ?? []
    guard let written = folded[key]?.content, CodeKeyRule.fault(in: written) == nil else { return false }
    code.key = written
    return true
  }
}
