import Foundation
import GRDB
import Model
import Retrieval
import Testing

@testable import Store

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path).sorted()) ?? [] }
}

/// A new study in a folder of its own.
final class StudyFixture {
  let folder: TemporaryFolder
  var store: StudyStore
  var path: String { folder.file("study.draad") }

  init() throws {
    folder = try TemporaryFolder()
    store = try StudyStore.create(at: folder.file("study.draad"), language: "nl", now: "2024-03-01T09:00:00Z")
  }

  func reopen() throws {
    store.close()
    store = try StudyStore.open(path)
  }

  @discardableResult
  func perform(bulk: Bool = false, continuing: Int? = nil, _ body: (StudyChange) throws -> Void) throws -> Act {
    let act = Act(at: "2024-03-01T09:30:00Z", coder: "Mila", line: "a line", summary: "")
    return try store.perform(act, bulk: bulk, continuing: continuing) { change in
      try body(change)
      return "Done."
    }
  }

  /// Imports transcripts as turns, each from a file of its own; all of them one act.
  @discardableResult
  func importTranscripts(_ transcripts: [Transcript], inCase caseName: String? = nil) throws -> Int {
    var number: Int?
    for transcript in transcripts {
      number = try perform(bulk: true, continuing: number) { change in
        let original = Original(
          fileName: transcript.name + ".md", bytes: Array((transcript.name + transcript.text).utf8))
        let kept = try change.keep(original)
        try change.add(
          transcript, segments: Cut.turns(transcript), unit: .turn, original: kept,
          inCase: caseName ?? transcript.caseName)
      }.number
    }
    return number ?? 0
  }

  /// Keeps a memo.
  func note(_ subject: Memo.Subject, _ text: String, by coder: String? = nil) throws {
    try perform { try $0.add(Memo(about: subject, coder: coder, at: "2024-03-01T09:30:00Z", text: text)) }
  }

  /// Puts a code on spans; how many codings are new.
  @discardableResult
  func tag(_ transcript: String, _ spans: [TextSpan], _ code: String, by coder: String = "Mila") throws -> Act {
    try perform { change in
      try change.ensureCoder(coder)
      var batch = CodingBatch(transcripts: [transcript], codes: [code], coders: [coder])
      for span in spans {
        batch.columns.append(transcript: 0, start: Int32(span.start), end: Int32(span.end), code: 0, coder: 0)
      }
      _ = try change.add(batch)
    }
  }
}

extension Transcript {
  /// A transcript of which each line is a turn: `Anna: words`; a line without a name is nobody's.
  static func lines(_ name: String, _ lines: [String], caseName: String? = nil, attributes: [Attribute] = [])
    -> Transcript
  {
    var transcript = Transcript(name: name, format: "md", text: "", caseName: caseName, attributes: attributes)
    for (number, line) in lines.enumerated() {
      let start = transcript.text.utf8.count
      transcript.text += line + "\n"
      var turn = Turn(
        span: TextSpan(start, transcript.text.utf8.count), time: number % 2 == 0 ? nil : Double(number) + 0.5)
      if let colon = line.range(of: ": ") {
        let speaker = String(line[..<colon.lowerBound])
        turn.wordsStart = start + speaker.utf8.count + 2
        turn.speaker = transcript.speakers.firstIndex { $0.name == speaker } ?? transcript.speakers.count
        if turn.speaker == transcript.speakers.count { transcript.speakers.append(Speaker(name: speaker)) }
      }
      transcript.turns.append(turn)
    }
    return transcript
  }

  /// The span of some words that stand in the text once.
  func span(of words: String) -> TextSpan {
    guard let range = text.range(of: words) else { return TextSpan(0, 0) }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return TextSpan(start, start + words.utf8.count)
  }
}

/// Plain ways to cut a transcript.
enum Cut {
  static func turns(_ transcript: Transcript) -> [Segment] {
    transcript.turns.enumerated().map { Segment(span: $1.span, wordsStart: $1.wordsStart, turn: $0) }
  }

