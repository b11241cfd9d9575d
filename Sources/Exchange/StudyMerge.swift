public import Model

/// Another study made fit to be taken into this one: what is here already has the names and keys that it has here.
///
/// Things are the same when their marks (GUIDs) are; else codes by their names from the top down or by key and name,
/// coders and cases by name, transcripts by their text. Places in the lists stay as they were.
public struct StudyMerge: Equatable, Sendable {
  public private(set) var study: WholeStudy
  /// Places of the transcripts that are not here yet.
  public private(set) var newTranscripts: Set<Int> = []
  public private(set) var report = TransferReport()
  /// For each name of a transcript that came in the name it has here; none for one that is not taken over.
  public private(set) var transcriptNames: [String: String] = [:]
  private let known: KnownStudy
  private let file: String

  /// - Parameters:
  ///   - matchesKeys: whether the keys of codes are the researcher's own, so that the same key and name are the same code.
  ///   - digest: SHA-256 of a text in hexadecimal digits.
  public init(
    _ incoming: WholeStudy, into known: KnownStudy, matchesKeys: Bool, file: String, digest: (String) -> String
  ) {
    study = incoming
    self.known = known
    self.file = file
    let keys = matchCodes(matchesKeys: matchesKeys)
    let coders = matchCoders()
    let cases = matchCases()
    let transcripts = matchTranscripts(digest, cases: cases)
    transcriptNames = transcripts
    study.codings = study.codings.filter { transcripts[study.transcripts[$0.transcript].transcript.name] != nil }
    study.unplaced = study.unplaced.filter { transcripts[study.transcripts[$0.transcript].transcript.name] != nil }
    study.memos = study.memos.compactMap { memo in
      var memo = memo
      guard let subject = memo.subject.renamed(keys, cases: cases, transcripts: transcripts) else { return nil }
      memo.subject = subject
      memo.coder = memo.coder.map { coders[$0] ?? $0 }
      return memo
    }
    study.attachments = study.attachments.map { attachment in
      var attachment = attachment
      attachment.transcript = attachment.transcript.flatMap { transcripts[$0] }
      return attachment
    }
    let before = study.transcripts
    for place in study.transcripts.indices {
      let name = before[place].transcript.name
      study.transcripts[place].transcript.name = transcripts[name] ?? name
    }
    dropKnownMemos()
  }

  private struct Path: Hashable {
    var parent: String?
    var name: String
  }

