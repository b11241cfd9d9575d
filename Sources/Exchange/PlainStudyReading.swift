import Model

/// Reads a plain study, file after file; what does not fit is told with its file and line.
struct PlainStudyReading {
  private(set) var study: WholeStudy
  private(set) var problems: [Problem] = []
  private let file: (String) -> [UInt8]?
  private var codes: [String: Int] = [:]
  private var coders: [String: Int] = [:]
  private var cases: [String: Int] = [:]
  private var transcripts: [String: Int] = [:]
  private var positions: [TextPositions] = []
  private var marks: [String: Set<GUID>] = [:]

  init(name: String, file: @escaping (String) -> [UInt8]?) {
    study = WholeStudy(name: name)
    self.file = file
  }

  mutating func readAll() {
    guard let marker = text(PlainStudy.marker) else { return }
    guard marker.split(whereSeparator: \.isNewline).contains("form: \(PlainStudy.form)") else {
      return refuse("The study was written in a form that this version does not know.", PlainStudy.marker, 1)
    }
    readCodes()
    for row in rows("coders.csv", ["coder", "guid"]) where isNew(row, "coder", in: coders, "coders.csv") {
      coders[row.cells[0]] = study.coders.count
      study.coders.append(StudyCoder(row.cells[0], guid: mark(row, 1, "coders.csv")))
    }
    for row in rows("cases.csv", ["case", "guid"]) where isNew(row, "case", in: cases, "cases.csv") {
      cases[row.cells[0]] = study.cases.count
      study.cases.append(StudyCase(row.cells[0], guid: mark(row, 1, "cases.csv")))
    }
    readTranscripts()
    readSpeakers()
    for place in study.transcripts.indices { readParts(of: place) }
    readAttributes()
    readCodings()
    readUnplaced()
    readMemos()
    for row in rows("queries.csv", ["query", "text"]) { study.queries.append(StudyQuery(row.cells[0], row.cells[1])) }
    readAttachments()
  }

  /// The mark of a row; one that another row of the sheet has is told.
  private mutating func mark(_ row: PlainTable.Row, _ column: Int, _ sheet: String) -> GUID? {
    guard let mark = GUID(row.cells[column]) else { return nil }
    if !marks[sheet, default: []].insert(mark).inserted {
      refuse("The mark (GUID) '\(mark.text)' stands twice.", sheet, row.line)
    }
    return mark
  }

  private mutating func refuse(_ what: String, _ file: String, _ line: Int?, hint: String? = nil) {
    problems.append(Problem(what, file: file, line: line, hint: hint))
  }

  /// Whether a row names something, and something else than the rows before it.
  private mutating func isNew(_ row: PlainTable.Row, _ kind: String, in known: [String: Int], _ sheet: String) -> Bool {
    let name = row.cells[0]
    if name.trimmed.isEmpty {
      refuse("The row names no \(kind).", sheet, row.line)
    } else if known[name] != nil {
      refuse("The \(kind) '\(TransferReport.shown(name))' stands twice.", sheet, row.line)
    }
    return !name.trimmed.isEmpty && known[name] == nil
  }

