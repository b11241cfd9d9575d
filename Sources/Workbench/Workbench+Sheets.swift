import Exchange
import Foundation
import Intake
public import Model
import Store

extension Workbench {
  /// The text of a file that a person wrote, in whatever encoding; of an Excel file its first sheet, as CSV.
  func text(of path: String) throws -> String {
    Self.isSpreadsheet(path) ? Self.sheet(of: try records(of: path)) : try Self.text(ofScript: path)
  }

  /// Rows as CSV, each on the line that has its number.
  static func sheet(of records: [DelimitedText.Record]) -> String {
    var text = ""
    var line = 1
    for record in records {
      while line < record.line {
        text += "\n"
        line += 1
      }
      let cells = record.fields.map { cell in
        // A line end in a cell would move all rows below it.
        "\"" + String(cell.map { $0.isNewline ? " " : $0 }).replacing("\"", with: "\"\"") + "\""
      }
      text += cells.joined(separator: ",") + "\n"
      line += 1
    }
    return text
  }

  /// The first problem of a file, with how many more there are: nothing of the file is kept.
  func refuse(_ problems: [Problem], file: String) throws { try Self.refuse(problems, file: file) }

  static func refuse(_ problems: [Problem], file: String) throws {
    guard var first = problems.first else { return }
    if problems.count > 1 {
      let more = problems.dropFirst().prefix(4).map { "\n  \($0.place ?? file): \($0.what)" }.joined()
      let least = problems.count > 999 ? "at least " : ""
      first.what += " And \(least)\(counted(problems.count - 1, "problem")) more in the file:\(more)"
    }
    throw first
  }

  /// Gives cases attributes from a sheet `case,attribute,...`; cases that are new are made.
  public func loadCases(_ path: String) throws -> Act {
    let (rows, problems) = CaseSheet.read(try text(of: path), file: path)
    try refuse(problems, file: path)
    let known = Set(try store.caseNames())
    let attributes = Set(rows.flatMap { $0.attributes.map(\.name) })
    var new: [String] = []
    for row in rows where !known.contains(row.name) && !new.contains(row.name) { new.append(row.name) }
    // A slip of the pen makes a case, and every percentage another.
    let named =
      new.isEmpty || known.isEmpty
      ? "" : ": \(new.prefix(5).joined(separator: ", "))\(new.count > 5 ? " and others" : "")"
    return try store.perform(act()) { change in
      for row in rows { try change.set(row.attributes, ofCase: row.name) }
      return "Loaded \(counted(rows.count, "case")) (\(new.count) new\(named)) with "
        + "\(counted(attributes.count, "attribute")) from \(path)."
    }
  }

  /// Puts transcripts into cases from a sheet `transcript,case`.
  public func assignCases(_ path: String) throws -> Act {
    let (rows, problems) = CaseAssignmentSheet.read(try text(of: path), file: path)
    try refuse(problems, file: path)
    try requireTranscripts(rows.map { ($0.transcript, $0.line) }, file: path)
    return try store.perform(act()) { change in
      for row in rows where !row.caseName.isEmpty {
        try change.assign(transcript: row.transcript, toCase: row.caseName)
      }
      return "Assigned \(counted(rows.count, "transcript")) to \(counted(Set(rows.map(\.caseName)).count, "case"))."
    }
  }

  /// Gives transcripts attributes from a sheet `transcript,attribute,...`.
  public func loadTranscripts(_ path: String) throws -> Act {
    let (rows, problems) = TranscriptSheet.read(try text(of: path), file: path)
    try refuse(problems, file: path)
    try requireTranscripts(rows.map { ($0.name, $0.line) }, file: path)
    return try store.perform(act()) { change in
      for row in rows {
        try change.set(row.attributes, ofTranscript: row.name)
        if let caseName = row.caseName { try change.assign(transcript: row.name, toCase: caseName) }
      }
      return "Loaded attributes of \(counted(rows.count, "transcript")) from \(path)."
    }
  }

  private func requireTranscripts(_ names: [(name: String, line: Int)], file: String) throws {
    let known = Set(try store.transcriptNames())
    for (name, line) in names where !known.contains(name) {
      var problem = try unknownTranscript(name)
      problem.file = file
      problem.line = line
      throw problem
    }
  }

