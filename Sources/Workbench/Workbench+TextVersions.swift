import Coding
import Intake
public import Model
import Segmentation
import Store

/// What became of a transcript that got another text, or would become of it.
public struct TextVersionReport: Sendable {
  /// The sentence for the log.
  public var summary: String
  /// The passages whose words changed or are gone; empty where all kept theirs.
  public var table: Table?
  /// Problems of the file.
  public var notes: [Problem]
}

extension Workbench {
  /// Gives a transcript the text of a file: a corrected version of it.
  ///
  /// Every coding and memo goes with its words; those whose words are gone are kept aside (`unplacedTable`). With `dryRun`
  /// only what would be done is told. Of the request counts how text is mended, as it was when the transcript came in.
  public func replaceText(
    of name: String, with path: String, _ request: ImportRequest = ImportRequest(), dryRun: Bool = false
  ) throws -> TextVersionReport {
    guard let stored = try store.transcript(named: name) else { throw try unknownTranscript(name) }
    let (file, transcript) = try version(path, of: stored, request.reading)
    let anchoring = Reanchoring(from: stored.transcript.text, to: transcript.text)
    guard anchoring.isChange || transcript.turns != stored.transcript.turns else {
      throw Problem("'\(path)' has the very text that '\(name)' has; nothing was changed.", kind: .nothingFound)
    }
    let moves = try moves(of: name, by: anchoring)
    let table = try changes(in: name, moves, stored.transcript.text, transcript.text)
    let notes = (file.reading?.problems ?? []).map { Problem($0.text, file: $0.file, line: $0.line, hint: $0.hint) }
    var summary = ""
    if dryRun {
      summary = sentence(name, path, moves, fallen: 0)
    } else {
      summary = try store.perform(act()) { change in
        let original = try change.keep(file.original)
        let fallen = try change.replaceText(
          of: name, with: transcript, segments: file.segments[0], original: original,
          moves: TextMoves(spans: moves.spans, near: moves.near))
        if try change.isOneOfSeveral {
          try change.learn(
            own: StudyFacts.ofReplaced(name, in: change.side(), codings: change.codingsOfCopy().codings))
        }
        return sentence(name, path, moves, fallen: fallen)
      }.summary
    }
    return TextVersionReport(summary: summary, table: table, notes: notes)
  }

  /// The one transcript that a file holds, cut as the stored one is.
  private func version(
    _ path: String, of stored: StoredTranscript, _ options: ReadingOptions
  ) throws -> (ReadFile, Transcript) {
    let files = try SourceFiles([path])
    if let problem = files.problems.first { throw Problem(problem.text, file: problem.file, hint: problem.hint) }
    guard files.entries.count == 1, let entry = files.entries.first else {
      throw Problem("'\(path)' is not one file of a transcript.", hint: "transcript replace T FILE", kind: .usage)
    }
    let file = try ReadFile(entry, stored.unit, options)
    guard let reading = file.reading, let transcript = reading.transcripts.first else {
      let problem = file.reading?.problems.first { $0.severity == .refused }
      throw Problem(
        problem?.text ?? "There is no transcript in '\(path)'.", file: path, line: problem?.line, hint: problem?.hint)
    }
    guard reading.transcripts.count == 1 else {
      throw Problem(
        "'\(path)' holds \(reading.transcripts.count) transcripts.", hint: "Give a file with the one that changed.")
    }
    return (file, transcript)
  }

  private struct Moves {
    var spans: [TextSpan: TextSpan?] = [:]
    var near: [TextSpan: Int] = [:]
    /// Codings and memos, by what became of them.
    var (same, changed, lost) = (0, 0, 0)
    var memosLost = 0
  }

  private func moves(of name: String, by anchoring: Reanchoring) throws -> Moves {
    var moves = Moves()
    let codings = try store.codings(of: name).map(\.span)
    let memos = try passageMemos(of: name).compactMap { memo -> TextSpan? in
      if case .passage(_, let span, _) = memo.subject { return span }
      return nil
    }
    var places: [TextSpan: Reanchoring.Place] = [:]
    for span in Set(codings + memos) {
      let place = anchoring.place(of: span)
      places[span] = place
      switch place {
      case .same(let to), .changed(let to): moves.spans[span] = .some(to)
      case .lost(let near):
        moves.spans[span] = .some(nil)
        moves.near[span] = near
      }
    }
    for span in codings {
      switch places[span] {
      case .same: moves.same += 1
      case .changed: moves.changed += 1
      case .lost, nil: moves.lost += 1
      }
    }
    moves.memosLost = memos.count { moves.near[$0] != nil }
    return moves
  }

