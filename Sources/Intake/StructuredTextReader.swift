import Model

/// Reads structured text as MAXQDA takes it: several documents in one file, with codes on parts of them.
struct StructuredTextReader: TranscriptReader {
  let format = "txt"
  let endings: [String] = []

  func recognises(_ bytes: [UInt8]) -> Bool { StructuredText.opens(bytes) }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let decoding = TextDecoding(file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    let structured = StructuredText(decoding.bytes)
    var reading = Reading(problems: decoding.problems)
    reading.encoding = decoding.encoding
    for flaw in structured.flaws.sorted(by: { $0.line < $1.line }) {
      reading.problems.append(IntakeProblem(file: file.name, line: flaw.line, flaw.text, .warning))
    }
    let names = Self.names(structured.documents, stem: file.stem)
    for (document, name) in zip(structured.documents, names) { add(document, name, file, options, to: &reading) }
    if reading.transcripts.isEmpty {
      reading.problems.append(
        IntakeProblem(file: file.name, "'\(file.shortName)' has no words under its '#TEXT' lines.", .refused))
    }
    return reading
  }

  /// A document without a name is called after the file and its place; a name that returns gets a number.
  private static func names(_ documents: [StructuredText.Document], stem: String) -> [String] {
    var taken = Set(documents.map(\.name))
    var seen: Set<String> = []
    var next: [String: Int] = [:]
    return documents.enumerated().map { place, document in
      if !document.name.isEmpty, seen.insert(document.name).inserted { return document.name }
      let base = document.name.isEmpty ? stem : document.name
      var number = max(next[base] ?? 2, document.name.isEmpty ? place + 1 : 2)
      while !taken.insert("\(base)-\(number)").inserted { number += 1 }
      next[base] = number + 1
      return "\(base)-\(number)"
    }
  }

  private func add(
    _ document: StructuredText.Document, _ name: String, _ file: SourceFile, _ options: ReadingOptions,
    to reading: inout Reading
  ) {
    guard CanonicalText.hasWords(document.text[...]) else {
      reading.problems.append(
        IntakeProblem(file: file.name, line: document.line, "The document '\(name)' holds no words.", .warning))
      return
    }
    var options = options
    if !document.passages.isEmpty, options.joinsLines || options.fixesScannedWords {
      options.joinsLines = false
      options.fixesScannedWords = false
      reading.problems.append(
        IntakeProblem(
          file: file.name, line: document.line,
          "The text of '\(name)' was left as it stands, as its codes lie on it: no lines were joined and no words mended.",
          .warning))
    }
    let draft = TranscriptDraft(file: file, format: format, bytes: document.text).reading(options)
    reading.repairs.merge(draft.repairs, uniquingKeysWith: +)
    for var problem in draft.problems {
      problem.line = document.line + (problem.line ?? 0)
      problem.text = "In '\(name)': \(problem.text)"
      if problem.severity == .refused { problem.severity = .warning }
      reading.problems.append(problem)
    }
    guard var transcript = draft.transcripts.first else { return }
    transcript.name = name
    // Front matter is no part of the text.
    let bodyStart = document.text.count - transcript.text.utf8.count
    for passage in document.passages where passage.span.end > bodyStart {
      let span = TextSpan(max(0, passage.span.start - bodyStart), passage.span.end - bodyStart)
      reading.codings.append(CodedPassage(transcript: reading.transcripts.count, span: span, code: passage.code))
    }
    reading.transcripts.append(transcript)
  }
}
