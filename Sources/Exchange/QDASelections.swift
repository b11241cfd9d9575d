import Model

extension QDAProjectReading {
  /// Decides how positions are counted, and reads the selections of every text with their codings.
  mutating func readSelections() {
    var found: [PositionChoice.Selection] = []
    for (source, text) in texts.enumerated() where !options.isStopped() {
      for element in text.element.all("PlainTextSelection") {
        guard let (start, end) = Self.positions(of: element) else { continue }
        found.append(.init(source: source, start: start, end: end, name: Self.words(beside: element)))
      }
    }
    let choice = PositionChoice(
      texts.map { source in
        PositionChoice.Source(
          hasPairs: source.words.hasPairs, hasLongLineEnds: source.words.hasLongLineEnds,
          text: { source.words.positions() })
      }, found, origin: origin, told: options.positions)
    form = choice.form
    if let sentence = choice.sentence { report.note(sentence) }
    var seen = QDACodingsSeen()
    for source in texts where !options.isStopped() { read(source, choice, &seen) }
    report.lose("repeated coding of the same words", "repeated codings of the same words", count: seen.repeated)
  }

  /// The name of a selection, which may be its words, as text is kept here.
  private static func words(beside element: QDAElement) -> String? { element["name"].map { SourceText($0).text } }

  static func positions(of element: QDAElement) -> (start: Int, end: Int)? {
    guard let start = element["startPosition"].flatMap({ Int($0.trimmed) }),
      let end = element["endPosition"].flatMap({ Int($0.trimmed) })
    else { return nil }
    return (start, end)
  }

  private mutating func read(_ source: QDASourceText, _ choice: PositionChoice, _ seen: inout QDACodingsSeen) {
    let elements = source.element.all("PlainTextSelection")
    guard !elements.isEmpty || source.element.first("TranscriptSelection") != nil else {
      return readWhole(source, &seen)
    }
    let text = source.words.positions()
    let bytes = text.bytes(counting: choice.form)
    let quote = SelectionQuote(text.text)
    let transcript = study.transcripts[source.transcript].transcript.name
    let names = elements.map { Self.words(beside: $0) }
    let spans = elements.map { element in Self.positions(of: element).flatMap { place($0, bytes) } }
    // Where most names are quotes, one that is not tells that the position is wrong, or counted in another way.
    let named = zip(names, spans).filter { $0 != nil && $1 != nil }
    let fitting = named.count { name, span in span.map { quote.fits(name ?? "", $0.span) } ?? false }
    let namesAreQuotes = fitting * 2 > named.count
    let isCertain = text.isPlain || choice.reason == .told || !namesAreQuotes
    let others =
      isCertain ? [] : PositionForm.allCases.filter { $0 != choice.form }.map { text.bytes(counting: $0) }
    for (number, element) in elements.enumerated() where !options.isStopped() {
      let (name, usual) = (names[number], spans[number])
      let isMisfit = name.map { name in !(usual.map { quote.fits(name, $0.span) } ?? false) } ?? false
      let found = isMisfit ? Self.positions(of: element).flatMap { place($0, name ?? "", quote, others) } : nil
      guard let chosen = found ?? usual else {
        tellMisfit(element, transcript, bytes.count - 1)
        continue
      }
      if chosen.isWidened {
        report.problem(
          "In '\(transcript)' the selection \(shown(element)) begins or ends within a character; it has all of it.",
          file: file)
      }
      if namesAreQuotes, isMisfit, found == nil {
        report.problem(
          "In '\(transcript)' the selection \(shown(element)) covers other words than its name says:"
            + " '\(TransferReport.shown(element["name"] ?? ""))'.", file: file,
          hint: TransferReport.look(at: transcript))
      }
      read(element, chosen.span, of: source, &seen)
    }
    readSyncSelections(source, bytes, &seen)
    readWhole(source, &seen)
  }

  /// Codings of a whole text.
  private mutating func readWhole(_ source: QDASourceText, _ seen: inout QDACodingsSeen) {
    let whole = TextSpan(0, source.words.text.utf8.count)
    for coding in source.element.all("Coding") { read(coding, in: nil, whole, of: source, &seen) }
  }

  /// The span of two positions; widened to whole characters.
  func place(_ positions: (start: Int, end: Int), _ bytes: [Int32]) -> (span: TextSpan, isWidened: Bool)? {
    var (start, end) = positions
    guard start >= 0, start < end, end < bytes.count else { return nil }
    while bytes[start] < 0 { start -= 1 }
    while bytes[end] < 0 { end += 1 }
    let span = TextSpan(Int(bytes[start]), Int(bytes[end]))
    return span.length > 0 ? (span, (start, end) != positions) : nil
  }

  /// The span of two positions counted in another way than most, where the words of the name are there.
  private func place(
    _ positions: (start: Int, end: Int), _ name: String, _ quote: SelectionQuote, _ others: [[Int32]]
  ) -> (span: TextSpan, isWidened: Bool)? {
    for bytes in others {
      if let place = place(positions, bytes), quote.fits(name, place.span) { return place }
    }
    return nil
  }

  private func shown(_ element: QDAElement) -> String {
    "\(element["startPosition"] ?? "?") to \(element["endPosition"] ?? "?")"
  }