  /// Sets attributes of one case, given as `name=value`; several values with `|` between, no value takes it away.
  public func setCase(_ name: String, _ settings: [String]) throws -> Act {
    let attributes = try settings.map { setting in
      guard let sign = setting.firstIndex(of: "="), sign != setting.startIndex else {
        throw Problem("'\(setting)' sets nothing.", hint: "Write it so: cases set \(name) sector=vo", kind: .usage)
      }
      let attribute = setting[..<sign].trimmed
      return Attribute(name: attribute, cell: String(setting[setting.index(after: sign)...]))
        ?? Attribute(attribute, [])
    }
    guard try store.caseNames().contains(name) else {
      throw Problem("No case named '\(name)'.", hint: "'cases' lists all cases; 'cases load' makes new ones.")
    }
    return try store.perform(act()) { change in
      try change.set(attributes, ofCase: name)
      return "Set \(settings.joined(separator: ", ")) of case '\(name)'."
    }
  }

  /// What is known of each case; as it is loaded, or with the number of transcripts for people.
  public func casesTable(where condition: String? = nil, counting: Bool = false) throws -> Table {
    let passing = try condition.map { Set(try scope(where: $0).cases) }
    let cases = try store.cases().filter { passing?.contains($0.name) ?? true }
    var names: [String] = []
    for attribute in cases.flatMap(\.attributes) where !names.contains(attribute.name) { names.append(attribute.name) }
    let rows: [[Table.Cell]] = cases.map { entry in
      let values = names.map { name -> Table.Cell in
        guard let attribute = entry.attributes.first(where: { $0.name == name }) else { return .none }
        return .text(attribute.values.joined(separator: "|"))
      }
      return [.text(entry.name)] + (counting ? [.count(entry.transcripts.count)] : []) + values
    }
    return Table(
      title: "Cases",
      columns: [.init("case", "Case", .text)]
        + (counting ? [.init("transcripts", "Transcripts", .count)] : []) + names.map { .init($0, $0, .text) },
      rows: rows)
  }

  /// A line a transcript; for people without the digest of its file, which fills lines and tells them nothing.
  ///
  /// Where transcripts are assigned the last column tells to whom.
  public func transcriptsTable(where condition: String? = nil, withDigest: Bool = true) throws -> Table {
    var table = try plainTranscriptsTable(withDigest: withDigest)
    if let passing = try passingTranscripts(condition) {
      table.rows.removeAll { row in if case .text(let name) = row[0] { !passing.contains(name) } else { false } }
    }
    let coders = Dictionary(grouping: try store.assignments(), by: \.transcript).mapValues { given in
      given.map(\.coder).joined(separator: "|")
    }
    guard !coders.isEmpty else { return table }
    table.columns.append(.init("assigned", "Assigned to", .text))
    for row in table.rows.indices {
      guard case .text(let name) = table.rows[row][0] else { continue }
      table.rows[row].append(coders[name].map { .text($0) } ?? .none)
    }
    return table
  }

  /// The names of the transcripts of which something passes; nil where nothing is asked.
  func passingTranscripts(_ condition: String?) throws -> Set<String>? {
    try condition.map { Set(try scope(where: $0).members.map(\.name)) }
  }

  /// Throws where nothing does.
  func scope(where condition: String) throws -> Scope {
    let selection = try select(FilterRequest(condition: condition))
    try requirePassing(selection)
    return selection.scope
  }

  private func plainTranscriptsTable(withDigest: Bool) throws -> Table {
    let rows: [[Table.Cell]] = try store.transcriptLines().map { line in
      [
        .text(line.name), line.caseName.map { .text($0) } ?? .none, .text(line.format), .count(line.words),
        .count(line.turns), .count(line.segments), .count(line.speakers),
      ] + (withDigest ? [.text(line.sha256)] : [])
    }
    return Table(
      title: "Transcripts",
      columns: [
        .init("transcript", "Transcript", .text), .init("case", "Case", .text), .init("format", "Format", .text),
        .init("words", "Words", .count), .init("turns", "Turns", .count), .init("segments", "Segments", .count),
        .init("speakers", "Speakers", .count),
      ] + (withDigest ? [.init("sha256", "SHA-256 of the file", .text)] : []), rows: rows)
  }
}
