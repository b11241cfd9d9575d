public import Model

/// What an import did: for each file whether it came in, and if not, why.
public struct ImportReport: Sendable {
  /// A line a file, in the order they were read.
  public var files: [ImportedFile] = []
  public var transcripts: [String] = []
  public var words = 0
  public var segments = 0
  public var turns = 0
  public var cases: Set<String> = []
  /// How many transcripts belong to no case.
  public var withoutCase = 0
  /// Passages that were coded in the files themselves.
  public var codings = 0
  /// Files with the same bytes as one that is in the study.
  public var known: [String] = []
  /// Files of a folder that are no transcripts.
  public var leftOut: [String] = []
  /// Files that could not be read, and things worth knowing of files that could.
  public var problems: [Problem] = []
  public var notes: [Problem] = []

  /// A full sentence with counts.
  public var summary: String {
    let came =
      transcripts.isEmpty ? "No transcript was imported" : "Imported \(counted(transcripts.count, "transcript"))"
    let size =
      transcripts.isEmpty
      ? "" : ": \(counted(turns, "turn")), \(counted(segments, "segment")), \(counted(words, "word"))"
    let inCases = cases.isEmpty ? "" : ", in \(counted(cases.count, "case"))"
    let coded = codings == 0 ? "" : ", with \(counted(codings, "coding"))"
    return came + size + inCases + coded + "."
  }

  /// The same for an import that did not happen.
  public var preview: String {
    transcripts.isEmpty
      ? "No transcript would come in."
      : summary.replacing("Imported", with: "An import would bring in", maxReplacements: 1)
        + " Nothing was changed; without --dry-run it comes in."
  }

  /// What was changed in the texts on their way in, each kind with how often.
  private var mended: [String] {
    var counts: [(kind: String, count: Int)] = []
    for repair in files.flatMap(\.repairs) {
      if let place = counts.firstIndex(where: { $0.kind == repair.kind }) {
        counts[place].count += repair.count
      } else {
        counts.append(repair)
      }
    }
    guard !counts.isEmpty else { return [] }
    return ["Mended: \(counts.map { counted($0.count, $0.kind) }.joined(separator: ", "))."]
  }

  /// What was mended, and the files that did not come in, counted.
  public var rest: [String] {
    var lines = mended
    if !known.isEmpty {
      lines.append("\(counted(known.count, "file")) \(known.count == 1 ? "is" : "are") in the study already.")
    }
    if !problems.isEmpty { lines.append("\(counted(problems.count, "file")) could not be read; see above.") }
    if !leftOut.isEmpty { lines.append("Left out, as no transcripts: \(Self.list(leftOut)).") }
    let old = leftOut.filter { $0.lowercased().hasSuffix(".doc") }
    if !old.isEmpty { lines.append("Old Word files are not read; save as .docx, and import again: \(Self.list(old)).") }
    if withoutCase > 0 {
      let belong = withoutCase == 1 ? "belongs" : "belong"
      lines.append(
        "\(counted(withoutCase, "transcript")) \(belong) to no case; put them in one with: cases assign FILE")
    }
    return lines
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(8).joined(separator: ", ") + (names.count > 8 ? " and \(names.count - 8) more" : "")
  }
}

/// `3 cases`, `1 case`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
