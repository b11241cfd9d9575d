public import Model
import Yams

/// A project of qc (github.com/cproctor/qualitative-coding, version 1): a folder with settings, texts, codebook and database.
///
/// A code is put on a line of a text there; lines count from 0.
public enum QCStudy {
  /// The file by which such a folder is known.
  public static let settings = "settings.yaml"
  public static let tables = [
    "document", "document_index", "location", "coded_line", "coded_line_location_association", "code", "coder",
  ]

  /// Where things lie in a folder, as its settings say: names without a way out of the folder.
  public struct Places: Equatable, Sendable {
    public var database = "qualitative_coding.sqlite3"
    public var texts = "corpus"
    public var codebook = "codebook.yaml"
    public var memos = "memos"

    public init() {}
  }

  /// nil where the settings are not those of such a project.
  public static func places(_ settings: String) -> Places? {
    guard YAMLReferences.problem(in: settings, file: Self.settings) == nil,
      let root = (try? Yams.compose(yaml: settings))??.mapping, root["qc_version"] != nil
    else { return nil }
    var places = Places()
    func take(_ name: String, _ place: WritableKeyPath<Places, String>) {
      guard let path = root[Node(name)]?.string, !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
        return
      }
      places[keyPath: place] = path
    }
    take("database", \.database)
    take("corpus_dir", \.texts)
    take("codebook", \.codebook)
    take("memos_dir", \.memos)
    return places
  }

  /// - Parameter file: the bytes of a file of the folder, by its path in it.
  public static func read(
    _ tables: ForeignTables, _ places: Places, name: String, path: String, coder: String,
    isStopped: @escaping () -> Bool = { false }, file: (String) -> [UInt8]?
  ) throws(Problem) -> ForeignStudy {
    guard tables.has("coded_line", columns: ["id", "line", "coder_id", "code_id"]),
      tables.has("document", columns: ["file_path"])
    else {
      throw Problem(
        "'\(PathText.name(of: path))' is no project of qc: its tables are others.", file: path,
        hint: "Name the folder in which settings.yaml lies; older projects are brought up to date by: qc upgrade")
    }
    var draft = ForeignStudyDraft(name, seed: "qc/\(name)", file: path, coder: coder, isStopped: isStopped)
    readCodes(tables, file(places.codebook), &draft)
    var lines: [String: [(start: Int, end: Int)]] = [:]
    for row in tables["document"] {
      guard let id = row.text("file_path"), !id.split(separator: "/").contains("..") else { continue }
      guard let bytes = file(places.texts + "/" + id) else {
        draft.report.problem("The text '\(TransferReport.shown(id))' of the project is missing.", file: path)
        continue
      }
      let text = SourceText(bytes).text
      lines[id] = Self.lines(of: text)
      draft.add(source: id, name: PathText.stem(of: id), text: text, memo: nil, coder: nil)
    }
    readCodings(tables, lines, &draft)
    return draft.foreign
  }

  /// Many times the largest tree; a list may stand for itself in several places.
  private static let mostEntries = 200_000

  /// The code tree is a list in which a code with others below it is a mapping; a code may stand in several places.
  private static func readCodes(_ tables: ForeignTables, _ codebook: [UInt8]?, _ draft: inout ForeignStudyDraft) {
    let text = codebook.map { String(decoding: $0, as: UTF8.self) } ?? ""
    if let problem = YAMLReferences.problem(in: text, file: draft.file) {
      draft.report.problem(
        "The tree of codes was not read. " + problem.what, file: draft.file, hint: problem.hint)
    } else if let root = try? Yams.compose(yaml: text) {
      var left = mostEntries
      read(root, under: nil, depth: 0, &left, &draft)
      if left <= 0 {
        draft.report.problem(
          "The tree of codes has more than \(mostEntries) entries; the rest was left out.", file: draft.file)
      }
    }
    for row in tables["code"] {
      let name = row.text("name") ?? ""
      if !name.isEmpty { draft.add(code: name, name: name, definition: nil, color: nil, under: nil) }
    }
  }

  private static func read(
    _ node: Node, under parent: String?, depth: Int, _ left: inout Int, _ draft: inout ForeignStudyDraft
  ) {
    left -= 1
    guard left > 0, depth < 100, draft.study.codes.count < QDACodes.mostCodes else { return }
    func add(_ name: String) {
      guard !name.trimmed.isEmpty else { return }
      if draft.code(name) != nil {
        draft.report.lose("second place of a code", "second places of a code", name)
      } else {
        draft.add(code: name, name: name, definition: nil, color: nil, under: parent)
      }
    }
    if let sequence = node.sequence {
      for item in sequence { read(item, under: parent, depth: depth + 1, &left, &draft) }
    } else if let mapping = node.mapping {
      for (key, value) in mapping {
        let name = key.string ?? ""
        add(name)
        read(value, under: name, depth: depth + 1, &left, &draft)
      }
    } else if let scalar = node.scalar, scalar.style != .plain || !["", "~", "null"].contains(scalar.string) {
      add(scalar.string)
    }
  }

  /// The lines of a text in characters, without their line ends.
  private static func lines(of text: String) -> [(start: Int, end: Int)] {
    var lines: [(Int, Int)] = []
    var (start, at) = (0, 0)
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        lines.append((start, at))
        start = at + 1
      }
      at += 1
    }
    if start < at { lines.append((start, at)) }
    return lines
  }

  private static func readCodings(
    _ tables: ForeignTables, _ lines: [String: [(start: Int, end: Int)]], _ draft: inout ForeignStudyDraft
  ) {
    func map(_ table: String, _ key: String, _ value: String) -> [String: String] {
      Dictionary(
        tables[table].compactMap { row in row.text(key).flatMap { key in row.text(value).map { (key, $0) } } },
        uniquingKeysWith: { first, _ in first })
    }
    let documents = map("document_index", "id", "document_id")
    let indices = map("location", "id", "document_index_id")
    let locations = map("coded_line_location_association", "coded_line_id", "location_id")
    for row in tables["coded_line"] {
      let id = row.text("id") ?? ""
      guard let source = locations[id].flatMap({ indices[$0] }).flatMap({ documents[$0] }), let own = lines[source],
        let line = row.number("line"), own.indices.contains(line), own[line].start < own[line].end
      else {
        draft.report.lose(
          "coding of a line that is not there, or is empty", "codings of lines that are not there, or are empty")
        continue
      }
      guard let place = draft.span(source, own[line].start, own[line].end, quote: nil) else { continue }
      draft.add(place, code: row.text("code_id") ?? "", coder: row.text("coder_id"), memo: nil, id: id)
    }
  }
}
