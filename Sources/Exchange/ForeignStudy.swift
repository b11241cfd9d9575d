public import Model

/// What a reader of another program's database hands over.
public struct ForeignStudy: Equatable, Sendable {
  public var study: WholeStudy
  public var report: TransferReport
}

/// Builds a study from tables in which things are named by numbers.
///
/// Marks (GUIDs) are made of the project and the numbers, so that a second import finds what is here.
struct ForeignStudyDraft {
  private(set) var study: WholeStudy
  var report = TransferReport()
  let file: String
  /// Tells the marks of one project from those of another.
  private let seed: String
  private let fallback: String
  private var keys = FreeNames()
  private var coderPlaces: [String: Int] = [:]
  private var casePlaces: [String: Int] = [:]
  private var codePlaces: [String: Int] = [:]
  private var sourcePlaces: [String: Int] = [:]
  private var transcriptNames = FreeNames()
  private var positions: [Int: [PositionForm: [Int32]]] = [:]
  /// How positions in a text were counted, where that was chosen.
  private var forms: [Int: PositionForm] = [:]
  private var quotes: [Int: SelectionQuote] = [:]
  private var texts: [SourceText] = []
  private var seen: Set<StudyCoding> = []
  private var memoMarks: Set<GUID> = []
  /// Once true, texts and passages are passed over: what was read is not whole.
  private let isStopped: () -> Bool

  init(
    _ name: String, seed: String, file: String, coder: String, isStopped: @escaping () -> Bool = { false }
  ) {
    self.isStopped = isStopped
    study = WholeStudy(name: name.cleanName)
    self.seed = seed
    self.file = file
    fallback = coder
  }

  func mark(_ parts: String...) -> GUID { GUID(of: ([seed] + parts).joined(separator: "/")) }

  mutating func coder(_ name: String?) -> Int {
    let name = name?.nameContent ?? fallback.composed
    if let place = coderPlaces[name] { return place }
    coderPlaces[name] = study.coders.count
    study.coders.append(StudyCoder(name))
    return study.coders.count - 1
  }

  /// Adds a code under the number it has in its table; its parent must be there already.
  mutating func add(
    code id: String, name: String, definition: String?, color: String?, under parent: String?, isFolder: Bool = false
  ) {
    guard codePlaces[id] == nil else { return }
    let name = name.nameContent ?? "code"
    let key = keys.name(CodeKeyRule.key(for: name, taken: []))
    let code = Code(
      key: key, name: name, definition: definition.flatMap { SourceText($0).text.content },
      color: color.flatMap { QDAColour.read($0) },
      parent: parent.flatMap { codePlaces[$0] }.map { study.codes[$0].code.key })
    codePlaces[id] = study.codes.count
    study.codes.append(StudyCode(code, guid: mark("code", id), isFolder: isFolder))
  }

  /// Adds a tree of codes given in any order, each under its parent; one whose parents go round in a ring stands at the top.
  mutating func add(
    tree entries: [(id: String, name: String, definition: String?, color: String?, parent: String?, isFolder: Bool)]
  ) {
    let ids = Set(entries.map(\.id))
    let children = Dictionary(grouping: entries.indices) { place -> String in
      let parent = entries[place].parent
      return parent.map { ids.contains($0) && $0 != entries[place].id ? $0 : "" } ?? ""
    }
    var waiting = (children[""] ?? []).reversed().map { ($0, 0) }
    func addNext(_ draft: inout ForeignStudyDraft) {
      while let (place, depth) = waiting.popLast() {
        let entry = entries[place]
        guard draft.codePlaces[entry.id] == nil else { continue }
        draft.add(
          code: entry.id, name: entry.name, definition: entry.definition, color: entry.color,
          under: depth < 200 ? entry.parent : nil, isFolder: entry.isFolder)
        for child in (children[entry.id] ?? []).reversed() { waiting.append((child, depth + 1)) }
      }
    }
    addNext(&self)
    for (place, entry) in entries.enumerated() where codePlaces[entry.id] == nil {
      waiting = [(place, 0)]
      addNext(&self)
    }
  }

