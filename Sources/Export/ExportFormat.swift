public import Model

/// The formats in which results leave; the raw value is what a person types.
public enum ExportFormat: String, CaseIterable, Sendable {
  case text, csv, tsv, json, md

  /// Finds the format a person typed.
  public init(named name: String) throws(Problem) {
    guard let format = Self(rawValue: name.lowercased()) ?? Self.byEnding[name.lowercased()] else {
      throw Problem(
        "No format named '\(name)'.", hint: "The formats are \(Self.list): '--format csv'.", kind: .usage)
    }
    self = format
  }

  /// Finds the format of a file by the ending of its name.
  public init(ofFile path: String) throws(Problem) {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    guard let format = Self.byEnding[ending] else {
      let what = ending.isEmpty ? "has no ending" : "ends in '.\(ending)'"
      throw Problem(
        "'\(name)' \(what), which names no format.",
        hint: "Let it end in \(Self.endings), or name the format: '--format csv'.", kind: .usage)
    }
    self = format
  }

  /// Whether the notes of a result stand in the output; if not, `noteText(for:)` gives them.
  public var carriesNotes: Bool { self != .csv && self != .tsv }

  private static let byEnding: [String: ExportFormat] = [
    "txt": .text, "csv": .csv, "tsv": .tsv, "json": .json, "md": .md,
  ]

  private static var list: String {
    allCases.dropLast().map(\.rawValue).joined(separator: ", ") + " and " + (allCases.last?.rawValue ?? "")
  }

  private static let endings = ".txt, .csv, .tsv, .json or .md"
}
