import Coding
import Exchange
import Foundation
import Intake
import Model
import Retrieval
import Store

extension Workbench {
  static func isSpreadsheet(_ path: String) -> Bool { ["xlsx", "xlsm"].contains(PathText.ending(of: path)) }

  /// The rows of a sheet, of text or of Excel.
  func records(of path: String) throws -> [DelimitedText.Record] {
    guard Self.isSpreadsheet(path) else { return DelimitedText(try text(of: path)).records }
    do {
      return try SpreadsheetFile(SourceFile(name: path, bytes: SourceFiles.bytes(of: path))).sheet().records()
    } catch let problem as IntakeProblem {
      throw Problem(problem.text, file: path, line: problem.line, hint: problem.hint)
    }
  }

  /// Whether a sheet holds coded segments of another program: words, and no positions.
  static func isSegmentSheet(_ text: String) -> Bool {
    let head = text.utf8.prefix { $0 != 0x0A }
    return SegmentSheet.recognises(DelimitedText(String(Substring(head))).records.first?.fields ?? [])
  }

  /// Loads coded segments of another program: their words are looked up in the transcripts, codes that are missing are made.
  func loadSegments(_ path: String, skipBad: Bool) throws -> Outcome {
    let (rows, problems) = SegmentSheet.read(try records(of: path), file: path)
    guard !rows.isEmpty || !problems.isEmpty else {
      throw Problem(
        "There are no coded segments in '\(path)'.", file: path,
        hint: "Its first line must name a document, the words and the code, as MAXQDA and ATLAS.ti write it.")
    }
    let flat = rows.flatMap { row in row.codes.map { (row, $0) } }
    let paths = CodePaths(flat.map(\.1), in: try codebook())
    var search = SegmentSearch(try store.transcriptNames()) { try self.store.text(ofTranscript: $0) }
    var assignments: [CodeAssignment] = []
    var memos: [Memo] = []
    var bad = problems
    for (place, entry) in flat.enumerated() {
      let (row, key) = (entry.0, paths.keys[place])
      let author = try row.coder ?? requireCoder()
      do {
        let (transcript, span) = try search.place(row.words, in: row.document, key + "/" + author)
        assignments.append(CodeAssignment(transcript: transcript, span: span, code: key, coder: author))
        if let words = row.memo {
          memos.append(
            Memo(
              about: .passage(transcript: transcript, span: span, code: key), coder: author, at: clock(), text: words))
        }
      } catch var problem as Problem {
        (problem.file, problem.line) = (path, row.line)
        bad.append(problem)
      }
    }
    if !skipBad { try refuse(bad.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, file: path) }
    let known = Set(try store.memos().map { MemoWords(subject: $0.subject, text: $0.text) })
    let act = try store.perform(act()) { change in
      try change.set(paths.codebook)
      let added = try change.add(Self.batch(assignments))
      for memo in memos where !known.contains(MemoWords(subject: memo.subject, text: memo.text)) {
        try change.add(memo)
      }
      return "Loaded coded segments from \(path): "
        + CodingSummary.counts(added: added, present: assignments.count - added)
    }
    forgetCodebook()
    return Outcome(
      act: act, notes: search.notes + bad.prefix(20).map { "Skipped \($0.place ?? path): \($0.what)" })
  }

  private struct MemoWords: Hashable {
    var subject: Memo.Subject
    var text: String
  }
}

/// Looks quoted words up in the transcripts that documents of another program are.
struct SegmentSearch {
  private var names: [String: String] = [:]
  private var texts: [String: QuotePlaces] = [:]
  private var taken: [String: Int] = [:]
  private(set) var notes: [String] = []
  private let text: (String) throws -> String?

  /// A document is the transcript of its name, else of its name without ending, capitals and accents aside.
  init(_ transcripts: [String], text: @escaping (String) throws -> String?) {
    self.text = text
    for name in transcripts.reversed() {
      names[Folding.fold(PathText.stem(of: name))] = name
      names[Folding.fold(name)] = name
    }
  }

  /// The place of words; those that stand several times are taken one after the other for one `use`.
  mutating func place(_ words: String, in document: String, _ use: String) throws -> (
    transcript: String, span: TextSpan
  ) {
    guard let name = names[Folding.fold(document)] ?? names[Folding.fold(PathText.stem(of: document))] else {
      throw Problem("No transcript named '\(document)'.", hint: "'transcripts' lists all transcripts.")
    }
    if texts[name] == nil { texts[name] = try text(name).map { QuotePlaces($0) } }
    let spans = texts[name]?.spans(of: words) ?? []
    guard !spans.isEmpty else {
      throw Problem("The words '\(words.prefix(60))' do not stand in '\(name)'.", hint: "See it with: show \(name)")
    }
    let key = [name, use, words].joined(separator: "\u{1}")
    let number = taken[key, default: 0]
    taken[key] = number + 1
    if spans.count > 1, number == 0 {
      notes.append("'\(words.prefix(60))' stands \(spans.count) times in '\(name)'; the first place was taken.")
    }
    return (name, spans[min(number, spans.count - 1)])
  }
}
