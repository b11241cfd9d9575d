public import Model

/// The formats in which results leave; the raw value is what a person types and the ending of a file.
public enum ExportFormat: String, CaseIterable, Sendable {
  case text, csv, tsv, json, md, html, tex, docx, xlsx, svg, graphml, gexf

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
  public var carriesNotes: Bool { ![.csv, .tsv, .graphml, .gexf].contains(self) }

  /// Whether it is words, which a terminal can show.
  public var isText: Bool { self != .docx && self != .xlsx }

  private var ending: String { self == .text ? "txt" : rawValue }

  private static let byEnding: [String: ExportFormat] = {
    let pairs = allCases.map { ($0.ending, $0) } + [("htm", ExportFormat.html), ("markdown", .md)]
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  private static var list: String { listed(allCases.map(\.rawValue) + ["png"], "and") }

  private static var endings: String { listed(allCases.map { "." + $0.ending } + [".png"], "or") }

  private static func listed(_ words: [String], _ joint: String) -> String {
    words.dropLast().joined(separator: ", ") + " \(joint) " + (words.last ?? "")
  }
}