  /// For each key that came in the key it has here.
  private mutating func matchCodes(matchesKeys: Bool) -> [String: String] {
    let marks = Dictionary(
      known.codes.enumerated().compactMap { place, entry in entry.guid.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    let paths = Dictionary(
      known.codes.enumerated().map { (Path(parent: $1.code.parent, name: $1.code.name.lowercased()), $0) },
      uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      known.codes.enumerated().map { ($1.code.key, $0) }, uniquingKeysWith: { first, _ in first })
    var names = FreeNames(known.codes.map(\.code.key))
    var used: Set<Int> = []
    var keys: [String: String] = [:]
    for place in study.codes.indices {
      var entry = study.codes[place]
      let key = entry.code.key
      entry.code.parent = entry.code.parent.map { keys[$0] ?? $0 }
      let path = Path(parent: entry.code.parent, name: entry.code.name.lowercased())
      let namesake = matchesKeys ? places[key] : nil
      let candidates = [
        entry.guid.flatMap { marks[$0] }, paths[path],
        namesake.flatMap { known.codes[$0].isNamed(as: entry) ? $0 : nil },
      ]
      if let match = candidates.compactMap({ $0 }).first(where: { !used.contains($0) }) {
        used.insert(match)
        tellChanges(of: known.codes[match].code, to: entry.code)
        entry = entry.filled(from: known.codes[match])
      } else {
        entry.code.key = names.name(key)
        if matchesKeys, entry.code.key != key { tellKey(of: entry.code, instead: key, of: namesake) }
        if entry.guid.map({ marks[$0] != nil }) ?? false { entry.guid = nil }
      }
      keys[key] = entry.code.key
      study.codes[place] = entry
    }
    return keys
  }

  /// A code that is here and would read otherwise is told: its codings were made under the other words.
  private mutating func tellChanges(of known: Code, to code: Code) {
    let hint = "See what else would change with --dry-run; 'undo' takes an import back."
    if known.name != code.name {
      report.problem(
        "The code '\(known.key)' is named otherwise in the file: '\(TransferReport.shown(known.name))' becomes"
          + " '\(TransferReport.shown(code.name))'.", file: file, hint: hint)
    }
    let fields = [
      ("definition", known.definition, code.definition), ("use", known.use, code.use), ("not", known.not, code.not),
      ("example", known.example, code.example),
    ]
    for (field, old, new) in fields {
      guard let old, let new, old.trimmed != new.trimmed else { continue }
      report.problem(
        "The '\(field)' of the code '\(known.key)' (\(TransferReport.shown(known.name))) is another in the file,"
          + " and becomes that.", file: file, hint: hint)
    }
  }

  private mutating func tellKey(of code: Code, instead key: String, of other: Int?) {
    let owner = other.map { "'\(TransferReport.shown(known.codes[$0].code.name))'" } ?? "another code"
    report.problem(
      "The code '\(TransferReport.shown(code.name))' came with the key '\(key)', which \(owner) has here; its key"
        + " becomes '\(code.key)'.", file: file,
      hint: "Where the two are one code, give them one name and import again.")
  }

  private mutating func matchCoders() -> [String: String] {
    var names: [String: String] = [:]
    for place in study.coders.indices {
      let coder = study.coders[place]
      let match =
        known.coders.first { $0.guid != nil && $0.guid == coder.guid } ?? known.coders.first { $0.name == coder.name }
      names[coder.name] = match?.name ?? coder.name
      if let match { study.coders[place] = match }
    }
    return names
  }

  private mutating func matchCases() -> [String: String] {
    let marks = Dictionary(
      known.cases.compactMap { entry in entry.guid.map { ($0, entry.name) } }, uniquingKeysWith: { first, _ in first })
    var names: [String: String] = [:]
    for place in study.cases.indices {
      let entry = study.cases[place]
      let name = entry.guid.flatMap { marks[$0] } ?? entry.name
      names[entry.name] = name
      study.cases[place].name = name
    }
    return names
  }

  /// For each name that came in the name it has here; none for a transcript that cannot be taken in.
  private mutating func matchTranscripts(_ digest: (String) -> String, cases: [String: String]) -> [String: String] {
    let marks = Dictionary(
      known.transcripts.compactMap { entry in entry.guid.map { ($0, entry) } }, uniquingKeysWith: { first, _ in first })
    let texts = Dictionary(grouping: known.transcripts, by: \.textDigest)
    var free = FreeNames(known.transcripts.map(\.name))
    var names: [String: String] = [:]
    for place in study.transcripts.indices {
      let entry = study.transcripts[place]
      let name = entry.transcript.name
      let text = digest(entry.transcript.text)
      study.transcripts[place].transcript.caseName = entry.transcript.caseName.map { cases[$0] ?? $0 }
      if let same = entry.guid.flatMap({ marks[$0] }) {
        if same.textDigest == text {
          names[name] = same.name
        } else {
          let count = study.codings.count { $0.transcript == place }
          report.problem(
            "The text of '\(same.name)' is another than the one in the study: its \(count == 1 ? "coding" : "\(count) codings")"
              + " and its memos were not taken over.", file: file,
            hint: "Compare the two texts; 'export' the study anew where the project is older.")
        }
        continue
      }
      let alike = texts[text, default: []]
      // A short text may well be there twice.
      if let same = alike.first(where: { $0.name == name })
        ?? (entry.transcript.text.utf8.count > 200 ? alike.first : nil)
      {
        if same.name != name { report.note("'\(name)' has the text of '\(same.name)', and was taken for it.") }
        names[name] = same.name
        continue
      }
      newTranscripts.insert(place)
      names[name] = free.name(name)
      if names[name] != name {
        report.note("Another transcript is named '\(name)'; the one that came in is '\(names[name] ?? name)'.")
      }
    }
    return names
  }

  /// A memo that says the same of the same thing is here, whatever its mark.
  private mutating func dropKnownMemos() {
    struct Words: Hashable {
      var subject: Memo.Subject
      var text: String
    }
    let marks = Set(known.memos.map(\.guid))
    let words = Set(known.memos.map { Words(subject: $0.subject, text: $0.text) })
    study.memos.removeAll { !marks.contains($0.guid) && words.contains(Words(subject: $0.subject, text: $0.text)) }
  }
}

extension StudyCode {
  /// Whether another code has the same name, capitals aside.
  fileprivate func isNamed(as other: StudyCode) -> Bool {
    code.name.trimmed.lowercased() == other.code.name.trimmed.lowercased()
  }

  /// The code as it comes in, with key and mark of the one that is here, and with what only that one has.
  fileprivate func filled(from known: StudyCode) -> StudyCode {
    var entry = self
    entry.guid = known.guid
    entry.isFolder = known.isFolder
    entry.code.key = known.code.key
    entry.code.definition = code.definition ?? known.code.definition
    entry.code.use = code.use ?? known.code.use
    entry.code.not = code.not ?? known.code.not
    entry.code.example = code.example ?? known.code.example
    entry.code.phrases = code.phrases.isEmpty ? known.code.phrases : code.phrases
    entry.code.color = code.color ?? known.code.color
    return entry
  }
}

extension Memo.Subject {
  /// What is meant under the names of another study; nil for a transcript that is not there.
  fileprivate func renamed(
    _ keys: [String: String], cases: [String: String], transcripts: [String: String]
  ) -> Memo.Subject? {
    switch self {
    case .study: return .study
    case .ofCase(let name): return .ofCase(cases[name] ?? name)
    case .code(let key): return .code(keys[key] ?? key)
    case .transcript(let name): return transcripts[name].map { .transcript($0) }
    case .passage(let name, let span, let code):
      return transcripts[name].map { .passage(transcript: $0, span: span, code: code.map { keys[$0] ?? $0 }) }
    }
  }
}