  private mutating func tellMisfit(_ element: QDAElement, _ transcript: String, _ length: Int) {
    let what: String
    if let (start, end) = Self.positions(of: element) {
      what =
        start >= 0 && end <= length
        ? "has no words in it" : "lies outside the text, which has \(length) characters"
    } else {
      what = "has no proper positions"
    }
    let codings = element.all("Coding").count
    report.problem(
      "In '\(transcript)' the selection \(TransferReport.shown(shown(element))) \(what);"
        + " \(codings == 1 ? "its coding was" : "its \(codings) codings were") left out.", file: file)
  }

  private mutating func read(
    _ element: QDAElement, _ span: TextSpan, of source: QDASourceText, _ seen: inout QDACodingsSeen
  ) {
    let transcript = study.transcripts[source.transcript].transcript.name
    let mark = element["guid"].flatMap { GUID($0) }
    let codings = element.all("Coding")
    let alone = codings.count == 1 ? codings[0].first("CodeRef").flatMap { code(of: $0) } : nil
    let subject = Memo.Subject.passage(
      transcript: transcript, span: span, code: alone.map { study.codes[$0].code.key })
    let bare = Memo.Subject.passage(transcript: transcript, span: span, code: nil)
    if hasLinks, let mark { linked[mark] = bare }
    if let words = element.text(of: "Description") {
      let place = mark?.text ?? "\(transcript)/\(span.start)/\(span.end)"
      addMemo(
        words, about: subject, mark: GUID(of: place + "/description"), coder: element["creatingUser"], at: element)
    }
    hang(element, on: bare, coder: nil)
    for coding in codings { read(coding, in: element, span, of: source, &seen) }
  }

  func code(of reference: QDAElement) -> Int? { QDAMarks.target(reference["targetGUID"]).flatMap { codes[$0] } }

  private mutating func read(
    _ element: QDAElement, in selection: QDAElement?, _ span: TextSpan, of source: QDASourceText,
    _ seen: inout QDACodingsSeen
  ) {
    guard let reference = element.first("CodeRef") else {
      report.lose("coding without a code", "codings without a code")
      return
    }
    guard let code = code(of: reference) else {
      report.lose(
        "coding with something that is no code of the project", "codings with something that is no code of the project")
      return
    }
    let coder = coder(element["creatingUser"] ?? selection?["creatingUser"] ?? root["creatingUserGUID"])
    var coding = StudyCoding(transcript: source.transcript, span: span, code: code, coder: coder)
    let transcript = study.transcripts[source.transcript].transcript.name
    let subject = Memo.Subject.passage(transcript: transcript, span: span, code: study.codes[code].code.key)
    hang(element, on: subject, coder: coder)
    guard seen.isNew(coding) else { return }
    coding.guid = seen.mark(element["guid"], of: coding, in: study)
    if hasLinks, let mark = coding.guid { linked[mark] = subject }
    study.codings.append(coding)
  }

  /// Selections of the transcript of a recording lie between points that have a position.
  private mutating func readSyncSelections(
    _ source: QDASourceText, _ bytes: [Int32], _ seen: inout QDACodingsSeen
  ) {
    let elements = source.element.all("TranscriptSelection")
    guard !elements.isEmpty else { return }
    var points: [GUID: Int] = [:]
    for point in source.element.all("SyncPoint") {
      guard let mark = QDAMarks.target(point["guid"]), let at = point["position"].flatMap({ Int($0.trimmed) }) else {
        continue
      }
      points[mark] = at
    }
    for element in elements {
      let ends = ["fromSyncPoint", "toSyncPoint"].compactMap { QDAMarks.target(element[$0]).flatMap { points[$0] } }
      if ends.count == 2, let place = place((ends[0], ends[1]), bytes) {
        read(element, place.span, of: source, &seen)
      } else {
        report.lose("passage of a recording without words", "passages of recordings without words", element["name"])
      }
    }
  }
}

/// The codings that were read, so that none comes in twice and no two have one mark.
struct QDACodingsSeen {
  private var codings: Set<StudyCoding> = []
  private var marks: Set<GUID> = []
  private(set) var repeated = 0

  mutating func isNew(_ coding: StudyCoding) -> Bool {
    let isNew = codings.insert(coding).inserted
    if !isNew { repeated += 1 }
    return isNew
  }

  /// The mark of a coding; one made of what it is where it has none or one that is taken.
  mutating func mark(_ text: String?, of coding: StudyCoding, in study: WholeStudy) -> GUID {
    if let mark = text.flatMap({ GUID($0) }), marks.insert(mark).inserted { return mark }
    let transcript = study.transcripts[coding.transcript]
    let place = [
      transcript.guid?.text ?? transcript.transcript.name, "\(coding.span.start)", "\(coding.span.end)",
      study.codes[coding.code].guid?.text ?? "", study.coders[coding.coder].name,
    ]
    let mark = GUID(of: place.joined(separator: "/"))
    marks.insert(mark)
    return mark
  }
}

extension PositionChoice {
  /// What was chosen and why, nil where there was nothing to choose.
  var sentence: String? {
    let why: String
    switch reason {
    case .noDifference: return nil
    case .told: why = "as you said"
    case .quotes(let count, let all): why = "the words beside \(count) of \(all) selections are found that way"
    case .origin(let origin): why = "as '\(TransferReport.shown(origin))' is known to count"
    case .words(let count, let all): why = "\(count) of \(all) selections begin and end with a word that way"
    }
    return "Positions were read as \(form.described) (\(form.rawValue)): \(why)."
  }
}
