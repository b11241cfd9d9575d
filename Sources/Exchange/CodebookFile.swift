public import Model
import Yams

/// A codebook as YAML that a researcher writes by hand: `title`, `language`, and `codes` with nested `children`.
public enum CodebookFile {
  /// Reads a codebook; with a codebook the problems are warnings, without one they are what stands in its way.
  public static func read(_ text: String, file: String) -> (codebook: Codebook?, problems: [Problem]) {
    let text = text.withoutByteOrderMark
    if let problem = YAMLReferences.problem(in: text, file: file) { return (nil, [problem]) }
    do {
      guard let root = try Yams.compose(yaml: text, .default, .default, .utf8) else {
        return (nil, [Problem("The file is empty.", file: file, hint: example)])
      }
      var reading = CodebookReading(text: text, file: file)
      return reading.codebook(from: root)
    } catch let error as YamlError {
      return (nil, [YAMLMistake(error, text: text).problem(file: file)])
    } catch {
      return (nil, [Problem("The file cannot be read as YAML.", file: file)])
    }
  }

  static let example = "'codebook export FILE.yaml' in a study with codes shows the form."
}

/// Walks the nodes of one YAML file.
private struct CodebookReading {
  /// Many times the largest codebook; an alias in an alias in an alias could list codes without end.
  private static let mostCodes = 20_000
  private static let mostPhrases = 2_000_000

  private let lines: [Substring]
  private var entries: CodebookEntries
  private var phraseCount = 0

  init(text: String, file: String) {
    lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    entries = CodebookEntries(file: file)
  }

  mutating func codebook(from root: Node) -> (codebook: Codebook?, problems: [Problem]) {
    guard let mapping = root.mapping else {
      entries.refuse(
        "The file does not begin with fields such as 'title:' and 'codes:'.", line: line(of: root),
        hint: CodebookFile.example)
      return entries.result(title: nil, language: nil)
    }
    warnOfUnknownFields(in: mapping, known: CodebookField.ofCodebook, owner: "a codebook")
    let title = text(mapping["title"], "title", of: "the codebook")
    let language = text(mapping["language"], "language", of: "the codebook")
    if let codes = mapping["codes"] {
      readCodes(codes, parent: nil, name: "codes", owner: "")
    } else {
      entries.refuse("The file has no field 'codes'.", line: line(of: root), hint: CodebookFile.example)
    }
    entries.check()
    return entries.result(title: title, language: language)
  }

  private mutating func readCodes(_ node: Node, parent: String?, name: String, owner: String) {
    if isNull(node) { return }
    guard let sequence = node.sequence else {
      entries.refuse("'\(name)'\(owner) is not a list; each code in it begins with '- key:'.", line: line(of: node))
      return
    }
    for item in sequence {
      guard let mapping = item.mapping else {
        entries.refuse(
          "An item of '\(name)'\(owner) is not a code; a code begins with '- key:'.", line: line(of: item))
        continue
      }
      guard entries.entries.count < Self.mostCodes else {
        if entries.entries.count == Self.mostCodes {
          entries.refuse("The file lists more than \(Self.mostCodes) codes.", line: line(of: item))
          entries.append(.init(code: Code(key: "", name: ""), line: line(of: item)))
        }
        return
      }
      readCode(mapping, parent: parent)
    }
  }

  private mutating func readCode(_ mapping: Node.Mapping, parent: String?) {
    let key = mapping["key"].flatMap { isNull($0) ? nil : $0.scalar?.string.content } ?? ""
    let owner = key.isEmpty ? "the code" : "the code '\(key)'"
    warnOfUnknownFields(in: mapping, known: CodebookField.ofCode, owner: "a code")
    if key.isEmpty, let node = mapping["key"], !isNull(node) { _ = text(node, "key", of: owner) }
    var code = Code(key: key, name: text(mapping["name"], "name", of: owner) ?? "", parent: parent)
    code.definition = text(mapping["definition"], "definition", of: owner)
    code.use = text(mapping["use"], "use", of: owner)
    code.not = text(mapping["not"], "not", of: owner)
    code.example = text(mapping["example"], "example", of: owner)
    code.phrases = mapping["phrases"].map { phrases($0, of: owner) } ?? []
    code.color = mapping["color"].flatMap { color($0, of: owner) }
    var fieldLines: [String: Int] = [:]
    for field in ["name", "color"] { fieldLines[field] = mapping[field].map { line(of: $0) } }
    let start = mapping["key"].map { line(of: $0) } ?? mapping.mark?.line ?? 1
    entries.append(.init(code: code, line: start, fieldLines: fieldLines))
    if let children = mapping["children"] {
      readCodes(children, parent: key, name: "children", owner: " of \(owner)")
    }
  }

  private mutating func text(_ node: Node?, _ field: String, of owner: String) -> String? {
    guard let node, !isNull(node) else { return nil }
    guard let scalar = node.scalar else {
      entries.refuse("The field '\(field)' of \(owner) is not a text.", line: line(of: node))
      return nil
    }
    return scalar.string.content
  }

  private mutating func phrases(_ node: Node, of owner: String) -> [String] {
    if isNull(node) { return [] }
    guard let sequence = node.sequence else {
      entries.refuse(
        "The field 'phrases' of \(owner) is not a list; a list looks like [small group*, \"one by one\"].",
        line: line(of: node))
      return []
    }
    phraseCount += sequence.count
    guard phraseCount <= Self.mostPhrases else {
      entries.refuse("The file lists more than \(Self.mostPhrases) phrases.", line: line(of: node))
      return []
    }
    var phrases: [String] = []
    for item in sequence where !isNull(item) {
      guard let scalar = item.scalar else {
        entries.refuse("A phrase of \(owner) is not a text; put it in quotes.", line: line(of: item))
        continue
      }
      if let phrase = scalar.string.content { phrases.append(phrase) }
    }
    return phrases
  }

  /// YAML takes an unquoted `#4477AA` for a comment, so that the colour would vanish without a word.
  private mutating func color(_ node: Node, of owner: String) -> String? {
    guard isNull(node) else { return text(node, "color", of: owner) }
    let number = line(of: node)
    if lines.indices.contains(number - 1), lines[number - 1].contains("#") {
      entries.refuse(
        "The colour of \(owner) begins with '#' and is not in quotes, so that YAML takes it for a comment.",
        line: number, typed: String(lines[number - 1]))
    }
    return nil
  }

  private mutating func warnOfUnknownFields(in mapping: Node.Mapping, known: [String], owner: String) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      if known.contains(name) { continue }
      entries.warn(
        "The field '\(name)' is not known and was left out; \(owner) has \(known.joined(separator: ", ")).",
        line: line(of: key))
    }
  }

  private func line(of node: Node) -> Int { node.mark?.line ?? 1 }

  private func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}
