import Model

/// The tree of codes of REFI-QDA, in and out: the same in a codebook and in a project.
struct QDACodes {
  private(set) var codes: [StudyCode] = []
  /// Whether each code told its own key, as codes that were written here do.
  private(set) var hasKeys = true
  /// The notes that are hung on codes, by the place of the code.
  private(set) var notes: [(code: Int, note: GUID)] = []
  private var keys = FreeNames()
  private var named = 0
  private var strangeColours: [String] = []

  /// Many times the largest codebook.
  static let mostCodes = 20_000

  init() {}

  /// Reads the element `Codes`.
  init(_ list: QDAElement?, marks: inout QDAMarks, file: String, report: inout TransferReport) {
    var waiting: [(element: QDAElement, parent: Int)] = (list?.all("Code") ?? []).reversed().map { ($0, -1) }
    while let (element, parent) = waiting.popLast() {
      guard codes.count < Self.mostCodes else {
        report.problem("The file lists more than \(Self.mostCodes) codes; the rest was left out.", file: file)
        break
      }
      read(element, under: parent, &marks)
      let place = codes.count - 1
      for child in element.all("Code").reversed() { waiting.append((child, place)) }
    }
    if named > 0 { report.note("\(named == 1 ? "1 code" : "\(named) codes") had no name and got one.") }
    for colour in strangeColours { report.lose("colour", "colours", colour) }
  }

  private mutating func read(_ element: QDAElement, under parent: Int, _ marks: inout QDAMarks) {
    let written = element["name"]?.nameContent
    if written == nil { named += 1 }
    let name = written ?? "code \(codes.count + 1)"
    var code = Code(key: "", name: name, parent: parent < 0 ? nil : codes[parent].code.key)
    let told = QDADescription.read(element.text(of: "Description"), into: &code)
    if !told { hasKeys = false }
    if !told || keys.isTaken(code.key) { code.key = CodeKeyRule.key(for: name, taken: []) }
    code.key = keys.name(code.key)
    if let colour = element["color"] {
      code.color = QDAColour.read(colour)
      if code.color == nil { strangeColours.append(colour) }
    }
    let isFolder = ["false", "0"].contains(element["isCodable"]?.lowercased() ?? "")
    let place = "code/\(code.parent ?? "")/\(name)/\(codes.count)"
    let mark = marks.mark(element["guid"], of: name, place: place)
    for reference in element.all("NoteRef") {
      if let note = QDAMarks.target(reference["targetGUID"]) { notes.append((codes.count, note)) }
    }
    codes.append(StudyCode(code, guid: mark, isFolder: isFolder))
  }

  /// Writes the element `Codes` with the tree in it; `notes` are hung on codes by their places, in a project only.
  static func write(_ codes: [StudyCode], notes: [Int: [GUID]] = [:], to text: inout QDAText) {
    var children: [String: [Int]] = [:]
    var tops: [Int] = []
    let keys = Set(codes.map(\.code.key))
    for (place, entry) in codes.enumerated() {
      if let parent = entry.code.parent, keys.contains(parent) {
        children[parent, default: []].append(place)
      } else {
        tops.append(place)
      }
    }
    text.element("Codes") { text in
      for place in tops { write(place, of: codes, children, notes, to: &text) }
    }
  }

  private static func write(
    _ place: Int, of codes: [StudyCode], _ children: [String: [Int]], _ notes: [Int: [GUID]], to text: inout QDAText
  ) {
    let entry = codes[place]
    text.element(
      "Code",
      [
        ("guid", mark(of: entry).text), ("name", entry.code.name), ("isCodable", entry.isFolder ? "false" : "true"),
        ("color", entry.code.color.flatMap { QDAColour.read($0) }),
      ]
    ) { text in
      if let description = QDADescription.text(of: entry.code) { text.words("Description", description) }
      for note in notes[place, default: []] { text.element("NoteRef", [("targetGUID", note.text)]) }
      for child in children[entry.code.key, default: []] { write(child, of: codes, children, notes, to: &text) }
    }
  }

  static func mark(of code: StudyCode) -> GUID { code.guid ?? GUID(of: "code/" + code.code.key) }
}
