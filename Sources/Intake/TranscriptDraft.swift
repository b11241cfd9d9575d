import Model

/// Canonical text on its way to a transcript: front matter comes off, lines are mended, turns are found.
struct TranscriptDraft {
  let file: SourceFile
  let format: String
  /// As `CanonicalText` has them; form feeds may part pages where lines are joined.
  var bytes: [UInt8]
  var boldNames: [Int: String] = [:]
  var unlabelled = TurnFinder.Unlabelled.blocks
  /// The lines were broken for a page: they are joined whether or not that is asked.
  var isFromPages = false
  /// Lines are those of the file, so that a problem can name one.
  var hasLines = true
  /// Lines that are put after the talk, under a heading and without a speaker; as `CanonicalText` has them.
  var notes: [UInt8] = []
  /// Speakers whom the file itself names.
  var speakers: [Speaker] = []
  var problems: [IntakeProblem] = []

  /// The line above the notes of a document.
  static let notesHeading = "Notes"

  func reading(_ options: ReadingOptions) -> Reading {
    var frontMatter = FrontMatter()
    var body = bytes
    var names = boldNames
    var skipped = 0
    if let place = FrontMatter.find(in: bytes) {
      do {
        frontMatter = try read(place)
      } catch {
        return refused(error.problem(in: file))
      }
      body = Array(bytes[place.bodyStart...])
      skipped = bytes.lineNumber(at: place.bodyStart) - 1
      names = [:]
      for (line, name) in boldNames where line >= skipped { names[line - skipped] = name }
    }
    guard CanonicalText.hasWords(body[...]) else {
      return refused(IntakeProblem(file: file.name, "'\(file.shortName)' holds no words.", .refused))
    }
    let mends = isFromPages || options.joinsLines
    var mended = MendedBody(
      body, boldNames: names, joinsLines: mends, fixesScannedWords: options.fixesScannedWords,
      speakers: frontMatter.speakers + options.speakers + speakers)
    mended.firstLine = hasLines ? skipped + 1 : nil
    return reading(of: mended, frontMatter, options, isMended: mends)
  }

  private func read(_ place: FrontMatter.Place) throws(FrontMatter.Flaw) -> FrontMatter {
    guard place.yaml.upperBound < bytes.count else { throw .init(line: 1, "It has no second '---' to end it.") }
    return try FrontMatter(yaml: bytes.string(place.yaml), firstLine: 2)
  }

  private func reading(
    of body: MendedBody, _ frontMatter: FrontMatter, _ options: ReadingOptions, isMended: Bool
  ) -> Reading {
    let known = frontMatter.speakers + options.speakers + speakers
    let found = TurnFinder(
      body.bytes, known: known, boldNames: body.boldNames, unlabelled: isMended ? .lines : unlabelled)
    let (text, turns) = withNotes(body.bytes, found.turns)
    var transcript = Transcript(
      name: file.stem, format: format, text: String(decoding: text, as: UTF8.self), turns: turns,
      speakers: found.speakers, caseName: frontMatter.caseName, attributes: frontMatter.attributes)
    transcript.pages = body.pages
    let named = Set(frontMatter.speakers.map(\.name))
    let silent = found.silent.filter(named.contains).map { name in
      IntakeProblem(
        file: file.name, "'\(name)' is named in the front matter but never speaks.", .warning,
        hint: "Write the name there as it stands before the colon in the text.")
    }
    var told = problems + silent + once(found.once)
    if !isMended { told += broken(in: body.bytes) }
    told += body.slips(in: file)
    var reading = Reading(transcripts: [transcript], problems: told)
    reading.repairs = body.repairs
    return reading
  }

  /// The notes are one turn of nobody, of which the heading is the label.
  private func withNotes(_ body: [UInt8], _ turns: [Turn]) -> ([UInt8], [Turn]) {
    guard CanonicalText.hasWords(notes[...]) else { return (body, turns) }
    var (text, turns) = (body, turns)
    if text.last != ASCII.lineFeed {
      text.append(ASCII.lineFeed)
      if !turns.isEmpty { turns[turns.count - 1].span = TextSpan(turns[turns.count - 1].span.start, text.count) }
    }
    let start = text.count
    text += Array("\(Self.notesHeading)\n".utf8)
    let words = text.count
    text += notes
    turns.append(Turn(span: TextSpan(start, text.count), wordsStart: words))
    return (text, turns)
  }

  /// Words that were broken at a line end stay as they stand, so search finds their halves only.
  private func broken(in body: [UInt8]) -> [IntakeProblem] {
    var count = 0
    for end in body.indices.dropFirst().dropLast() where body[end] == ASCII.lineFeed && body[end - 1] == ASCII.dash {
      let isLetter = { (byte: UInt8) in (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80 }
      if end > 1, isLetter(body[end - 2]), isLetter(body[end + 1]), body[end + 1] | 0x20 == body[end + 1] { count += 1 }
    }
    guard count > 4 else { return [] }
    return [
      IntakeProblem(
        file: file.name, "\(count) words are broken by a hyphen at a line end; search finds only their halves.", .note,
        hint: "Imported with '--join-lines' they become whole.")
    ]
  }

  private func once(_ labels: [String]) -> [IntakeProblem] {
    guard !labels.isEmpty else { return [] }
    let shown = labels.prefix(5).map { "'\($0):'" }.joined(separator: ", ")
    let more = labels.count > 5 ? " and \(labels.count - 5) more" : ""
    return [
      IntakeProblem(
        file: file.name, "Taken for words and not for speakers, as they stand once only: \(shown)\(more).", .note,
        hint: "Who is a speaker all the same can be named: import --speaker NAME.")
    ]
  }

  private func refused(_ problem: IntakeProblem) -> Reading { Reading(problems: problems + [problem]) }
}