  private mutating func text(_ name: String) -> String? {
    guard let bytes = file(name) else {
      refuse("The file is missing.", name, nil, hint: "Fetch it from where the folder comes from.")
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func rows(_ name: String, _ heads: [String]) -> [PlainTable.Row] {
    guard let text = text(name) else { return [] }
    let table = PlainTable(text, file: name, heads: heads)
    problems += table.problems
    return table.rows
  }

  private mutating func readCodes() {
    guard let text = text("codebook.yaml") else { return }
    let (codebook, found) = CodebookFile.read(text, file: "codebook.yaml")
    guard let codebook else {
      problems += found
      return
    }
    (study.title, study.language) = (codebook.title, codebook.language)
    for code in codebook.codes {
      codes[code.key] = study.codes.count
      study.codes.append(StudyCode(code))
    }
    for row in rows("codes.csv", ["code", "guid", "folder"]) {
      guard let place = codes[row.cells[0]] else {
        refuse("The code '\(row.cells[0])' is not in the codebook.", "codes.csv", row.line)
        continue
      }
      study.codes[place].guid = mark(row, 1, "codes.csv")
      study.codes[place].isFolder = row.cells[2] == "yes"
    }
  }

  private mutating func readTranscripts() {
    let sheet = "transcripts.csv"
    for row in rows(sheet, ["transcript", "file", "case", "format", "unit", "pages", "guid"]) {
      let (name, path) = (row.cells[0], row.cells[1])
      guard transcripts[name] == nil, PlainTable.isSafe(path) else {
        refuse(
          transcripts[name] == nil
            ? "'\(path)' is no name of a file in the folder 'transcripts'." : "The transcript '\(name)' stands twice.",
          sheet, row.line)
        continue
      }
      guard let text = text("transcripts/\(path).txt") else { continue }
      if SourceText(text).text != text {
        refuse(
          "The text is not as it was written: its line ends or the way its letters are composed have changed.",
          "transcripts/\(path).txt", nil, hint: "Keep files of git as they are: '* -text' in .gitattributes.")
      }
      var transcript = Transcript(name: name, format: row.cells[3], text: text)
      if !row.cells[2].isEmpty {
        if cases[row.cells[2]] == nil { refuse("The case '\(row.cells[2])' is not in cases.csv.", sheet, row.line) }
        transcript.caseName = row.cells[2]
      }
      let own = TextPositions(text)
      let pages = row.cells[5].split(separator: " ").map { Int($0).flatMap { own.byte(ofCodePoint: $0) } }
      transcript.pages = pages.compactMap { $0 }
      if pages.contains(nil) || zip(transcript.pages, transcript.pages.dropFirst()).contains(where: { $0 > $1 }) {
        refuse("The pages are no places in the text, one after the other.", sheet, row.line)
      }
      transcripts[name] = study.transcripts.count
      positions.append(own)
      fileNames.append(path)
      study.transcripts.append(
        StudyTranscript(transcript, unit: SegmentUnit(rawValue: row.cells[4]) ?? .turn, guid: mark(row, 6, sheet)))
    }
  }

  private var fileNames: [String] = []

  /// The place of a transcript that a row names.
  private mutating func transcript(_ name: String, _ sheet: String, _ line: Int) -> Int? {
    if let place = transcripts[name] { return place }
    refuse("The transcript '\(name)' is not in transcripts.csv.", sheet, line)
    return nil
  }

  private mutating func readSpeakers() {
    var named: [Int: Set<String>] = [:]
    for row in rows("speakers.csv", ["transcript", "speaker", "role"]) {
      guard let place = transcript(row.cells[0], "speakers.csv", row.line) else { continue }
      let name = row.cells[1]
      guard !name.trimmed.isEmpty, named[place, default: []].insert(name).inserted else {
        refuse(
          name.trimmed.isEmpty
            ? "The row names no speaker."
            : "The speaker '\(TransferReport.shown(name))' of '\(row.cells[0])' stands twice.",
          "speakers.csv", row.line)
        continue
      }
      study.transcripts[place].transcript.speakers.append(
        Speaker(name: name, role: row.cells[2].isEmpty ? nil : row.cells[2]))
    }
  }

  private mutating func readParts(of place: Int) {
    let path = "transcripts/" + fileNames[place]
    let speakers = Dictionary(
      study.transcripts[place].transcript.speakers.enumerated().map { ($1.name, $0) },
      uniquingKeysWith: { first, _ in first })
    var at = 0
    for row in rows(path + ".turns.csv", ["start", "end", "words", "speaker", "seconds"]) {
      guard let part = part(row, of: place, from: at, path + ".turns.csv") else { return }
      at = part.span.end
      if !row.cells[3].isEmpty, speakers[row.cells[3]] == nil {
        refuse("The speaker '\(row.cells[3])' is not in speakers.csv.", path + ".turns.csv", row.line)
      }
      let time = Self.seconds(row.cells[4])
      if time == nil, !row.cells[4].isEmpty {
        refuse(
          "'\(TransferReport.shown(row.cells[4]))' is no number of seconds.", path + ".turns.csv", row.line,
          hint: "Write it so: 12.25")
      }
      study.transcripts[place].transcript.turns.append(
        Turn(span: part.span, wordsStart: part.words, speaker: speakers[row.cells[3]], time: time))
    }
    requireEnd(at, of: place, path + ".turns.csv")
    let turns = study.transcripts[place].transcript.turns
    at = 0
    for row in rows(path + ".segments.csv", ["start", "end", "words", "turn"]) {
      guard let part = part(row, of: place, from: at, path + ".segments.csv") else { return }
      at = part.span.end
      guard let turn = Int(row.cells[3]), turn > 0, turn <= turns.count, turns[turn - 1].span.contains(part.span)
      else {
        return refuse(
          "The segment does not lie in turn '\(TransferReport.shown(row.cells[3]))'.", path + ".segments.csv", row.line)
      }
      study.transcripts[place].segments.append(Segment(span: part.span, wordsStart: part.words, turn: turn - 1))
    }
    requireEnd(at, of: place, path + ".segments.csv")
  }

  /// A time as it is written here, within what the longest recording has; nil for anything else.
  private static func seconds(_ cell: String) -> Double? {
    let isPlain = cell.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || "+-.e".utf8.contains($0) }
    return isPlain ? Double(cell).flatMap { (0...10_000_000).contains($0) ? $0 : nil } : nil
  }

  private mutating func requireEnd(_ at: Int, of place: Int, _ sheet: String) {
    guard at != positions[place].byteCount, problems.isEmpty else { return }
    refuse("The rows do not cover the text to its end.", sheet, nil)
  }

  private mutating func part(
    _ row: PlainTable.Row, of place: Int, from at: Int, _ sheet: String
  ) -> (span: TextSpan, words: Int)? {
    let bytes = row.cells[..<3].map { Int($0).flatMap { positions[place].byte(ofCodePoint: $0) } }
    guard let start = bytes[0], let end = bytes[1], let words = bytes[2], start == at, start < end, start <= words,
      words <= end
    else {
      refuse("The row does not go on where the one before it ended, or lies outside the text.", sheet, row.line)
      return nil
    }
    return (TextSpan(start, end), words)
  }

  private mutating func readAttributes() {
    let sheet = "attributes.csv"
    for row in rows(sheet, ["of", "name", "speaker", "attribute", "value"]) {
      let (name, attribute, value) = (row.cells[1], row.cells[3], row.cells[4])
      switch row.cells[0] {
      case "case":
        guard let place = cases[name] else {
          refuse("The case '\(name)' is not in cases.csv.", sheet, row.line)
          continue
        }
        study.cases[place].attributes.add(value, to: attribute)
      case "transcript":
        guard let place = transcript(name, sheet, row.line) else { continue }
        study.transcripts[place].transcript.attributes.add(value, to: attribute)
      case "speaker":
        guard let place = transcript(name, sheet, row.line) else { continue }
        guard
          let speaker = study.transcripts[place].transcript.speakers.firstIndex(where: { $0.name == row.cells[2] })
        else {
          refuse("The speaker '\(row.cells[2])' is not in speakers.csv.", sheet, row.line)
          continue
        }
        study.transcripts[place].transcript.speakers[speaker].attributes.add(value, to: attribute)
      default: refuse("'\(row.cells[0])' is neither case, transcript nor speaker.", sheet, row.line)
      }
    }
  }

  private mutating func span(_ start: String, _ end: String, in place: Int, _ sheet: String, _ line: Int) -> TextSpan? {
    guard let start = Int(start).flatMap({ positions[place].byte(ofCodePoint: $0) }),
      let end = Int(end).flatMap({ positions[place].byte(ofCodePoint: $0) }), start < end
    else {
      refuse("The passage lies outside its transcript.", sheet, line)
      return nil
    }
    return TextSpan(start, end)
  }

  private mutating func readCodings() {
    let sheet = "codings.csv"
    var seen: Set<StudyCoding> = []
    for row in rows(sheet, ["transcript", "start", "end", "code", "coder", "quote", "guid"]) {
      guard let place = transcript(row.cells[0], sheet, row.line),
        let span = span(row.cells[1], row.cells[2], in: place, sheet, row.line)
      else { continue }
      guard let code = codes[row.cells[3]], let coder = coders[row.cells[4]] else {
        let what =
          codes[row.cells[3]] == nil
          ? "code '\(row.cells[3])' is not in codebook.yaml" : "coder '\(row.cells[4])' is not in coders.csv"
        refuse("The \(what).", sheet, row.line)
        continue
      }
      let words = positions[place].text(of: TextSpan(span.start, min(span.end, span.start + 400)))
      if !Self.isQuote(row.cells[5], of: words) {
        refuse(
          "The words there are no longer '\(TransferReport.shown(row.cells[5]))': the text was changed.", sheet,
          row.line,
          hint: "Mend the positions, or leave the quote empty where they are right.")
      }
      var coding = StudyCoding(transcript: place, span: span, code: code, coder: coder)
      if !seen.insert(coding).inserted { refuse("The coding stands twice.", sheet, row.line) }
      coding.guid = mark(row, 6, sheet)
      study.codings.append(coding)
    }
  }

  private mutating func readUnplaced() {
    let sheet = "unplaced.csv"
    for row in rows(sheet, ["transcript", "code", "coder", "words", "near", "guid"]) {
      guard let place = transcript(row.cells[0], sheet, row.line) else { continue }
      guard let code = codes[row.cells[1]], let coder = coders[row.cells[2]],
        let near = Int(row.cells[4]).flatMap({ positions[place].byte(ofCodePoint: $0) })
      else {
        refuse("The row names a code, a coder or a place that is not in the folder.", sheet, row.line)
        continue
      }
      study.unplaced.append(
        StudyUnplacedCoding(
          transcript: place, code: code, coder: coder, words: row.cells[3], near: near, guid: mark(row, 5, sheet)))
    }
  }

  private static func isQuote(_ quote: String, of words: String) -> Bool {
    zip(quote.unicodeScalars, words.unicodeScalars).allSatisfy { $0 == $1 || $1.value < 0x20 && $0 == " " }
  }

  private mutating func readMemos() {
    let sheet = "memos.csv"
    for row in rows(sheet, ["about", "name", "start", "end", "code", "coder", "at", "text", "guid"]) {
      let (name, key) = (row.cells[1], row.cells[4])
      if !key.isEmpty, codes[key] == nil {
        refuse("The code '\(key)' is not in codebook.yaml.", sheet, row.line)
        continue
      }
      let subject: Memo.Subject
      switch row.cells[0] {
      case "study": subject = .study
      case "case" where cases[name] != nil: subject = .ofCase(name)
      case "code" where !key.isEmpty: subject = .code(key)
      case "transcript" where transcripts[name] != nil: subject = .transcript(name)
      case "passage":
        guard let place = transcript(name, sheet, row.line),
          let span = span(row.cells[2], row.cells[3], in: place, sheet, row.line)
        else { continue }
        subject = .passage(transcript: name, span: span, code: key.isEmpty ? nil : key)
      default:
        refuse("The memo is about nothing that is in the folder: '\(row.cells[0]) \(name)'.", sheet, row.line)
        continue
      }
      _ = mark(row, 8, sheet)
      study.memos.append(
        Memo(
          guid: row.cells[8], about: subject, coder: row.cells[5].isEmpty ? nil : row.cells[5], at: row.cells[6],
          text: row.cells[7]))
    }
  }

  private mutating func readAttachments() {
    let sheet = "attachments.csv"
    for row in rows(sheet, ["attachment", "kind", "file", "transcript", "guid"]) {
      guard let kind = StudyAttachment.Kind(rawValue: row.cells[1]), PlainTable.isSafe(row.cells[2]),
        let bytes = file("attachments/" + row.cells[2])
      else {
        refuse("The file '\(row.cells[2])' is not in the folder 'attachments'.", sheet, row.line)
        continue
      }
      study.attachments.append(
        StudyAttachment(
          row.cells[0], kind: kind, fileName: row.cells[2], bytes: bytes,
          transcript: row.cells[3].isEmpty ? nil : row.cells[3], guid: mark(row, 4, sheet)))
    }
  }
}

extension [Attribute] {
  fileprivate mutating func add(_ value: String, to name: String) {
    if let place = lastIndex(where: { $0.name == name }) {
      self[place].values.append(value)
    } else {
      append(Attribute(name, [value]))
    }
  }
}