  mutating func add(case id: String, name: String, memo: String?, coder: String?) {
    guard casePlaces[id] == nil, let name = name.nameContent else { return }
    if let known = study.cases.firstIndex(where: { $0.name == name }) {
      casePlaces[id] = known
      return
    }
    casePlaces[id] = study.cases.count
    study.cases.append(StudyCase(name, guid: mark("case", id)))
    add(memo: memo, about: .ofCase(name), "case", id, coder: coder)
  }

  /// Adds a text; false where nothing stands in it.
  @discardableResult
  mutating func add(source id: String, name: String, text: String, memo: String?, coder: String?) -> Bool {
    guard !isStopped() else { return false }
    let source = SourceText(text)
    guard !source.text.allSatisfy(\.isWhitespace) else {
      report.lose("text with nothing in it", "texts with nothing in them", name)
      return false
    }
    report.lose("control character", "control characters", count: source.dropped)
    let unique = transcriptNames.name(name.nameContent ?? "source")
    sourcePlaces[id] = study.transcripts.count
    texts.append(source)
    study.transcripts.append(
      StudyTranscript(Transcript(name: unique, format: "txt", text: source.text), guid: mark("source", id)))
    add(memo: memo, about: .transcript(unique), "source", id, coder: coder)
    return true
  }

  func transcript(_ source: String) -> Int? { sourcePlaces[source] }

  func length(ofSource source: String) -> Int? {
    sourcePlaces[source].map { texts[$0].bytes(counting: .codePoints).count - 1 }
  }

  func code(_ id: String) -> Int? { codePlaces[id] }

  mutating func put(source: String, inCase id: String) {
    guard let place = sourcePlaces[source], let entry = casePlaces[id] else { return }
    let name = study.cases[entry].name
    if let other = study.transcripts[place].transcript.caseName, other != name {
      report.lose("second case of a text", "second cases of a text", name)
    } else {
      study.transcripts[place].transcript.caseName = name
    }
  }

  mutating func set(_ attribute: String, _ value: String, ofCase id: String) {
    guard let place = casePlaces[id] else { return }
    study.cases[place].attributes.append(Attribute(attribute.cleanName, [value.cleanName]))
  }

  mutating func set(_ attribute: String, _ value: String, ofSource id: String) {
    guard let place = sourcePlaces[id] else { return }
    study.transcripts[place].transcript.attributes.append(Attribute(attribute.cleanName, [value.cleanName]))
  }

  /// Chooses how positions in a text were counted, by the words that were kept beside them; in characters where none tell.
  mutating func choosePositions(ofSource source: String, _ selections: [(start: Int, end: Int, quote: String?)]) {
    guard let place = sourcePlaces[source], !texts[place].isPlain else { return }
    let found = selections.map { selection in
      PositionChoice.Selection(
        source: 0, start: selection.start, end: selection.end, name: selection.quote.map { SourceText($0).text })
    }
    forms[place] = PositionChoice([texts[place]], found, origin: "QualCoder", told: nil).form
  }

