public import Model

extension CodebookFile {
  /// A codebook as YAML that reads back to the same codebook; a code whose parent is not there stands at the top.
  public static func write(_ codebook: Codebook) -> String {
    var writing = CodebookWriting(codebook)
    return writing.text()
  }
}

private struct CodebookWriting {
  private static let width = 96
  private let codebook: Codebook
  private var children: [String: [Code]] = [:]
  private var tops: [Code] = []
  private var output = ""

  init(_ codebook: Codebook) {
    self.codebook = codebook
    let keys = Set(codebook.codes.map(\.key))
    for code in codebook.codes {
      if let parent = code.parent, keys.contains(parent) {
        children[parent, default: []].append(code)
      } else {
        tops.append(code)
      }
    }
  }

  mutating func text() -> String {
    field("title", codebook.title, indent: 0)
    field("language", codebook.language, indent: 0)
    guard !tops.isEmpty else { return output + "codes: []\n" }
    output += "codes:\n"
    write(tops, indent: 2)
    return output
  }

  private mutating func write(_ codes: [Code], indent: Int) {
    for code in codes {
      output += blanks(indent) + "- key: " + YAMLText.scalar(code.key) + "\n"
      let inner = indent + 2
      output += blanks(inner) + "name: " + YAMLText.scalar(code.name) + "\n"
      field("definition", code.definition, indent: inner)
      field("use", code.use, indent: inner)
      field("not", code.not, indent: inner)
      field("example", code.example, indent: inner)
      if !code.phrases.isEmpty {
        let list = code.phrases.map { YAMLText.scalar($0, inList: true) }.joined(separator: ", ")
        output += blanks(inner) + "phrases: [" + list + "]\n"
      }
      field("color", code.color, indent: inner)
      guard let below = children[code.key] else { continue }
      output += blanks(inner) + "children:\n"
      write(below, indent: inner + 2)
    }
  }

  private mutating func field(_ name: String, _ text: String?, indent: Int) {
    guard let text else { return }
    let start = blanks(indent) + name + ": "
    let line = start + YAMLText.scalar(text)
    if line.count > Self.width, YAMLText.folds(text) {
      output += start + ">-\n"
      for part in YAMLText.wrapped(text, width: Self.width - indent - 2) {
        output += blanks(indent + 2) + part + "\n"
      }
    } else {
      output += line + "\n"
    }
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
