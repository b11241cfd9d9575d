import Coding
import Exchange
import Foundation
import Intake
import Model
import Retrieval
import Segmentation
import Store

extension Workbench {
  /// Whether paths lead to whole studies of some program, not to transcripts; throws for some of both.
  public static func areWholeStudies(_ paths: [String]) throws -> Bool {
    guard let first = paths.first(where: { StudyFormat($0) != nil }) else { return false }
    guard let other = paths.first(where: { StudyFormat($0) == nil }) else { return true }
    throw Problem(
      "'\(first)' is a whole study, and '\(other)' is none; they come in one after the other.",
      hint: "Import the whole study by itself: import \(first)", kind: .usage)
  }

  /// Takes a whole study of another program in: one act, whole or not at all.
  ///
  /// What is here already is changed, not doubled.
  public func importStudy(_ path: String, _ request: StudyImportRequest = StudyImportRequest()) throws -> StudyTransfer
  {
    guard let format = StudyFormat(path) else {
      throw Problem("'\(path)' is no project of a program that is known here.", hint: "See Documentation/Exchange.md.")
    }
    let reading = try read(path, format, request)
    var report = reading.report
    let known = try store.knownStudy()
    let merge = StudyMerge(
      reading.study, into: known, matchesKeys: reading.hasKeys, file: path,
      digest: { Digest.sha256(Array($0.utf8)) })
    report.rename(transcripts: merge.transcriptNames)
    report.append(merge.report)
    var study = merge.study
    study.queries = try fitting(study.queries, file: path, &report)
    try report.requireLossless(request.isStrict, file: path)
    if !request.alsoErased { try requireNoneErased(reading.study, path) }
    if request.isPreview {
      return StudyTransfer(
        summary:
          "An import would bring in \(Self.described(study)); \(merge.newTranscripts.count) of the transcripts"
          + " would be new. Nothing was changed; without --dry-run it comes in.", report)
    }
    let codebook = Codebook(title: study.title, language: study.language, codes: study.codes.map(\.code))
    let change = CodebookChange(loading: codebook, from: path, into: try self.codebook())
    // Into an empty study everything can be undone by the number of the act; else changes are recorded one by one.
    do {
      let act = try store.perform(act(), bulk: known.transcripts.isEmpty) { draft in
        try draft.set(change.codebook)
        return try take(study, merge.newTranscripts, by: request.segment, in: draft)
      }
      forgetCodebook()
      return StudyTransfer(summary: act.summary, report)
    } catch _ where interrupter.isStopped {
      throw Self.nothingImported
    }
  }

  private func read(_ path: String, _ format: StudyFormat, _ request: StudyImportRequest) throws -> StudyFormat.Reading
  {
    let interrupter = interrupter
    do {
      let reading = try format.read(
        path, form: request.form, coder: coder ?? "unknown", isStopped: { interrupter.isStopped })
      try requireGoingOn()
      return reading
    } catch _ where interrupter.isStopped {
      throw Self.nothingImported
    }
  }

  private func requireGoingOn() throws { if interrupter.isStopped { throw Self.nothingImported } }

  /// The saved queries that could have been saved here too; others are told, and so are those that take the place of another.
  private func fitting(
    _ queries: [StudyQuery], file: String, _ report: inout TransferReport
  ) throws -> [StudyQuery] {
    guard !queries.isEmpty else { return [] }
    let here = try store.savedQueries()
    let all = here + queries.map { ($0.name, $0.text) }
    return queries.filter { query in
      var reason = SavedQueries.fault(in: query.name)
      if reason == nil {
        let others = all.filter { Folding.fold($0.name) != Folding.fold(query.name) }
        do throws(Problem) {
          _ = try Query.parse(query.text.trimmed, saved: SavedQueries(others + [(query.name, "@" + query.name)]))
        } catch { reason = error.what }
      }
      if let reason {
        report.problem(
          "The saved query '\(query.name.prefix(60))' was left out. \(reason)", file: file,
          hint: "Save it anew in this study: query save NAME QUERY")
      } else if let known = here.first(where: { $0.name == query.name }), known.text != query.text {
        report.problem(
          "The saved query '@\(query.name)' is another in the file, and becomes that: it was '\(known.text.prefix(200))'.",
          file: file)
      }
      return reason == nil
    }
  }

