import Model

@testable import Store

/// The canonical form of a study's content as Documentation/ContentDigest.md says it, written by way of whole values.
struct PlainContent {
  private var bytes: [UInt8] = []

  static func digest(of store: StudyStore) throws -> String {
    var content = PlainContent()
    content.add("draad content 1")
    try content.addNames(in: store)
    let names = try store.transcriptNames().sorted(by: precedes)
    var transcripts = PlainContent()
    for name in names { try transcripts.addTranscript(name, in: store) }
    transcripts.add(-1)
    content.add(Digest.sha256(transcripts.bytes))
    for name in names { try content.addCodings(of: name, in: store) }
    content.add(try store.memos())
    content.add(try store.unplacedCodings())
    try content.addRest(of: store)
    return Digest.sha256(content.bytes)
  }

  private mutating func add(_ number: Int) {
    let bits = UInt64(bitPattern: Int64(number))
    bytes += (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
  }

  private mutating func add(_ text: String?) {
    add(text.map(\.utf8.count) ?? -1)
    bytes += text.map { Array($0.utf8) } ?? []
  }

  private mutating func add(_ attributes: [Attribute]) {
    for attribute in attributes.sorted(by: { Self.precedes($0.name, $1.name) }) {
      for value in attribute.values {
        add(attribute.name)
        add(value)
      }
    }
    add(-1)
  }

  private static func precedes(_ a: String, _ b: String) -> Bool {
    Array(a.utf8).lexicographicallyPrecedes(Array(b.utf8))
  }

  private mutating func addNames(in store: StudyStore) throws {
    let book = try store.codebook()
    var facts = try store.savedQueries().map { ("query:" + $0.name, $0.text) }
    facts += [("title", book.title), ("language", book.language)].compactMap { name, value in value.map { (name, $0) } }
    for (name, value) in facts.sorted(by: { Self.precedes($0.0, $1.0) }) {
      add(name)
      add(value)
    }
    add(-1)
    for code in book.codes {
      for text in [code.key, code.parent, code.name, code.definition, code.use, code.not, code.example] { add(text) }
      add(code.phrases.joined(separator: "\n"))
      add(code.color)
    }
    add(-1)
    for name in try store.coderNames().sorted(by: Self.precedes) { add(name) }
    add(-1)
    for one in try store.cases().sorted(by: { Self.precedes($0.name, $1.name) }) {
      add(one.name)
      add(one.attributes)
    }
    add(-1)
  }

  private mutating func addTranscript(_ name: String, in store: StudyStore) throws {
    guard let stored = try store.transcript(named: name) else { return }
    let transcript = stored.transcript
    let text = Array(transcript.text.utf8)
    add(name)
    add(transcript.caseName)
    add(transcript.format)
    add(stored.unit.rawValue)
    add(Digest.sha256(text))
    add(transcript.attributes)
    let speakers = transcript.speakers.sorted { Self.precedes($0.name, $1.name) }
    for speaker in speakers {
      add(speaker.name)
      add(speaker.role)
      add(speaker.attributes)
    }
    add(-1)
    for turn in transcript.turns {
      for number in [turn.span.start, turn.span.end, turn.wordsStart] { add(number) }
      let speaker = turn.speaker.map { transcript.speakers[$0].name }
      add(speaker.flatMap { name in speakers.firstIndex { $0.name == name } } ?? -1)
      add(turn.time.map { Int(Int64(bitPattern: $0.bitPattern)) } ?? -1)
    }
    add(-1)
    for segment in stored.segments {
      add(segment.span.start)
      add(segment.span.end)
      add(String(decoding: text[segment.span.start..<segment.wordsStart], as: UTF8.self).unicodeScalars.count)
    }
    add(-1)
  }

  private mutating func addCodings(of name: String, in store: StudyStore) throws {
    let keys = try store.codebook().codes.map(\.key)
    let coders = try store.coderNames().sorted(by: Self.precedes)
    let rows = try store.codings(of: name).map { coding in
      [
        coding.span.start, coding.span.end, keys.firstIndex(of: coding.code) ?? -1,
        coders.firstIndex(of: coding.coder) ?? -1,
      ]
    }
    for row in rows.sorted(by: { $0.lexicographicallyPrecedes($1) }) { for number in row { add(number) } }
    add(-1)
  }

  private mutating func addRest(of store: StudyStore) throws {
    let study = try store.wholeStudy(name: "")
    let folders = study.codes.filter(\.isFolder).map(\.code.key).sorted(by: Self.precedes)
    if !folders.isEmpty { add("folders") }
    for key in folders { add(key) }
    if !folders.isEmpty { add(-1) }
    let files = study.attachments.map { [$0.name, $0.kind.rawValue, Digest.sha256($0.bytes), $0.transcript ?? ""] }
    addList("attachments", files, mayLack: 3)
    let given = try store.assignments().map { [$0.transcript, $0.coder, $0.isDone ? "done" : ""] }
    addList("assignments", given, mayLack: 2)
    addList("blind", try store.blindCoders().map { [$0] })
  }

  private mutating func addList(_ mark: String, _ rows: [[String]], mayLack place: Int = -1) {
    guard !rows.isEmpty else { return }
    add(mark)
    for row in rows.sorted(by: { $0.lexicographicallyPrecedes($1, by: Self.precedes) }) {
      for (number, text) in row.enumerated() { add(number == place && text.isEmpty ? nil : text) }
    }
    add(-1)
  }

  private mutating func add(_ memos: [Memo]) {
    guard !memos.isEmpty else { return }
    let rows = memos.map { memo -> (texts: [String?], span: TextSpan?) in
      switch memo.subject {
      case .study: (["study", nil, nil, memo.coder, memo.text], nil)
      case .ofCase(let name): (["case", name, nil, memo.coder, memo.text], nil)
      case .transcript(let name): (["transcript", name, nil, memo.coder, memo.text], nil)
      case .code(let key): (["code", nil, key, memo.coder, memo.text], nil)
      case .passage(let name, let span, let code): (["passage", name, code, memo.coder, memo.text], span)
      }
    }
    func order(_ row: (texts: [String?], span: TextSpan?)) -> [[Int]] {
      let texts = row.texts.map { $0.map { $0.utf8.map(Int.init) } ?? [] }
      return [texts[0], texts[1], [row.span?.start ?? -1], [row.span?.end ?? -1], texts[2], texts[3], texts[4]]
    }
    for row in rows.sorted(by: { order($0).lexicographicallyPrecedes(order($1)) { $0.lexicographicallyPrecedes($1) } })
    {
      for text in row.texts { add(text) }
      add(row.span?.start ?? -1)
      add(row.span?.end ?? -1)
    }
    add(-1)
  }

  private mutating func add(_ unplaced: [UnplacedCoding]) {
    guard !unplaced.isEmpty else { return }
    add("unplaced")
    let rows = unplaced.map { [$0.transcript, $0.code, $0.coder, $0.words] }
    for row in rows.sorted(by: { $0.lexicographicallyPrecedes($1, by: Self.precedes) }) {
      for text in row { add(text) }
    }
    add(-1)
  }
}
