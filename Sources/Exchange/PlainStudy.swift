public import Model

/// A whole study as a folder of plain text, which people can read and compare from one version to the next.
///
/// Transcripts are text, the codebook is YAML, all else are sheets in one order, whatever the order things came in.
/// Positions are Unicode code points. What is read is what was written.
public enum PlainStudy {
  /// The file by which such a folder is known.
  public static let marker = "draad-study.yaml"
  static let form = 1

  /// The files of the folder, each with the path it has in it.
  public static func files(of study: WholeStudy) -> [(name: String, bytes: [UInt8])] {
    PlainStudyWriting(study).files()
  }

  /// The files that a folder which was written before has besides those with fixed names; what names them is read.
  public static func ownFiles(reading file: (String) -> [UInt8]?) -> [String] {
    var names: [String] = []
    for (sheet, folder, endings) in [
      ("transcripts.csv", "transcripts/", [".txt", ".turns.csv", ".segments.csv"]),
      ("attachments.csv", "attachments/", [""]),
    ] {
      guard let bytes = file(sheet) else { continue }
      let table = PlainTable(String(decoding: bytes, as: UTF8.self), file: sheet, heads: ["file"])
      for row in table.rows where PlainTable.isSafe(row.cells[0]) {
        names += endings.map { folder + row.cells[0] + $0 }
      }
    }
    return names
  }

  /// Reads a folder by its files; a study without problems, or problems without a study.
  public static func read(
    name: String, file: @escaping (String) -> [UInt8]?
  ) -> (study: WholeStudy?, problems: [Problem]) {
    var reading = PlainStudyReading(name: name, file: file)
    reading.readAll()
    return reading.problems.isEmpty ? (reading.study, []) : (nil, reading.problems)
  }
}

/// A sheet of a plain study while it is read: the columns that are asked for, in their order.
struct PlainTable {
  struct Row {
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [Problem] = []

  /// Columns that are not there are told, others than those asked for are passed over.
  init(_ text: String, file: String, heads: [String]) {
    var sheet = Sheet(text, file: file)
    let columns = heads.map { sheet.requiredColumn($0, command: "import") }
    problems = sheet.problems
    guard problems.isEmpty else { return }
    let places = columns.compactMap { $0 }
    rows = sheet.rows.map { row in Row(line: row.line, cells: places.map { CSVText.restored(row.cells[$0]) }) }
  }

  /// Whether a name stays in its folder.
  static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains { $0 == 0x2F || $0 == 0x5C || $0 < 0x20 }
  }
}
