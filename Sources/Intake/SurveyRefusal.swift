/// What to say of a sheet for which nobody named the columns with open answers: nothing is guessed.
enum SurveyRefusal {
  /// Rows that are looked at.
  private static let sample = 2000
  /// From so many words a cell is an open answer.
  private static let manyWords = 5

  static func problem(of sheet: SurveySheet) -> IntakeProblem {
    if let (kind, command) = otherSheet(sheet) {
      return IntakeProblem(
        file: sheet.file.name, "'\(sheet.file.shortName)' is \(kind), by its heads, and no survey.", .refused,
        hint: "Load it with: \(command) \(quoted(sheet.file.name))")
    }
    let open = likelyOpen(sheet)
    if open.isEmpty {
      let heads = sheet.heads.filter { !$0.isEmpty }.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
      return IntakeProblem(
        file: sheet.file.name,
        "'\(sheet.file.shortName)' is a sheet; which columns have open answers must be said, and none looks like it.",
        .refused,
        hint: "Name them among \(heads), so: import \(quoted(sheet.file.name)) --open COLUMN")
    }
    let names = open.map { "'\(sheet.heads[$0])'" }.joined(separator: ", ")
    let options = open.map { "--open \(quoted(sheet.heads[$0], always: true))" }.joined(separator: " ")
    return IntakeProblem(
      file: sheet.file.name,
      "'\(sheet.file.shortName)' is a sheet; which columns have open answers must be said. By their words these may: \(names).",
      .refused, hint: "Name those that you want: import \(quoted(sheet.file.name)) \(options)")
  }

  /// Columns in which a good part of the cells are sentences that do not return.
  static func likelyOpen(_ sheet: SurveySheet) -> [Int] {
    var filled = [Int](repeating: 0, count: sheet.heads.count)
    var long = filled
    var seen = [Set<String>](repeating: [], count: sheet.heads.count)
    for row in sheet.rows.prefix(sample) {
      for cell in sheet.grid.cells(of: row) {
        filled[cell.column] += 1
        guard words(sheet.grid.bytes[cell.span]) >= manyWords else { continue }
        long[cell.column] += 1
        seen[cell.column].insert(sheet.grid.text(cell))
      }
    }
    return sheet.heads.indices.filter { column in
      long[column] > 0 && long[column] * 4 >= filled[column] && seen[column].count * 2 > long[column]
    }
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var isInWord = false
    for byte in bytes.prefix(400) {
      if byte > ASCII.blank, !isInWord { count += 1 }
      isInWord = byte > ASCII.blank
    }
    return count
  }

  /// The other sheets that Draad reads, known by their heads.
  static func otherSheet(_ sheet: SurveySheet) -> (kind: String, command: String)? {
    let heads = Set(sheet.heads.map { $0.lowercased() })
    let first = sheet.heads.first?.lowercased()
    let has = { (names: String...) in names.allSatisfy(heads.contains) }
    if has("transcript", "code"), has("start", "end") || has("segment") {
      return ("a sheet of codings", "codings load")
    }
    if has("key", "name"), !heads.isDisjoint(with: ["definition", "parent", "phrases", "use"]) {
      return ("a codebook", "codebook load")
    }
    if has("unit", "coder"), has("value") || has("codes") { return ("a sheet of judgements", "agreement --data") }
    if first == "transcript" {
      return heads == ["transcript", "case"]
        ? ("a sheet of transcripts and cases", "cases assign") : ("a sheet about transcripts", "transcripts load")
    }
    if first == "case", likelyOpen(sheet).isEmpty { return ("a sheet about cases", "cases load") }
    return nil
  }

  /// A word as it can be typed in a command.
  static func quoted(_ word: String, always: Bool = false) -> String {
    let isPlain = word.utf8.allSatisfy { $0 > ASCII.blank && !"\"'\\|&;()<>$`*?[]#~!".utf8.contains($0) }
    if isPlain, !always, !word.isEmpty { return word }
    return word.contains("\"") ? "'\(word)'" : "\"\(word)\""
  }
}