  /// After every point that a space follows.
  static func points(_ transcript: Transcript) -> [Segment] {
    let bytes = Array(transcript.text.utf8)
    var segments: [Segment] = []
    for (number, turn) in transcript.turns.enumerated() {
      var start = turn.span.start
      for at in turn.wordsStart..<turn.span.end where bytes[at] == 0x20 && at > turn.wordsStart && bytes[at - 1] == 0x2E
      {
        segments.append(
          Segment(span: TextSpan(start, at + 1), wordsStart: max(start, min(turn.wordsStart, at + 1)), turn: number))
        start = at + 1
      }
      if start < turn.span.end {
        segments.append(
          Segment(span: TextSpan(start, turn.span.end), wordsStart: max(start, turn.wordsStart), turn: number))
      }
    }
    return segments
  }
}

/// Everything a study holds, to compare before and after.
struct StudyDump: Equatable {
  var tables: [String: [String]] = [:]

  init(_ store: StudyStore) throws {
    try store.queue.read { db in
      for table in Schema.recordedTables {
        // Digests are kept beside what is recorded.
        let kept = table == "study" ? "WHERE name NOT LIKE 'digest:%'" : ""
        tables[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table) \(kept)").map { row in
          row.map { "\($0)=\($1.storage)" }.joined(separator: " ")
        }.sorted()
      }
      tables["content"] = [try ContentDigest(db).content]
      tables["segment_words"] = try Row.fetchAll(db, sql: "SELECT * FROM segment_words ORDER BY 1").map(\.description)
      tables["stems"] = try String.fetchAll(
        db,
        sql: "SELECT stem || ' ' || word FROM term_stems JOIN terms USING (term_id) WHERE occurrences > 0 ORDER BY 1")
    }
  }

  /// The tables that are not the same.
  func differences(from other: StudyDump) -> [String] { tables.keys.filter { tables[$0] != other.tables[$0] }.sorted() }
}

extension StudyStore {
  /// The words that occur and how often, from the table of terms.
  func termCounts() throws -> [String: Int] {
    Dictionary(try termSpellings().map { (String(decoding: $0, as: UTF8.self), $1) }, uniquingKeysWith: +)
  }

  /// By bytes, as two spellings of one accent are two words.
  private func termSpellings() throws -> [[UInt8]: Int] {
    try queue.read { db in
      Dictionary(
        uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT word, occurrences FROM terms WHERE occurrences <> 0")
          .map { row in (Array((row[0] as String).utf8), row[1] as Int) })
    }
  }

  /// The same, counted in the texts themselves.
  private func recountedSpellings() throws -> [[UInt8]: Int] {
    var counts: [[UInt8]: Int] = [:]
    for name in try transcriptNames() {
      guard let stored = try transcript(named: name) else { continue }
      let bytes = Array(stored.transcript.text.utf8)
      for segment in stored.segments {
        let words = Array(bytes[segment.wordsStart..<segment.span.end])
        for token in Token.all(in: String(decoding: words, as: UTF8.self)) {
          let word = String(decoding: words[token.span.start..<token.span.end], as: UTF8.self)
          counts[Array(Folding.surface(word).utf8), default: 0] += 1
        }
      }
    }
    return counts
  }

  /// Fails where the index or the terms are not those of the text.
  func expectIndexInStep(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(throws: Never.self, comment, sourceLocation: sourceLocation) {
      try queue.write { db in
        try db.execute(sql: "INSERT INTO segment_index (segment_index, rank) VALUES ('integrity-check', 1)")
      }
    }
    #expect(try termSpellings() == recountedSpellings(), comment, sourceLocation: sourceLocation)
  }

  /// Does to the file what Draad never does.
  func tamper(_ sql: String) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.execute(sql: sql)
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }
}
