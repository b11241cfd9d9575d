import Model

/// Codes as a file lists them, each with its line, and the rules that hold for every codebook file.
struct CodebookEntries {
  struct Entry {
    var code: Code
    /// From 1; in YAML the line of the key.
    var line: Int
    /// Where a field of the code stands, if elsewhere.
    var fieldLines: [String: Int] = [:]
  }

  let file: String
  private(set) var entries: [Entry] = []
  private(set) var errors: [Problem] = []
  private(set) var warnings: [Problem] = []

  init(file: String) { self.file = file }

  mutating func refuse(_ what: String, line: Int?, typed: String? = nil, hint: String? = nil) {
    errors.append(Problem(what, file: file, line: line, typed: typed, hint: hint))
  }

  mutating func warn(_ what: String, line: Int?, hint: String? = nil) {
    warnings.append(Problem(what, file: file, line: line, hint: hint))
  }

  mutating func append(_ entry: Entry) { entries.append(entry) }

  /// The codebook with the warnings, or no codebook with the errors; codes are expected in tree order.
  func result(title: String?, language: String?) -> (codebook: Codebook?, problems: [Problem]) {
    guard errors.isEmpty else { return (nil, errors.sorted { ($0.line ?? 0) < ($1.line ?? 0) }) }
    let codebook = Codebook(title: title, language: language, codes: entries.map(\.code))
    return (codebook, warnings.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// Looks at each code by itself and at the keys and names together.
  mutating func check() {
    checkKeys()
    checkFields()
    checkNames()
  }

  private mutating func checkKeys() {
    var lines: [String: Int] = [:]
    var spellings: [String: Entry] = [:]
    for entry in entries where !entry.code.key.isEmpty {
      let key = entry.code.key
      if let fault = CodeKeyRule.fault(in: key) { refuse(fault, line: entry.line) }
      if let first = lines[key] {
        refuse("The key '\(key)' is used twice: in line \(first) and in line \(entry.line).", line: entry.line)
        continue
      }
      lines[key] = entry.line
      if let other = spellings[key.lowercased()] {
        warn(
          "The key '\(key)' differs only in capitals from '\(other.code.key)' in line \(other.line).", line: entry.line)
      }
      spellings[key.lowercased()] = entry
    }
  }

  private mutating func checkFields() {
    for entry in entries {
      let code = entry.code
      let known = code.key.isEmpty ? "" : " '\(code.key)'"
      if code.key.isEmpty {
        let named = code.name.isEmpty ? "" : " '\(code.name)'"
        refuse("The code\(named) has no key.", line: entry.line)
      }
      if code.name.isEmpty {
        refuse("The code\(known) has no name.", line: entry.fieldLines["name"] ?? entry.line)
      }
      if code.definition == nil { warn("The code\(known) has no definition.", line: entry.line) }
      if let color = code.color, !Self.isColor(color) {
        refuse(
          "The colour '\(color)' of the code\(known) is not written as '#RRGGBB'.",
          line: entry.fieldLines["color"] ?? entry.line)
      }
    }
  }

  /// Within one family, from the code at the top down, a name that stands twice cannot be told apart.
  private mutating func checkNames() {
    var tops: [String: String] = [:]
    var seen: [String: [String: Entry]] = [:]
    for entry in entries where !entry.code.name.isEmpty {
      let top = entry.code.parent.map { tops[$0] ?? $0 } ?? entry.code.key
      tops[entry.code.key] = top
      let name = entry.code.name.lowercased()
      if let other = seen[top]?[name] {
        warn(
          "The name '\(entry.code.name)' stands twice in the family '\(top)':"
            + " as '\(other.code.key)' in line \(other.line) and as '\(entry.code.key)' in line \(entry.line).",
          line: entry.line)
      } else {
        seen[top, default: [:]][name] = entry
      }
    }
  }

  private static func isColor(_ text: String) -> Bool {
    text.utf8.count == 7 && text.hasPrefix("#") && text.utf8.dropFirst().allSatisfy { Character(.init($0)).isHexDigit }
  }
}

/// The fields of a code, as they are named in every codebook file.
enum CodebookField {
  static let ofCodebook = ["title", "language", "codes"]
  static let ofCode = ["key", "name", "definition", "use", "not", "example", "phrases", "color", "children"]
  static let ofSheet = ["key", "name", "definition", "use", "not", "example", "phrases", "color", "parent"]
}

extension String {
  /// The text without white space at either end, nil when nothing is left.
  var content: String? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }

  /// Without the mark that spreadsheets put before the first character.
  var withoutByteOrderMark: String {
    unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
  }
}
