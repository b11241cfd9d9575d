public import Model
import Retrieval
import Store

extension Workbench {
  /// Gives a speaker a role, everywhere or in one transcript.
  public func setRole(_ role: String, ofSpeaker name: String, in transcript: String?) throws -> Act {
    if let transcript, try !store.transcriptNames().contains(transcript) { throw try unknownTranscript(transcript) }
    let names = try store.speakerLines().filter { (transcript ?? $0.transcript) == $0.transcript }.map(\.name)
    guard names.contains(name) else { throw unknownSpeaker(name, among: names) }
    return try store.perform(act()) { change in
      let count = try change.setRole(role, ofSpeaker: name, in: transcript)
      return "Gave '\(name)' the role \(role) in \(counted(count, "transcript"))."
    }
  }

  /// Makes two spellings of a name one speaker, everywhere or in one transcript; the words in the text stay as they stand.
  public func mergeSpeaker(_ name: String, into other: String, in transcript: String?) throws -> Act {
    if let transcript, try !store.transcriptNames().contains(transcript) { throw try unknownTranscript(transcript) }
    let names = try store.speakerLines().filter { (transcript ?? $0.transcript) == $0.transcript }.map(\.name)
    guard names.contains(name) else { throw unknownSpeaker(name, among: names) }
    guard name != other, !other.trimmed.isEmpty else {
      throw Problem(
        "'\(name)' cannot become '\(other)'.", hint: "Write two spellings: speakers merge 'Annna' Anna", kind: .usage)
    }
    return try store.perform(act()) { change in
      let count = try change.mergeSpeaker(name, into: other.trimmed, in: transcript)
      return "Speaker '\(name)' is now '\(other.trimmed)' in \(counted(count, "transcript"))."
    }
  }

  private func unknownSpeaker(_ name: String, among names: [String]) -> Problem {
    let near = Nearest.names(to: name, among: Array(Set(names)).sorted())
    let meant = near.isEmpty ? "" : "Did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))? "
    return Problem("No speaker named '\(name)'.", hint: meant + "'speakers' lists all speakers.")
  }

  public func speakersTable(where condition: String? = nil) throws -> Table {
    let scope = try condition.map(scope(where:))
    let rows: [[Table.Cell]] = try store.speakerLines(in: scope).map { line in
      [.text(line.transcript), .text(line.name), line.role.map { .text($0) } ?? .none, .count(line.turns)]
    }
    return Table(
      title: "Speakers",
      columns: [
        .init("transcript", "Transcript", .text), .init("speaker", "Speaker", .text), .init("role", "Role", .text),
        .init("turns", "Turns", .count),
      ], rows: rows)
  }

  /// Each name once, with how often it speaks in all transcripts, and the names that are spelt nearly so.
  public func speakerNamesTable() throws -> Table {
    let lines = try store.speakerLines()
    let byName = Dictionary(grouping: lines, by: \.name)
    let names = byName.keys.sorted { (Folding.fold($0), $0) < (Folding.fold($1), $1) }
    let rows: [[Table.Cell]] = names.map { name in
      let own = byName[name] ?? []
      let roles = Set(own.compactMap(\.role)).sorted()
      let alike = Nearest.names(to: name, among: names.filter { $0 != name && Self.mayBeOne(name, $0) })
      return [
        .text(name), roles.isEmpty ? .none : .text(roles.joined(separator: "|")), .count(own.count),
        .count(own.reduce(0) { $0 + $1.turns }), alike.isEmpty ? .none : .text(alike.joined(separator: "|")),
      ]
    }
    return Table(
      title: "Names of speakers",
      columns: [
        .init("speaker", "Speaker", .text), .init("roles", "Roles", .text),
        .init("transcripts", "Transcripts", .count), .init("turns", "Turns", .count),
        .init("alike", "Spelt alike", .text),
      ], rows: rows)
  }

  /// `R1` and `R2`, `I` and `P` are two persons.
  private static func mayBeOne(_ one: String, _ other: String) -> Bool {
    let digits = { (name: String) in name.filter(\.isNumber) }
    return min(one.count, other.count) > 3 && digits(one) == digits(other)
  }
}
