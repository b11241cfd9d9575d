public import Model

/// A codebook as MAXQDA, NVivo, ATLAS.ti and Taguette put it in a sheet: names of codes, without keys of their own.
public enum ForeignCodebookSheet {
  private static let names = ["tag", "code", "name", "code name", "codenaam", "path", "node", "naam"]
  private static let texts = [
    "description", "definition", "memo", "comment", "code memo", "code definition", "omschrijving", "beschreibung",
    "kommentar", "opmerking",
  ]
  private static let parents = ["parent", "parent code", "parent name", "parent code name"]
  private static let colours = ["color", "colour", "kleur", "farbe"]

  /// Whether the first row is the head of such a sheet, and not of one of ours, which has keys.
  public static func recognises(_ head: [String]) -> Bool {
    let heads = head.map { $0.trimmed.lowercased() }
    return !heads.contains("key") && names.contains { heads.contains($0) }
  }

  /// Reads the codes in the order of the sheet, each under the code above it; a name with ` > ` in it is a path.
  public static func read(_ records: [DelimitedText.Record], file: String) -> (codes: [StudyCode], problems: [Problem])
  {
    guard let head = records.first else { return ([], []) }
    let heads = head.fields.map { $0.trimmed.lowercased() }
    func place(_ wanted: [String]) -> Int? { wanted.lazy.compactMap { heads.firstIndex(of: $0) }.first }
    var draft = Draft()
    var problems: [Problem] = []
    for record in records.dropFirst() where !record.fields.allSatisfy({ $0.trimmed.isEmpty }) {
      func cell(_ wanted: [String]) -> String? {
        place(wanted).flatMap { $0 < record.fields.count ? CSVText.restored(record.fields[$0]).content : nil }
      }
      guard let name = cell(names) else {
        problems.append(Problem("The row has no name of a code.", file: file, line: record.line))
        continue
      }
      let above = cell(parents).map { CodePathText.path($0) } ?? []
      guard draft.codes.count < QDACodes.mostCodes else {
        problems.append(
          Problem("The sheet lists more than \(QDACodes.mostCodes) codes.", file: file, line: record.line))
        break
      }
      draft.add(
        above + CodePathText.path(name), definition: cell(texts)?.composed,
        colour: cell(colours).flatMap { QDAColour.read($0) })
    }
    return (draft.inOrder, problems)
  }

  private struct Draft {
    private struct Path: Hashable {
      var parent: Int?
      var name: String
    }

    var codes: [StudyCode] = []
    private var places: [Path: Int] = [:]
    private var parents: [Int?] = []
    private var keys = FreeNames()

    mutating func add(_ path: [String], definition: String?, colour: String?) {
      var parent: Int?
      for name in path.prefix(100) {
        let own = Path(parent: parent, name: name.lowercased())
        if let known = places[own] {
          parent = known
          continue
        }
        let key = keys.name(CodeKeyRule.key(for: name, taken: []))
        codes.append(StudyCode(Code(key: key, name: name, parent: parent.map { codes[$0].code.key })))
        parents.append(parent)
        places[own] = codes.count - 1
        parent = codes.count - 1
      }
      guard let parent else { return }
      codes[parent].code.definition = codes[parent].code.definition ?? definition
      codes[parent].code.color = codes[parent].code.color ?? colour
    }

    /// Each code before its children, a family together.
    var inOrder: [StudyCode] {
      let children = Dictionary(grouping: codes.indices) { parents[$0] ?? -1 }
      var waiting = (children[-1] ?? []).reversed().map { $0 }
      var ordered: [StudyCode] = []
      while let place = waiting.popLast() {
        ordered.append(codes[place])
        waiting += (children[place] ?? []).reversed()
      }
      return ordered
    }
  }
}
