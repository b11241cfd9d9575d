import Coding
import Foundation
import Intake
import Model
import Segmentation
import Store

extension Workbench {
  /// Reads files and folders into the study, each file in a transaction of its own, all of them one act.
  ///
  /// A file that cannot be read is named in the report and the others still come in. `progress` is told how many bytes
  /// of how many are read.
  public func importFiles(
    _ paths: [String], _ request: ImportRequest = ImportRequest(),
    progress: (_ done: Int, _ all: Int, _ file: String) -> Void = { _, _, _ in }
  ) throws -> ImportReport {
    var number: Int?
    return try tellingOfStop {
      try store.importing {
        try readFiles(paths, request, progress: progress, stopped: Self.stoppedImport) { file, entry, report in
          try take(file, from: entry, request, into: &report, act: &number)
        }
      }
    }
  }

  /// Reads files and folders as an import would, and leaves the study as it is.
  public func previewImport(
    _ paths: [String], _ request: ImportRequest = ImportRequest(),
    progress: (_ done: Int, _ all: Int, _ file: String) -> Void = { _, _, _ in }
  ) throws -> ImportReport {
    try tellingOfStop {
      try readFiles(paths, request, progress: progress, stopped: { _ in Self.nothingImported }) {
        file, entry, report in
        guard let reading = file.reading else { return }
        for (number, transcript) in reading.transcripts.enumerated() {
          report.add(
            transcript, segments: file.segments[number], words: file.words[number],
            caseName: request.caseName ?? transcript.caseName ?? entry.folder)
        }
        report.codings += reading.codings.count
      }
    }
  }

  /// What is stopped before the first file came in.
  private func tellingOfStop(_ work: () throws -> ImportReport) throws -> ImportReport {
    do {
      return try work()
    } catch let problem as Problem where problem == StopSign.problem {
      throw Self.nothingImported
    }
  }

  private func readFiles(
    _ paths: [String], _ request: ImportRequest, progress: (Int, Int, String) -> Void,
    stopped: (ImportReport) -> Problem,
    take: (ReadFile, SourceFiles.Entry, inout ImportReport) throws -> Void
  ) throws -> ImportReport {
    let options = try request.reading
    var report = ImportReport()
    let files = try SourceFiles(paths, options: options, goingOn: interrupter.goOn)
    report.leftOut = files.leftOut
    for problem in files.problems { report.add(problem) }
    guard !files.entries.isEmpty || !files.problems.isEmpty else {
      throw Problem(
        "There are no transcripts in '\(paths.joined(separator: "', '"))'.",
        hint: "Draad reads files that end in \(TranscriptReaders.endings.map { "." + $0 }.joined(separator: ", ")).")
    }
    let all = files.entries.reduce(0) { $0 + $1.size }
    var done = 0
    let ahead = try readAhead(files.entries, request.segment, options)
    defer { ahead.stop() }
    for (place, entry) in files.entries.enumerated() {
      if interrupter.isStopped { throw stopped(report) }
      progress(done, all, (entry.path as NSString).lastPathComponent)
      done += entry.size
      do {
        let file = try ahead.take(place, goingOn: interrupter.goOn).get()
        if let reading = try new(file, entry, request, options, into: &report) {
          try take(reading, entry, &report)
        }
      } catch let problem as Problem where problem.file == entry.path {
        report.refuse(problem)
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

  private static func stoppedImport(_ report: ImportReport) -> Problem {
    guard !report.transcripts.isEmpty else { return nothingImported }
    return Problem(
      "Stopped after \(counted(report.transcripts.count, "transcript")); what came in is in the study.",
      hint: "The same import goes on where it stopped; 'undo' takes out what came in.")
  }

  static var nothingImported: Problem { Problem("Stopped; nothing was imported.") }

  /// Reads files while those before them are taken in; what waits is some megabytes of them, or one file.
  private func readAhead(
    _ entries: [SourceFiles.Entry], _ unit: SegmentUnit, _ options: ReadingOptions
  ) throws -> ReadAhead<Result<ReadFile, Problem>> {
    let known = options.survey.open.isEmpty ? try store.originalDigests() : []
    return ReadAhead(sizes: entries.map(\.size), limit: 4_000_000) { place in
      Result { () throws(Problem) in try ReadFile(entries[place], unit, options, known: known) }
    }
  }

  /// nil for a file that gives no transcript, or is in the study already; the report says which.
  private func new(
    _ file: ReadFile, _ entry: SourceFiles.Entry, _ request: ImportRequest, _ options: ReadingOptions,
    into report: inout ImportReport
  ) throws -> ReadFile? {
    let known = try store.transcripts(fromOriginal: file.original.sha256)
    // Of a survey other questions may come in later.
    if let first = known.first, options.survey.open.isEmpty {
      report.add(known: entry.path, as: first)
      return nil
    }
    // What was known when the import began may have been taken out since.
    var file = file.reading == nil ? try ReadFile(entry, request.segment, options) : file
    file.known = known
    if file.reading?.codings.isEmpty == true { file.leaveOut(Set(known)) }
    if !request.alsoErased, let left = try leaveErased(outOf: &file, entry.path) { report.notes.append(left) }
    guard let reading = file.reading, let told = file.told else { return nil }
    if reading.transcripts.isEmpty, let first = known.first, !reading.problems.refuse {
      report.add(known: entry.path, as: first)
      return nil
    }
    report.add(told, reading.problems)
    return reading.transcripts.isEmpty ? nil : file
  }

  private func take(
    _ file: ReadFile, from entry: SourceFiles.Entry, _ request: ImportRequest, into report: inout ImportReport,
    act number: inout Int?
  ) throws {
    guard let reading = file.reading else { return }
    var next = report
    let codings = try reading.codings.isEmpty ? nil : codings(of: reading, entry)
    var meanwhile: String?
    let act = try store.perform(act(), bulk: true, continuing: number) { change in
      // Another program may have imported the file since that was asked.
      meanwhile = try change.transcripts(fromOriginal: file.original.sha256).first { !file.known.contains($0) }
      guard meanwhile == nil else { return next.summary }
      let kept = try change.keep(file.original)
      var names: [String] = []
      for (number, var transcript) in reading.transcripts.enumerated() {
        let (segments, words) = (file.segments[number], file.words[number])
        transcript.name = try freeName(
          transcript.name.precomposedStringWithCanonicalMapping, folder: entry.folder, in: change)
        names.append(transcript.name)
        let caseName = (request.caseName ?? transcript.caseName ?? entry.folder)?.precomposedStringWithCanonicalMapping
        try change.add(
          transcript, segments: segments, words: words, unit: request.segment, original: kept, inCase: caseName)
        next.add(transcript, segments: segments, words: words, caseName: caseName)
      }
      // With a case of the user's own the respondents are none.
      if request.caseName == nil {
        for facts in reading.cases { try change.set(facts.attributes, ofCase: facts.name) }
      }
      if let codings { next.codings += try put(codings, on: names, in: change) }
      return next.summary
    }
    if let meanwhile { return report.takeBack(entry.path, knownAs: meanwhile) }
    number = act.number
    report = next
  }

  private struct FileCodings {
    var codebook: Codebook
    var coder: String
    var codes: [String]
    var columns: CodingColumns
  }

  /// The codings that stand in a file itself, with the codes they need.
  private func codings(of reading: Reading, _ entry: SourceFiles.Entry) throws -> FileCodings {
    guard let coder else {
      throw Problem(
        "'\((entry.path as NSString).lastPathComponent)' holds codings, and nobody is named who codes.",
        file: entry.path, hint: "Say who made them: coder NAME, or --as NAME on the command line.")
    }
    let paths = CodePaths(reading.codings.map(\.code), in: try codebook())
    var columns = CodingColumns()
    let codes = Array(Set(paths.keys)).sorted()
    let place = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, Int32($0)) })
    for (coding, key) in zip(reading.codings, paths.keys) {
      columns.append(
        transcript: Int32(coding.transcript), start: Int32(coding.span.start), end: Int32(coding.span.end),
        code: place[key] ?? 0, coder: 0)
    }
    return FileCodings(codebook: paths.codebook, coder: coder, codes: codes, columns: columns)
  }

