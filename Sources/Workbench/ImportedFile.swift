import Foundation
import Intake
public import Model

/// What the import report says of one file.
public struct ImportedFile: Sendable {
  public var path: String
  /// The ending of its format; nil where it was not recognised.
  public var format: String?
  /// Of a text file.
  public var encoding: String?
  public var transcripts = 0
  /// The names, each with its number of turns, the first to speak first.
  public var speakers: [String] = []
  public var turns = 0
  /// How many turns have a time.
  public var times = 0
  public var words = 0
  /// What was changed in its text, with how often; kinds that did not occur are absent.
  public var repairs: [(kind: String, count: Int)] = []
  /// Why it did not come in, or what is worth knowing of it.
  public var problems: [Problem] = []

  init(path: String) { self.path = path }

  init(path: String, reading: Reading) {
    self.path = path
    format = reading.transcripts.first?.format
    encoding = reading.encoding?.rawValue
    transcripts = reading.transcripts.count
    repairs = Repair.allCases.compactMap { repair in
      guard let count = reading.repairs[repair], count > 0 else { return nil }
      return (repair.name, count)
    }
    problems = reading.problems.map { Problem($0.text, file: $0.file, line: $0.line, hint: $0.hint) }
    var turnsOf: [String: Int] = [:]
    for transcript in reading.transcripts {
      var text = transcript.text
      text.withUTF8 { bytes in
        for turn in transcript.turns {
          words += SpokenWords.count(in: UnsafeBufferPointer(rebasing: bytes[turn.wordsStart..<turn.span.end]))
        }
      }
      turns += transcript.turns.count
      times += transcript.turns.count { $0.time != nil }
      for speaker in transcript.speakers where turnsOf[speaker.name] == nil {
        turnsOf[speaker.name] = 0
        speakers.append(speaker.name)
      }
      for turn in transcript.turns {
        if let speaker = turn.speaker { turnsOf[transcript.speakers[speaker].name, default: 0] += 1 }
      }
    }
    speakers = speakers.map { "\($0) \(turnsOf[$0] ?? 0)" }
  }

  fileprivate var row: [Table.Cell] {
    let shown = speakers.prefix(6).joined(separator: ", ")
    let more = speakers.count > 6 ? " and \(speakers.count - 6) more" : ""
    let remarks = problems.map { ($0.line.map { line in "line \(line): " } ?? "") + $0.what }
    return [
      .text(path), format.map { .text($0) } ?? .none, encoding.map { .text($0) } ?? .none, .count(transcripts),
      speakers.isEmpty ? .none : .text(shown + more), .count(turns), .count(times), .count(words),
      repairs.isEmpty ? .none : .text(repairs.map { counted($0.count, $0.kind) }.joined(separator: ", ")),
      remarks.isEmpty ? .none : .text(remarks.joined(separator: " ")),
    ]
  }
}

extension Repair {
  fileprivate var name: String {
    switch self {
    case .joinedWord: "joined word"
    case .joinedLine: "joined line"
    case .pageNumber: "page number"
    case .runningHead: "running head"
    case .scannedWord: "scanned word"
    }
  }
}

extension ImportReport {
  /// A row a file; for people without the remarks, which are told beside it, and without the folder they all lie in.
  public func table(withRemarks: Bool = true) -> Table {
    let columns: [Table.Column] = [
      .init("file", "File", .text), .init("format", "Format", .text), .init("encoding", "Encoding", .text),
      .init("transcripts", "Transcripts", .count), .init("speakers", "Speakers and turns", .text),
      .init("turns", "Turns", .count), .init("times", "Timed", .count), .init("words", "Words", .count),
      .init("repairs", "Repairs", .text), .init("problems", "Problems", .text),
    ]
    guard !withRemarks else { return Table(title: "Import", columns: columns, rows: files.map(\.row)) }
    let folder = sharedFolder
    let rows = files.map { file in [.text(String(file.path.dropFirst(folder)))] + file.row.dropFirst().dropLast() }
    return Table(title: "Import", columns: columns.dropLast(), rows: rows)
  }

  /// How many characters of each path name the folder that all files lie in.
  private var sharedFolder: Int {
    guard var shared = files.first?.path[...] else { return 0 }
    for file in files { shared = shared.commonPrefix(with: file.path)[...] }
    return shared.lastIndex(of: "/").map { shared.distance(from: shared.startIndex, to: $0) + 1 } ?? 0
  }
}
