import Model
import TestSupport
import Testing

@testable import Store

/// Changes a study at random, in every way there is.
private struct RandomChanges {
  var random: SeededGenerator
  let study: StudyFixture
  var made = 0
  private let words = [
    "wachten", "één", "een", "lang", "co\u{AD}ördinatie", "ﬁets", "Ĳssel", "toets", "toetsen", "👩‍🏫", "hulp",
    "e\u{AD}\u{301}", "naïef", "wel.", "niet.", "2024",
  ]

  mutating func pick<T>(_ all: [T]) -> T? { all.randomElement(using: &random) }

  mutating func transcript() -> Transcript {
    made += 1
    let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      let said = (0..<Int.random(in: 1...7, using: &random)).compactMap { _ in pick(words) }.joined(separator: " ")
      return (pick(["Anna: ", "Bram: ", ""]) ?? "") + said
    }
    let attributes = [Attribute("wave", [String(made % 3)])]
    return .lines("t\(made)", lines, caseName: pick([nil, "North", "South"]) ?? nil, attributes: attributes)
  }

  mutating func codebook() -> Codebook {
    let keys = ["A", "B", "C", "D"].filter { _ in Bool.random(using: &random) }
    var codes: [Code] = []
    for key in keys {
      let parent = codes.isEmpty || Bool.random(using: &random) ? nil : pick(codes.map(\.key))
      codes.append(
        Code(
          key: key, name: "Code \(key)", definition: pick([nil, "One", "Two"]) ?? nil, phrases: ["toets*"],
          parent: parent))
    }
    return Codebook(title: pick([nil, "Book"]) ?? nil, language: pick([nil, nil, "nl", "xx"]) ?? nil, codes: codes)
  }

  mutating func change() throws {
    let names = try study.store.transcriptNames()
    let keys = try study.store.codebook().codes.map(\.key)
    switch Int.random(in: 0..<13, using: &random) {
    case 0, 1: try study.importTranscripts((0..<Int.random(in: 1...3, using: &random)).map { _ in transcript() })
    case 2:
      let book = codebook()
      let gone = keys.filter { book.code($0) == nil }
      var heirs: [String: String?] = [:]
      for key in gone { heirs[key] = .some(pick(book.codes.map(\.key) + [nil]) ?? nil) }
      try study.perform { try $0.set(book, replacing: heirs) }
    case 3, 4: try tag(names, keys)
    case 5: try untag(names)
    case 6:
      let value = String(Int.random(in: 0..<3, using: &random))
      try study.perform { try $0.set([Attribute("sector", [value, "x"])], ofCase: value == "0" ? "New" : "North") }
    case 7:
      guard let name = pick(names), let other = pick(["North", "South", "Far \(made)"]) else { return }
      try study.perform {
        try $0.assign(transcript: name, toCase: other)
        _ = try $0.setRole(other, ofSpeaker: "Anna", in: made % 2 == 0 ? nil : name)
      }
    case 8:
      guard let name = pick(names), let stored = try study.store.transcript(named: name) else { return }
      let byPoint = Bool.random(using: &random)
      let segments = byPoint ? Cut.points(stored.transcript) : Cut.turns(stored.transcript)
      try study.perform { try $0.resegment(name, segments: segments, unit: byPoint ? .sentence : .turn) }
    case 9, 10: try note(names, keys)
    case 11: try replaceText(names)
    default:
      guard let name = pick(names) else { return }
      try study.perform { try $0.remove(name) }
    }
  }

  private mutating func tag(_ names: [String], _ keys: [String]) throws {
    guard !names.isEmpty, !keys.isEmpty else { return }
    var batch = CodingBatch(transcripts: names, codes: keys, coders: ["Mila", "Noor"])
    for (number, name) in names.enumerated() {
      let count = try study.store.text(ofTranscript: name)?.utf8.count ?? 0
      let start = Int.random(in: 0..<count, using: &random)
      batch.columns.append(
        transcript: Int32(number), start: Int32(start), end: Int32(Int.random(in: start + 1...count, using: &random)),
        code: Int32.random(in: 0..<Int32(keys.count), using: &random), coder: Int32.random(in: 0..<2, using: &random))
    }
    let bulk = Bool.random(using: &random)
    try study.perform(bulk: bulk) { _ = try $0.add(batch, bulk: bulk) }
  }

  private mutating func note(_ names: [String], _ keys: [String]) throws {
    var subjects: [Memo.Subject] = [.study, .ofCase("North")] + keys.map { .code($0) }
    if let name = pick(names) {
      let count = try study.store.text(ofTranscript: name)?.utf8.count ?? 1
      subjects += [
        .transcript(name), .passage(transcript: name, span: TextSpan(0, count), code: pick(keys)),
        .passage(transcript: name, span: TextSpan(count - 1, count), code: nil),
      ]
    }
    let number = pick(try study.store.memos().map(\.number))
    let subject = pick(subjects) ?? .study
    let way = Int.random(in: 0..<4, using: &random)
    try study.perform { change in
      switch (way, number) {
      case (0, let number?): try change.removeMemo(number)
      case (1, let number?): try change.setText("Anew \(made)", ofMemo: number, at: "2024-04-01T00:00:00Z")
      default:
        try change.add(Memo(about: subject, coder: way == 2 ? "Noor" : nil, at: "2024-03-01T00:00:00Z", text: "Odd"))
      }
    }
  }

  /// Another text, on which each span that was coded goes to a place drawn by lot, or nowhere.
  private mutating func replaceText(_ names: [String]) throws {
    guard let name = pick(names), let stored = try study.store.transcript(named: name) else { return }
    let other = transcript()
    let count = other.text.utf8.count
    var moves = TextMoves()
    let memos = try study.store.memos().compactMap { memo -> TextSpan? in
      if case .passage(name, let span, _) = memo.subject { span } else { nil }
    }
    for span in try study.store.codings(of: name).map(\.span) + memos where moves.spans[span] == nil {
      let start = Int.random(in: 0..<count, using: &random)
      let place = TextSpan(start, Int.random(in: start + 1...count, using: &random))
      moves.spans[span] = .some(pick([place, TextSpan(0, count), nil]) ?? nil)
    }
    let segments = stored.unit == .turn ? Cut.turns(other) : Cut.points(other)
    try study.perform { change in
      let original = try change.keep(Original(fileName: "new", bytes: Array(other.text.utf8)))
      _ = try change.replaceText(of: name, with: other, segments: segments, original: original, moves: moves)
    }
  }

  private mutating func untag(_ names: [String]) throws {
    guard let name = pick(names) else { return }
    let some = try study.store.codings(of: name).filter { _ in Bool.random(using: &random) }
    var removed = 0
    try study.perform { removed = try $0.remove(some) }
    #expect(removed == some.count)
  }
}

