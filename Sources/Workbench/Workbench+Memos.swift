public import Model
import Retrieval
import Store

/// What a name may stand for, where a memo is written about it.
public enum MemoKind: String, CaseIterable, Sendable {
  case study, `case`, transcript, code, passage
}

/// What a memo is about, as typed: `s01-team:12`, `s01-team`, `B3`, `school-01`, `study`.
public struct MemoPlace: Equatable, Sendable {
  public var typed: String
  /// Where a name is that of several things.
  public var kind: MemoKind?
  /// For a passage, the code on it that the memo is about.
  public var code: String?

  public init(_ typed: String, kind: MemoKind? = nil, code: String? = nil) {
    self.typed = typed
    self.kind = kind
    self.code = code
  }
}

extension Workbench {
  /// Keeps a memo, by the present coder where one is named.
  public func addMemo(about place: MemoPlace, _ text: String) throws -> Act {
    try addMemo(about: subject(place), text)
  }

  /// Keeps a memo about what is known to be there.
  public func addMemo(about subject: Memo.Subject, _ text: String) throws -> Act {
    let text = try words(text)
    let segments = try segmentNumbers(of: [subject])
    return try store.perform(act()) { change in
      try change.add(Memo(about: subject, coder: coder, at: clock(), text: text))
      return "Wrote a memo about \(described(subject, segments))."
    }
  }

  /// Gives a memo other words.
  public func editMemo(_ number: Int, _ text: String) throws -> Act {
    let (memo, text) = (try memo(number), try words(text))
    let segments = try segmentNumbers(of: [memo.subject])
    return try store.perform(act()) { change in
      try change.setText(text, ofMemo: number, at: clock())
      return "Wrote memo \(number) about \(described(memo.subject, segments)) anew."
    }
  }

  public func deleteMemo(_ number: Int) throws -> Act {
    let memo = try memo(number)
    let segments = try segmentNumbers(of: [memo.subject])
    return try store.perform(act()) { change in
      try change.removeMemo(number)
      return "Deleted memo \(number) about \(described(memo.subject, segments))."
    }
  }

  /// The memos, of all or of one thing; `words` are looked for in them, case and accents folded.
  public func memosTable(about place: MemoPlace? = nil, containing words: String? = nil) throws -> Table {
    let wanted = try place.map { try subject($0) }
    let memos = try store.memos().filter { memo in
      (wanted.map { covers($0, memo.subject) } ?? true)
        && (words.map { Folding.fold(memo.text).contains(Folding.fold($0)) } ?? true)
    }
    guard !memos.isEmpty else {
      throw Problem(
        wanted == nil && words == nil ? "The study has no memos yet." : "There is no such memo.",
        hint: wanted == nil && words == nil
          ? "Write one with: memo s01-team:12 WORDS" : "'memos' lists all memos.", kind: .nothingFound)
    }
    let segments = try segmentNumbers(of: memos.map(\.subject))
    return Table(
      title: "Memos",
      columns: [
        .init("memo", "Memo", .count), .init("kind", "Kind", .text), .init("about", "About", .text),
        .init("code", "Code", .text), .init("coder", "Coder", .text), .init("date", "Date", .text),
        .init("text", "Text", .text),
      ],
      rows: memos.map { memo in
        let (kind, name, code) = named(memo.subject, segments)
        return [
          .count(memo.number), .text(kind.rawValue), name.map { .text($0) } ?? .none, code.map { .text($0) } ?? .none,
          memo.coder.map { .text($0) } ?? .none, .text(String(memo.at.prefix(10))), .text(memo.text),
        ]
      })
  }

  /// The memos about one transcript's passages, by position, for reading.
  public func passageMemos(of transcript: String) throws -> [Memo] {
    try store.memos().filter { memo in
      if case .passage(transcript, _, _) = memo.subject { return true }
      return false
    }
  }

  private func memo(_ number: Int) throws -> Memo {
    guard let memo = try store.memos().first(where: { $0.number == number }) else {
      throw Problem("There is no memo \(number).", hint: "'memos' lists all memos.")
    }
    return memo
  }

  private func words(_ text: String) throws -> String {
    let text = text.trimmed.precomposedStringWithCanonicalMapping
    guard !text.isEmpty else {
      throw Problem("The memo has no words.", hint: "Write them behind it: memo s01-team:12 WORDS", kind: .usage)
    }
    return text
  }

  /// A transcript's memos are also those about its passages, a code's those about what it stands on.
  private func covers(_ wanted: Memo.Subject, _ subject: Memo.Subject) -> Bool {
    switch (wanted, subject) {
    case (.transcript(let name), .passage(let transcript, _, _)): name == transcript
    case (.code(let key), .passage(_, _, let code)): key == code
    case (.passage(let name, let span, let key), .passage(let transcript, let other, let code)):
      name == transcript && span.start < other.end && other.start < span.end && (key == nil || key == code)
    default: wanted == subject
    }
  }
}

