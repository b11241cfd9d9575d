public import Model

/// A codebook as CSV: one row a code, phrases joined by `|`, the code above it in a column `parent`.
public enum CodebookSheet {
  /// Reads a codebook; with a codebook the problems are warnings, without one they are what stands in its way.
  ///
  /// The codes come in tree order, siblings in the order of the file. A sheet has no title and no language.
  public static func read(_ text: String, file: String) -> (codebook: Codebook?, problems: [Problem]) {
    var sheet = Sheet(text, file: file)
    for name in ["key", "name"] { _ = sheet.requiredColumn(name, command: "codebook load") }
    guard sheet.problems.isEmpty else { return (nil, sheet.problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }) }
    var entries = CodebookEntries(file: file)
    for entry in treeOrder(sheet.rows.map { self.entry(of: $0, in: sheet) }, refusals: &entries) {
      entries.append(entry)
    }
    for name in sheet.head where !name.isEmpty && !CodebookField.ofSheet.contains(name.lowercased()) {
      entries.warn(
        "The column '\(name)' is not known and was left out; a code has"
          + " \(CodebookField.ofSheet.joined(separator: ", ")).", line: sheet.headLine)
    }
    entries.check()
    return entries.result(title: nil, language: nil)
  }

  /// A codebook as CSV that reads back to the same codes.
  public static func write(_ codebook: Codebook) -> String {
    var text = CSVText.row(CodebookField.ofSheet)
    for code in codebook.codes {
      text += CSVText.row([
        code.key, code.name, code.definition ?? "", code.use ?? "", code.not ?? "", code.example ?? "",
        PhraseList.cell(code.phrases), code.color ?? "", code.parent ?? "",
      ])
    }
    return text
  }

  private static func entry(of row: Sheet.Row, in sheet: Sheet) -> CodebookEntries.Entry {
    func text(_ name: String) -> String? {
      sheet.column(name).flatMap { CSVText.restored(row.cells[$0]).content }
    }
    let code = Code(
      key: text("key") ?? "", name: text("name") ?? "", definition: text("definition"), use: text("use"),
      not: text("not"), example: text("example"), phrases: PhraseList.phrases(text("phrases") ?? ""),
      color: text("color"), parent: text("parent"))
    return .init(code: code, line: row.line)
  }

  /// Each code before its children; a code that no top leads to is refused, for its parent is unknown or below it.
  private static func treeOrder(
    _ read: [CodebookEntries.Entry], refusals: inout CodebookEntries
  ) -> [CodebookEntries.Entry] {
    let keys = Set(read.map(\.code.key))
    var children: [String: [Int]] = [:]
    var pending: [Int] = []
    for (index, entry) in read.enumerated() {
      if let parent = entry.code.parent, keys.contains(parent) {
        children[parent, default: []].append(index)
        continue
      }
      pending.append(index)
      if let parent = entry.code.parent {
        refusals.refuse("The parent '\(parent)' of the code '\(entry.code.key)' is not in the file.", line: entry.line)
      }
    }
    pending.reverse()
    var ordered: [Int] = []
    while let index = pending.popLast() {
      ordered.append(index)
      pending += (children.removeValue(forKey: read[index].code.key) ?? []).reversed()
    }
    let reached = Set(ordered)
    for index in read.indices where !reached.contains(index) {
      if let loop = loop(from: index, in: read) { refusals.refuse(loop, line: read[index].line) }
    }
    return ordered.map { read[$0] } + read.indices.filter { !reached.contains($0) }.map { read[$0] }
  }

  /// The sentence for a code that is its own ancestor, told once: at the code of the loop that stands first.
  private static func loop(from start: Int, in read: [CodebookEntries.Entry]) -> String? {
    let lines = Dictionary(read.enumerated().map { ($1.code.key, $0) }) { first, _ in first }
    var path = [read[start].code.key]
    var index = start
    while let parent = read[index].code.parent, let next = lines[parent] {
      path.append(parent)
      if next == start { return "Codes stand above each other in a circle: \(path.joined(separator: " under "))." }
      if next < start || path.count > read.count { return nil }
      index = next
    }
    return nil
  }
}

/// Phrases in one cell, joined by `|`; a `|` or `\` in a phrase is written with a `\` before it.
enum PhraseList {
  static func cell(_ phrases: [String]) -> String {
    phrases.map { phrase in
      var text = ""
      for scalar in phrase.unicodeScalars {
        if scalar == "|" || scalar == "\\" { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
      return text
    }.joined(separator: "|")
  }

  static func phrases(_ cell: String) -> [String] {
    var phrases: [String] = []
    var phrase = ""
    var escaped = false
    for scalar in cell.unicodeScalars {
      if escaped {
        if scalar != "|" && scalar != "\\" { phrase += "\\" }
        phrase.unicodeScalars.append(scalar)
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else if scalar == "|" {
        phrases.append(phrase)
        phrase = ""
      } else {
        phrase.unicodeScalars.append(scalar)
      }
    }
    phrases.append(escaped ? phrase + "\\" : phrase)
    return phrases.compactMap(\.content)
  }
}
