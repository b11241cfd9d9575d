import Model

extension QDAProjectReading {
  /// Keeps a text that says something about something.
  mutating func addMemo(
    _ words: String, about subject: Memo.Subject, mark: GUID, coder: String? = nil, at element: QDAElement? = nil
  ) {
    let author = QDAMarks.target(coder).flatMap { users[$0] }
    study.memos.append(
      Memo(
        number: 0, guid: mark.text, about: subject, coder: author.map { study.coders[$0].name },
        at: Self.moment(element?["creationDateTime"]), text: words.composed))
  }

  /// A moment as it is kept, empty for what is none.
  private static func moment(_ text: String?) -> String {
    guard let text = text?.trimmed, text.utf8.count >= 19, text.hasSuffix("Z") else { return "" }
    let shape = text.utf8.prefix(19).enumerated().allSatisfy { place, byte in
      switch place {
      case 4, 7: byte == UInt8(ascii: "-")
      case 10: byte == UInt8(ascii: "T")
      case 13, 16: byte == UInt8(ascii: ":")
      default: byte >= 0x30 && byte <= 0x39
      }
    }
    return shape ? String(text.prefix(19)) + "Z" : ""
  }

  /// Title, language and saved questions, as they are written here; another text is a memo of the study.
  mutating func readFacts() {
    for reference in root.all("NoteRef") {
      if let note = QDAMarks.target(reference["targetGUID"]) { anchors.append((.study, note, nil)) }
    }
    guard let words = root.text(of: "Description") else { return }
    let facts = QDAFacts(reading: words)
    study.title = facts.title
    study.language = facts.language
    study.queries = facts.queries
    if let text = facts.text { addMemo(text, about: .study, mark: GUID(of: "study/description/" + study.name)) }
  }

  /// Notes become memos of what they are hung on, by reference or by a link; one that is hung on nothing is one of the study.
  mutating func readNotes() {
    let notes = root.first("Notes")?.all("Note") ?? []
    let known = Set(notes.compactMap { QDAMarks.target($0["guid"]) })
    for link in root.first("Links")?.all("Link") ?? [] {
      guard let from = QDAMarks.target(link["originGUID"]), let to = QDAMarks.target(link["targetGUID"]),
        let subject = linked[to], known.contains(from)
      else {
        report.lose("link", "links", link["name"])
        continue
      }
      anchors.append((subject, from, nil))
    }
    var hung: [GUID: [Int]] = [:]
    for (place, anchor) in anchors.enumerated() { hung[anchor.note, default: []].append(place) }
    var heads: Set<GUID> = []
    for (number, element) in notes.enumerated() where !options.isStopped() {
      guard let words = words(of: element) else {
        report.lose("note with nothing in it", "notes with nothing in them", element["name"])
        continue
      }
      report.lose(
        "coding of a note", "codings of notes",
        count: element.all("Coding").count + element.all("PlainTextSelection").reduce(0) { $0 + $1.all("Coding").count }
      )
      // What is hung on a mark that stands twice is the first note.
      let mark = marks.mark(element["guid"], of: element["name"] ?? words, place: "note/\(number)")
      let told = QDAMarks.target(element["guid"]) ?? mark
      let places = heads.insert(told).inserted ? hung.removeValue(forKey: told) ?? [] : []
      if places.isEmpty { addMemo(words, about: .study, mark: mark, coder: element["creatingUser"], at: element) }
      for (number, place) in places.enumerated() {
        let anchor = anchors[place]
        let own = number == 0 ? mark : GUID(of: mark.text + "/\(number)")
        let subject = passage(of: element, in: anchor.subject)
        addMemo(words, about: subject, mark: own, coder: element["creatingUser"], at: element)
        if study.memos[study.memos.count - 1].coder == nil, let coder = anchor.coder {
          study.memos[study.memos.count - 1].coder = study.coders[coder].name
        }
      }
    }
    report.lose(
      "reference to a note that is not there", "references to notes that are not there",
      count: hung.values.reduce(0) { $0 + $1.count })
  }

  /// What a note is about that has, as QualCoder writes it, a passage of the text it is hung on.
  private func passage(of note: QDAElement, in subject: Memo.Subject) -> Memo.Subject {
    guard case .transcript(let name) = subject, origin?.lowercased().contains("qualcoder") == true,
      let positions = note.first("PlainTextSelection").flatMap({ Self.positions(of: $0) }),
      let source = texts.first(where: { study.transcripts[$0.transcript].transcript.name == name }),
      let found = place(positions, source.words.positions().bytes(counting: form))
    else { return subject }
    return .passage(transcript: name, span: found.span, code: nil)
  }

  /// The words of a note under its name, where that is not how they begin.
  private mutating func words(of note: QDAElement) -> String? {
    guard let words = content(of: note) else { return nil }
    guard !isOurs, let name = note["name"].flatMap({ SourceText($0).text.content }), !words.hasPrefix(name) else {
      return words
    }
    return name + "\n\n" + words
  }

  private mutating func content(of note: QDAElement) -> String? {
    if let inline = note.first("PlainTextContent"), let words = SourceText(inline.text).text.content { return words }
    guard let path = note["plainTextPath"] else { return note.text(of: "Description") }
    guard case .there(let words) = package.words(path) else { return nil }
    return words.text.content
  }
}

/// What is known of a study itself, folded into the description of its project.
struct QDAFacts {
  private static let title = "Title"
  private static let language = "Language"
  private static let query = "Query"
  private static let headings = [title, language, query]

  var text: String?
  var title: String?
  var language: String?
  var queries: [StudyQuery] = []

  init(of study: WholeStudy) {
    (title, language, queries) = (study.title, study.language, study.queries)
  }

  init(reading description: String) {
    let folded = FoldedFields(reading: description, headings: Self.headings, marks: [Self.language])
    text = folded.text?.content
    title = folded[Self.title]?.content
    language = folded[Self.language]?.content
    for (heading, words) in folded.fields where heading == Self.query {
      let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { queries.append(StudyQuery(parts[0], parts[1])) }
    }
  }

  var description: String? {
    FoldedFields(
      text, [(Self.title, title), (Self.language, language)] + queries.map { (Self.query, $0.name + " " + $0.text) }
    ).folded(headings: Self.headings)
  }
}