  private func put(_ codings: FileCodings, on transcripts: [String], in change: StudyChange) throws -> Int {
    try change.set(codings.codebook)
    forgetCodebook()
    return try change.add(
      CodingBatch(transcripts: transcripts, codes: codings.codes, coders: [codings.coder], columns: codings.columns),
      bulk: true)
  }

  /// The transcript's own name, else with its folder before it, else with a number behind it.
  private func freeName(_ name: String, folder: String?, in change: StudyChange) throws -> String {
    if try !change.hasTranscript(name) { return name }
    if let folder, try !change.hasTranscript("\(folder)/\(name)") { return "\(folder)/\(name)" }
    var number = 2
    while try change.hasTranscript("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }
}

extension ImportReport {
  mutating func add(_ transcript: Transcript, segments: [Segment], words: Int, caseName: String?) {
    transcripts.append(transcript.name)
    turns += transcript.turns.count
    self.segments += segments.count
    self.words += words
    if let caseName { cases.insert(caseName) } else { withoutCase += 1 }
  }

  fileprivate mutating func add(_ file: ImportedFile, _ problems: [IntakeProblem]) {
    files.append(file)
    for found in problems { add(found) }
  }

  fileprivate mutating func add(_ found: IntakeProblem) {
    let problem = Problem(found.text, file: found.file, line: found.line, hint: found.hint)
    if found.severity == .refused { problems.append(problem) } else { notes.append(problem) }
  }

  fileprivate mutating func add(known path: String, as name: String) {
    known.append("\(path) (\(name))")
    var file = ImportedFile(path: path)
    file.problems = [Problem("It is in the study already, as '\(name)'.", file: path)]
    files.append(file)
  }

  /// The file that was added last came in from elsewhere meanwhile.
  fileprivate mutating func takeBack(_ path: String, knownAs name: String) {
    if files.last?.path == path { files.removeLast() }
    add(known: path, as: name)
  }

  /// The file does not come in; what was noticed of it before stays in the report.
  fileprivate mutating func refuse(_ problem: Problem) {
    problems.append(problem)
    if files.last?.path != problem.file, let path = problem.file { files.append(ImportedFile(path: path)) }
    files[files.count - 1].problems.append(problem)
  }
}