  private func sentence(_ name: String, _ path: String, _ moves: Moves, fallen: Int) -> String {
    var parts = ["\(counted(moves.same, "coding")) on the same words"]
    if moves.changed > 0 { parts.append("\(moves.changed) on words that changed") }
    if moves.lost > 0 { parts.append("\(moves.lost) not placed") }
    if moves.memosLost > 0 { parts.append("\(counted(moves.memosLost, "memo")) now about the transcript") }
    if fallen > 0 { parts.append("\(fallen) fallen together with another") }
    return "Replaced the text of '\(name)' by \(path): \(parts.joined(separator: ", "))."
  }

  /// A row for each passage whose words changed or went, with the codes on it.
  private func changes(in name: String, _ moves: Moves, _ old: String, _ new: String) throws -> Table? {
    let (before, after) = (Array(old.utf8), Array(new.utf8))
    let codings = Dictionary(grouping: try store.codings(of: name), by: \.span)
    let rows = moves.spans.sorted { $0.key < $1.key }.compactMap { span, place -> [Table.Cell]? in
      let words = String(decoding: before[span.start..<span.end], as: UTF8.self)
      let now = place.map { String(decoding: after[$0.start..<$0.end], as: UTF8.self) }
      guard now != words else { return nil }
      let codes = (codings[span] ?? []).map(\.code)
      var seen: Set<String> = []
      return [
        .text(now == nil ? "not placed" : "changed"),
        .text(codes.filter { seen.insert($0).inserted }.joined(separator: " ")),
        .text(words), now.map { .text($0) } ?? .none,
      ]
    }
    guard !rows.isEmpty else { return nil }
    return Table(
      title: "Passages whose words changed",
      columns: [
        .init("what", "What", .text), .init("codes", "Codes", .text), .init("before", "Before", .text),
        .init("now", "Now", .text),
      ], rows: rows)
  }
}

extension Workbench {
  /// The codings whose words went when their transcript got another text.
  public func unplacedTable(of name: String? = nil) throws -> Table {
    if let name, try !store.transcriptNames().contains(name) { throw try unknownTranscript(name) }
    let codings = try store.unplacedCodings().filter { name == nil || $0.transcript == name }
    guard !codings.isEmpty else {
      throw Problem("Every coding is on its words.", kind: .nothingFound)
    }
    var segments: [String: [Segment]] = [:]
    for coding in codings where segments[coding.transcript] == nil {
      segments[coding.transcript] = try store.transcript(named: coding.transcript)?.segments ?? []
    }
    return Table(
      title: "Codings that are not placed",
      columns: [
        .init("coding", "Coding", .count), .init("near", "Near", .text), .init("code", "Code", .text),
        .init("coder", "Coder", .text), .init("words", "Words", .text),
      ],
      rows: codings.map { coding in
        let near = (segments[coding.transcript]?.firstIndex { $0.span.end > coding.near }).map { $0 + 1 }
        return [
          .count(coding.number), .text(near.map { "\(coding.transcript):\($0)" } ?? coding.transcript),
          .text(coding.code),
          .text(coding.coder), .text(coding.words),
        ]
      },
      notes: [
        .init("Next", "put one on words with: transcript place 1 s01-team:12, or let it go with: transcript drop 1")
      ])
  }

  /// Puts a coding that is not placed on segments, for the coder who made it.
  public func placeCoding(_ number: Int, at address: String) throws -> Act {
    let coding = try unplaced(number)
    let place = try place(address)
    guard place.transcript == coding.transcript else {
      throw Problem(
        "Coding \(number) belongs to '\(coding.transcript)', and '\(address)' is elsewhere.",
        hint: "transcript place \(number) \(coding.transcript):12", kind: .usage)
    }
    let assignments = place.spans.map {
      CodeAssignment(transcript: coding.transcript, span: $0, code: coding.code, coder: coding.coder)
    }
    return try store.perform(act()) { change in
      _ = try change.add(Self.batch(assignments))
      try change.removeUnplaced(number)
      return "Put coding \(number) (\(coding.code) by \(coding.coder)) on \(address)."
    }
  }

  /// Gives up a coding that is not placed.
  public func dropCoding(_ number: Int) throws -> Act {
    let coding = try unplaced(number)
    return try store.perform(act()) { change in
      try change.removeUnplaced(number)
      return "Gave up coding \(number) (\(coding.code) by \(coding.coder)) in '\(coding.transcript)'."
    }
  }

  private func unplaced(_ number: Int) throws -> UnplacedCoding {
    guard let coding = try store.unplacedCodings().first(where: { $0.number == number }) else {
      throw Problem(
        "There is no coding \(number) that is not placed.", hint: "'transcript unplaced' lists them.")
    }
    return coding
  }
}