  /// The span of two positions in the text as the program had it; a problem where there is none.
  ///
  /// Where the words that were kept beside them are not there, they are looked for in the other ways of counting.
  mutating func span(_ source: String, _ start: Int?, _ end: Int?, quote: String?) -> (transcript: Int, span: TextSpan)?
  {
    guard !isStopped() else { return nil }
    guard let place = sourcePlaces[source] else {
      report.lose("passage of a text that is not there", "passages of texts that are not there")
      return nil
    }
    let usual = forms[place] ?? .codePoints
    let hasOthers = quote != nil && !texts[place].isPlain
    let words = quote.map { SourceText($0).text }
    var first: (start: Int, end: Int, span: TextSpan)?
    for form in hasOthers ? [usual] + PositionForm.allCases.filter({ $0 != usual }) : [usual] {
      guard let start, let end, let found = self.span(start, end, of: place, form) else { continue }
      if words.map({ fits($0, found, of: place) }) ?? true { return (place, found) }
      first = first ?? (start, end, found)
    }
    let name = study.transcripts[place].transcript.name
    guard let wrong = first else {
      report.problem(
        "In '\(name)' a passage lies outside the text, or has no words in it; it was left out.", file: file)
      return nil
    }
    report.problem(
      "In '\(name)' the passage \(wrong.start) to \(wrong.end) is no longer what was coded: '\(TransferReport.shown(quote ?? ""))'.",
      file: file, hint: TransferReport.look(at: name))
    return (place, wrong.span)
  }

  private mutating func fits(_ words: String, _ span: TextSpan, of place: Int) -> Bool {
    let known = quotes[place] ?? SelectionQuote(texts[place].text)
    quotes[place] = known
    return known.fits(words, span)
  }

  /// The span of two positions counted in one way, widened to whole characters; nil where they do not lie in the text.
  private mutating func span(_ start: Int, _ end: Int, of place: Int, _ form: PositionForm) -> TextSpan? {
    let bytes = positions[place]?[form] ?? texts[place].bytes(counting: form)
    positions[place, default: [:]][form] = bytes
    guard start >= 0, start < end, end < bytes.count else { return nil }
    var (start, end) = (start, end)
    while bytes[start] < 0 { start -= 1 }
    while bytes[end] < 0 { end += 1 }
    let span = TextSpan(Int(bytes[start]), Int(bytes[end]))
    return span.length > 0 ? span : nil
  }

  mutating func add(
    _ place: (transcript: Int, span: TextSpan), code: String, coder name: String?, memo: String?, id: String
  ) {
    guard let code = codePlaces[code] else {
      report.lose("coding with a code that is not there", "codings with codes that are not there")
      return
    }
    var coding = StudyCoding(transcript: place.transcript, span: place.span, code: code, coder: coder(name))
    let transcript = study.transcripts[place.transcript].transcript.name
    add(
      memo: memo, about: .passage(transcript: transcript, span: place.span, code: study.codes[code].code.key), "coding",
      id,
      coder: name)
    guard seen.insert(coding).inserted else {
      report.lose("repeated coding of the same words", "repeated codings of the same words")
      return
    }
    coding.guid = mark("coding", id)
    study.codings.append(coding)
    // A folder that was put on words is a code.
    if study.codes[code].isFolder { study.codes[code].isFolder = false }
  }

  /// Keeps a memo about something of the study, where anything stands in it.
  mutating func add(
    memo: String?, about subject: Memo.Subject, _ kind: String, _ id: String, coder: String?, at: String? = nil
  ) {
    guard let text = memo.flatMap({ SourceText($0).text.content }) else { return }
    // What has no number of its own is told from the others by its place.
    let mark = mark(kind, id, "memo")
    let own = memoMarks.insert(mark).inserted ? mark : self.mark(kind, id, "memo", "\(study.memos.count)")
    memoMarks.insert(own)
    study.memos.append(
      Memo(
        guid: own.text, about: subject, coder: coder?.nameContent, at: Self.moment(at) ?? "",
        text: text))
  }

  mutating func add(_ attachment: StudyAttachment) { study.attachments.append(attachment) }

  func name(ofTranscript place: Int) -> String { study.transcripts[place].transcript.name }

  /// `2022-05-12 09:30:00` as it is kept here.
  private static func moment(_ text: String?) -> String? {
    guard let text, text.utf8.count == 19 else { return nil }
    let parts = text.split(separator: " ")
    return parts.count == 2 ? parts.joined(separator: "T") + "Z" : nil
  }

  var foreign: ForeignStudy { ForeignStudy(study: study, report: report) }
}
