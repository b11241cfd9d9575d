import Analysis
public import Model
import Store

extension Workbench {
  /// Who has what to code, and how far they are.
  public func assignmentsTable() throws -> Table {
    let assignments = try store.assignments()
    guard !assignments.isEmpty else {
      throw Problem(
        "Nothing is assigned yet.", hint: "As in: assign s01-team --to Anna, or assign --share 10% --to Anna,Bram",
        kind: .nothingFound)
    }
    let ground = try store.ground(try select(FilterRequest()).scope, needs: .segments)
    let progress = CoderProgress(ground)
    let places = Dictionary(ground.transcripts.enumerated().map { ($1, $0) }) { first, _ in first }
    let coders = Dictionary(ground.coders.enumerated().map { ($1, $0) }) { first, _ in first }
    var done: [String: (transcripts: Int, all: Int)] = [:]
    let rows: [[Table.Cell]] = assignments.compactMap { assignment in
      guard let transcript = places[assignment.transcript], let coder = coders[assignment.coder] else { return nil }
      let segments = progress.segments[transcript]
      let coded = progress.coded(transcript: transcript, coder: coder)
      let before = done[assignment.coder] ?? (0, 0)
      done[assignment.coder] = (before.transcripts + (assignment.isDone ? 1 : 0), before.all + 1)
      return [
        .text(assignment.coder), .text(assignment.transcript), .count(coded), .count(segments),
        segments == 0 ? .none : .number(100 * Double(coded) / Double(segments)),
        assignment.isDone ? .text("done") : coded > 0 ? .text("begun") : .none,
      ]
    }
    var table = Table(
      title: "Who codes what",
      columns: [
        .init("coder", "Coder", .text), .init("transcript", "Transcript", .text), .init("coded", "Coded", .count),
        .init("segments", "Segments", .count), .init("percent", "Percent", .percent), .init("state", "State", .text),
      ], rows: rows)
    table.notes = [
      .init("Coded", "segments that share a character with a coding of that coder"),
      .init(
        "Done",
        done.keys.sorted().map { "\($0) \(done[$0]?.transcripts ?? 0) of \(done[$0]?.all ?? 0)" }
          .joined(separator: ", ")),
      .init("Transcripts", shares(assignments, of: ground.transcripts)),
    ]
    let blind = try store.blindCoders()
    if !blind.isEmpty { table.notes.append(.init("Blind", blind.joined(separator: ", "))) }
    table.recipe = try recipe()
    return table
  }

  /// `14 in all: 9 with one coder, 3 with two or more, 2 with nobody (s09-team, s12-team)`.
  private func shares(_ assignments: [Assignment], of transcripts: [String]) -> String {
    let counts = Dictionary(grouping: assignments, by: \.transcript).mapValues(\.count)
    let nobody = transcripts.filter { counts[$0] == nil }
    let named = nobody.prefix(10).joined(separator: ", ") + (nobody.count > 10 ? ", …" : "")
    return "\(transcripts.count) in all: \(counts.values.count { $0 == 1 }) with one coder, "
      + "\(counts.values.count { $0 > 1 }) with two or more, \(nobody.count) with nobody"
      + (nobody.isEmpty ? "" : " (\(named))")
  }
}
