import Foundation
import Intake
public import Model
import Segmentation
import Store

extension Workbench {
  /// Reads files and folders into the study, each file in a transaction of its own, all of them one act.
  ///
  /// A file that cannot be read is named in the report and the others still come in. `progress` is told how many bytes
  /// of how many are read.
  public func importFiles(
    _ paths: [String], segment: SegmentUnit = .turn, inCase named: String? = nil,
    progress: (_ done: Int, _ all: Int, _ file: String) -> Void = { _, _, _ in }
  ) throws -> ImportReport {
    let files = try SourceFiles(paths)
    var report = ImportReport()
    report.leftOut = files.leftOut
    guard !files.entries.isEmpty else {
      throw Problem(
        "There are no transcripts in '\(paths.joined(separator: "', '"))'.",
        hint: "Draad reads files that end in \(TranscriptReaders.endings.map { "." + $0 }.joined(separator: ", ")).")
    }
    let all = files.entries.reduce(0) { $0 + $1.size }
    var done = 0
    var number: Int?
    for entry in files.entries {
      if interrupter.isStopped { throw stopped(report) }
      progress(done, all, (entry.path as NSString).lastPathComponent)
      done += entry.size
      do {
        try take(entry, segment: segment, inCase: named, into: &report, act: &number)
      } catch let problem as Problem where problem.file == entry.path {
        report.problems.append(problem)
      } catch _ where interrupter.isStopped {
        throw stopped(report)
      } catch var problem as Problem where !report.transcripts.isEmpty {
        let before = counted(report.transcripts.count, "transcript")
        problem.what += " That holds of '\(entry.path)'; \(before) came in before it."
        throw problem
      }
    }
    progress(all, all, "")
    return report
  }

  private func stopped(_ report: ImportReport) -> Problem {
    let count = counted(report.transcripts.count, "transcript")
    return Problem(
      report.transcripts.isEmpty
        ? "Stopped; nothing was imported." : "Stopped after \(count); what came in is in the study.",
      hint: report.transcripts.isEmpty
        ? nil : "The same import goes on where it stopped; 'undo' takes out what came in.")
  }

  private func take(
    _ entry: SourceFiles.Entry, segment unit: SegmentUnit, inCase named: String?, into report: inout ImportReport,
    act number: inout Int?
  ) throws {
    var bytes: [UInt8] = []
    do {
      bytes = try SourceFiles.bytes(of: entry.path)
    } catch var problem as Problem {
      problem.file = entry.path
      throw problem
    }
    let original = Original(fileName: (entry.path as NSString).lastPathComponent, bytes: bytes)
    if let known = try store.transcripts(fromOriginal: original.sha256).first {
      report.known.append("\(entry.path) (\(known))")
      return
    }
    let reading = TranscriptReaders.read(SourceFile(name: entry.path, bytes: bytes))
    for found in reading.problems {
      let problem = Problem(found.text, file: found.file, line: found.line, hint: found.hint)
      if found.severity == .refused { report.problems.append(problem) } else { report.notes.append(problem) }
    }
    guard !reading.transcripts.isEmpty else { return }
    var next = report
    let act = try store.perform(act(), bulk: true, continuing: number) { change in
      let kept = try change.keep(original)
      for var transcript in reading.transcripts {
        transcript.name = try freeName(
          transcript.name.precomposedStringWithCanonicalMapping, folder: entry.folder, in: change)
        let caseName = named ?? transcript.caseName ?? entry.folder
        let segments = unit.segmenter.segments(of: transcript)
        try change.add(transcript, segments: segments, unit: unit, original: kept, inCase: caseName)
        next.add(transcript, segments: segments, caseName: caseName)
      }
      return next.summary
    }
    number = act.number
    report = next
  }

  /// The transcript's own name, else with its folder before it, else with a number behind it.
  private func freeName(_ name: String, folder: String?, in change: StudyChange) throws -> String {
    if try !change.hasTranscript(name) { return name }
    if let folder, try !change.hasTranscript("\(folder)/\(name)") { return "\(folder)/\(name)" }
    var number = 2
    while try change.hasTranscript("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }

  /// Cuts a transcript into other segments; its codings stay on their words.
  public func segment(_ name: String, by unit: SegmentUnit) throws -> Act {
    guard let stored = try store.transcript(named: name) else { throw try unknownTranscript(name) }
    let segments = unit.segmenter.segments(of: stored.transcript)
    return try store.perform(act()) { change in
      try change.resegment(name, segments: segments, unit: unit)
      return
        "Cut '\(name)' by \(unit.rawValue): \(counted(segments.count, "segment")), formerly \(stored.segments.count)."
    }
  }

  /// Removes a transcript with its codings; undo brings both back.
  public func remove(_ name: String) throws -> Act {
    guard try store.transcriptNames().contains(name) else { throw try unknownTranscript(name) }
    let codings = try store.codings(of: name).count
    return try store.perform(act()) { change in
      try change.remove(name)
      return "Removed '\(name)' and the \(counted(codings, "coding")) on it."
    }
  }
}

extension ImportReport {
  mutating func add(_ transcript: Transcript, segments: [Segment], caseName: String?) {
    transcripts.append(transcript.name)
    turns += transcript.turns.count
    self.segments += segments.count
    var text = transcript.text
    words += text.withUTF8 { bytes in
      segments.reduce(0) { sum, segment in
        let part = UnsafeBufferPointer(rebasing: bytes[segment.span.start..<segment.span.end])
        return sum + SpokenWords.count(in: part, from: segment.wordsStart - segment.span.start)
      }
    }
    if let caseName { cases.insert(caseName) } else { withoutCase += 1 }
  }
}