extension Workbench {
  /// What a person means by a name.
  func subject(_ place: MemoPlace) throws -> Memo.Subject {
    var found: [(kind: MemoKind, subject: Memo.Subject)] = []
    func take(_ kind: MemoKind, _ subject: Memo.Subject) {
      if place.kind ?? kind == kind { found.append((kind, subject)) }
    }
    let typed = place.typed
    let transcripts = try store.transcriptNames()
    if transcripts.contains(typed) { take(.transcript, .transcript(typed)) }
    if try store.caseNames().contains(typed) { take(.case, .ofCase(typed)) }
    if Folding.fold(typed) == "study" { take(.study, .study) }
    if let key = try? code(typed).key { take(.code, .code(key)) }
    if typed.contains(":"), !transcripts.contains(typed) {
      let passage = try self.place(typed)
      let code = try place.code.map { try self.code($0).key }
      if let first = passage.spans.first, let last = passage.spans.last {
        take(
          .passage,
          .passage(transcript: passage.transcript, span: TextSpan(first.start, last.end), code: code))
      }
    }
    guard let only = found.first else { throw try unknownSubject(place) }
    guard found.count == 1 else {
      let kinds = found.map(\.kind.rawValue)
      throw Problem(
        "'\(typed)' is a \(kinds.joined(separator: " and a ")).",
        hint: "Say which: memo \(typed) WORDS --about \(kinds[0])", kind: .usage)
    }
    if place.code != nil, only.kind != .passage {
      throw Problem(
        "--code names a code on a passage, and '\(typed)' is a \(only.kind.rawValue).",
        hint: "Write the passage: memo s01-team:12 WORDS --code B3", kind: .usage)
    }
    return only.subject
  }

  private func unknownSubject(_ place: MemoPlace) throws -> Problem {
    let names = try store.transcriptNames() + store.caseNames() + codebook().codes.map(\.key)
    let near = Nearest.names(to: place.typed, among: names).map { "'\($0)'" }
    let meant = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
    let sort = place.kind.map { "\($0.rawValue) named" } ?? "passage, transcript, case or code named"
    return Problem(
      "There is no \(sort) '\(place.typed)'.",
      hint: meant + "A memo is about s01-team:12, a transcript, a case, a code, or study.")
  }

  /// The kind, the name and the code of what a memo is about, as a table has them.
  private func named(
    _ subject: Memo.Subject, _ segments: [Memo.Subject: ClosedRange<Int>]
  ) -> (kind: MemoKind, name: String?, code: String?) {
    switch subject {
    case .study: (.study, nil, nil)
    case .ofCase(let name): (.case, name, nil)
    case .transcript(let name): (.transcript, name, nil)
    case .code(let key): (.code, nil, key)
    case .passage(let transcript, _, let code):
      (.passage, segments[subject].map { Self.address(transcript, $0) } ?? transcript, code)
    }
  }

  private func described(_ subject: Memo.Subject, _ segments: [Memo.Subject: ClosedRange<Int>]) -> String {
    let (kind, name, code) = named(subject, segments)
    return switch kind {
    case .study: "the study"
    case .code: "code \(code ?? "")"
    case .passage: "\(name ?? "")\(code.map { " as \($0)" } ?? "")"
    case .case, .transcript: "\(kind.rawValue) '\(name ?? "")'"
    }
  }

  private static func address(_ transcript: String, _ segments: ClosedRange<Int>) -> String {
    segments.count == 1
      ? "\(transcript):\(segments.lowerBound)" : "\(transcript):\(segments.lowerBound)-\(segments.upperBound)"
  }

  /// The segments that passages touch; each transcript is read once.
  private func segmentNumbers(of subjects: [Memo.Subject]) throws -> [Memo.Subject: ClosedRange<Int>] {
    var spans: [String: [(subject: Memo.Subject, span: TextSpan)]] = [:]
    for subject in subjects {
      if case .passage(let name, let span, _) = subject { spans[name, default: []].append((subject, span)) }
    }
    var numbers: [Memo.Subject: ClosedRange<Int>] = [:]
    for (name, passages) in spans {
      guard let segments = try store.transcript(named: name)?.segments else { continue }
      for (subject, span) in passages {
        let first = segments.firstIndex { $0.span.end > span.start } ?? 0
        let last = segments.lastIndex { $0.span.start < span.end } ?? first
        numbers[subject] = first + 1...max(first, last) + 1
      }
    }
    return numbers
  }
}