@Suite struct ActPropertyTests {
  @Test("Whatever was done, undo and redo go back and forth exactly", arguments: 1...6)
  func backAndForth(seed: Int) throws {
    let study = try StudyFixture()
    var changes = RandomChanges(random: SeededGenerator(seed: UInt64(seed)), study: study)
    // states[n] is the study after n acts that are not undone.
    var states = [try StudyDump(study.store)]
    var now = 0
    for _ in 0..<40 {
      let acts = try study.store.log(limit: nil).filter { !$0.undone }.count
      try changes.change()
      if try study.store.log(limit: nil).filter({ !$0.undone }).count > acts {
        states.removeSubrange((now + 1)...)
        states.append(try StudyDump(study.store))
        now += 1
      }
      try study.store.expectIndexInStep("after a change, seed \(seed)")
      #expect(try study.store.content().digest == PlainContent.digest(of: study.store), "after a change, seed \(seed)")
      guard changes.pick([true, false, false]) == true else { continue }
      let back = try study.store.undo(Int.random(in: 1...3, using: &changes.random), now: "later").count
      now -= back
      try expect(states[now], of: study, "after undo, seed \(seed)")
      now += try study.store.redo(Int.random(in: 0...back, using: &changes.random)).count
      try expect(states[now], of: study, "after redo, seed \(seed)")
    }
    _ = try study.store.redo(1000)
    now = states.count - 1
    while now > 0 {
      now -= try study.store.undo(1, now: "later").count
      try expect(states[now], of: study, "at \(now) going back, seed \(seed)")
    }
    #expect(try study.store.undo(1, now: "later") == [])
    try study.reopen()
    while now < states.count - 1 {
      now += try study.store.redo(1).count
      try expect(states[now], of: study, "at \(now) going on, seed \(seed)")
    }
    #expect(try study.store.check() == [])
  }

  private func expect(_ state: StudyDump, of study: StudyFixture, _ comment: Comment) throws {
    let different = try StudyDump(study.store).differences(from: state)
    #expect(different == [], comment)
    // Worked out from what is kept, as far as that is believed.
    #expect(try study.store.content().digest == PlainContent.digest(of: study.store), comment)
    try study.store.expectIndexInStep(comment)
  }
}
