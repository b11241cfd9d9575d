public import Model

/// What an import did: for each file whether it came in, and if not, why.
public struct ImportReport: Equatable, Sendable {
  public var transcripts: [String] = []
  public var words = 0
  public var segments = 0
  public var turns = 0
  public var cases: Set<String> = []
  /// How many transcripts belong to no case.
  public var withoutCase = 0
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
    return came + size + inCases + "."
  }

  /// The files that did not come in, counted.
  public var rest: [String] {
    var lines: [String] = []
    if !known.isEmpty {
      lines.append("\(counted(known.count, "file")) \(known.count == 1 ? "is" : "are") in the study already.")
    }
    if !problems.isEmpty { lines.append("\(counted(problems.count, "file")) could not be read; see above.") }
    if !leftOut.isEmpty {
      lines.append(
        "Left out, as no transcripts: \(leftOut.prefix(8).joined(separator: ", "))\(leftOut.count > 8 ? " and \(leftOut.count - 8) more" : "")."
      )
    }
    if withoutCase > 0 {
      let belong = withoutCase == 1 ? "belongs" : "belong"
      lines.append(
        "\(counted(withoutCase, "transcript")) \(belong) to no case; put them in one with: cases assign FILE")
    }
    return lines
  }
}

/// `3 cases`, `1 case`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