  private func take(
    _ study: WholeStudy, _ new: Set<Int>, by unit: SegmentUnit, in draft: StudyChange
  ) throws -> String {
    try draft.setMarks(of: study.codes)
    for coder in study.coders { try draft.take(coder) }
    for entry in study.cases { try draft.take(entry) }
    for query in study.queries { try draft.set(query: query.text, named: query.name) }
    for (place, entry) in study.transcripts.enumerated() {
      try requireGoingOn()
      var entry = entry
      // One after the other: the turns and segments of all texts at once would be many times the texts.
      if new.contains(place) { Self.cut(&entry, by: unit) }
      let transcript = entry.transcript
      if new.contains(place) {
        try draft.add(
          transcript, segments: entry.segments, unit: entry.unit, original: nil, inCase: transcript.caseName,
          guid: entry.guid)
      } else if try draft.hasTranscript(transcript.name) {
        try draft.set(transcript.attributes, ofTranscript: transcript.name)
        if let name = transcript.caseName { try draft.assign(transcript: transcript.name, toCase: name) }
      }
    }
    let codings = try draft.take(
      study.codings, transcripts: study.transcripts.map(\.transcript.name), codes: study.codes.map(\.code.key),
      coders: study.coders.map(\.name), goingOn: requireGoingOn)
    try draft.take(
      study.unplaced, transcripts: study.transcripts.map(\.transcript.name), codes: study.codes.map(\.code.key),
      coders: study.coders.map(\.name))
    var memos = 0
    for var memo in study.memos {
      try requireGoingOn()
      if memo.at.isEmpty { memo.at = clock() }
      if try draft.take(memo) { memos += 1 }
    }
    var files = 0
    for attachment in study.attachments {
      try requireGoingOn()
      if try draft.take(attachment) { files += 1 }
    }
    return Self.summary(study, new: new.count, codings, memos: memos, files: files)
  }

  private static func summary(
    _ study: WholeStudy, new: Int, _ codings: CodingsTaken, memos: Int, files: Int
  ) -> String {
    func of(_ all: Int, new: Int) -> String { all == new ? "" : " (\(new) new)" }
    var parts = [
      counted(study.transcripts.count, "transcript") + of(study.transcripts.count, new: new),
      counted(study.codes.count, "code"),
      counted(study.codings.count, "coding") + of(study.codings.count, new: codings.added),
    ]
    if codings.moved > 0 { parts.append("\(counted(codings.moved, "coding")) moved") }
    if !study.memos.isEmpty {
      parts.append(counted(study.memos.count, "memo") + of(study.memos.count, new: memos))
    }
    if !study.attachments.isEmpty {
      parts.append(counted(study.attachments.count, "file") + of(study.attachments.count, new: files))
    }
    return "Imported '\(study.name)': \(parts.joined(separator: ", "))."
  }

  /// Finds the turns of a text that came without them, as those of a text file are found, and cuts it into segments.
  private static func cut(_ entry: inout StudyTranscript, by unit: SegmentUnit) {
    if entry.transcript.turns.isEmpty {
      let text = entry.transcript.text
      let read = TranscriptReaders.read(SourceFile(name: entry.transcript.name + ".txt", bytes: Array(text.utf8)))
      if let found = read.transcripts.first, read.transcripts.count == 1, found.text == text, !found.turns.isEmpty {
        (entry.transcript.turns, entry.transcript.speakers) = (found.turns, found.speakers)
      } else {
        entry.transcript.turns = [Turn(span: TextSpan(0, text.utf8.count))]
      }
    }
    if entry.segments.isEmpty {
      entry.segments = Segmentation.segments(of: entry.transcript, by: unit)
      entry.unit = unit
    }
  }
}
