import Model
import Retrieval
import TestSupport
import Testing

@testable import Store

/// A study with everything a filter can ask for, made at random.
private struct RandomStudy {
  let study: StudyFixture
  var random: SeededGenerator

  init(seed: Int) throws {
    study = try StudyFixture()
    random = SeededGenerator(seed: UInt64(seed))
    let cases = ["North", "South", "East", "West"]
    try study.perform { change in
      for (number, name) in cases.enumerated() where Bool.random(using: &random) {
        try change.set([Attribute("Sector", [number % 2 == 0 ? "vo" : "po"])], ofCase: name)
      }
      try change.set(Codebook(codes: ["A", "B", "C"].map { Code(key: $0, name: $0) }))
    }
    for number in 0..<Int.random(in: 1...5, using: &random) {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { line in
        "\(["Anna: ", "Bram: ", "Cor: ", ""].randomElement(using: &random) ?? "")één, \(line). Zo is ’t – ja 👍 3."
      }
      var transcript = Transcript.lines(
        "t\(number)", lines, caseName: ([nil] + cases).randomElement(using: &random) ?? nil)
      if Bool.random(using: &random) { transcript.attributes = [Attribute("wave", [String(number % 2)])] }
      for index in transcript.speakers.indices {
        transcript.speakers[index].role = [nil, "teacher", "head"].randomElement(using: &random) ?? nil
        if Bool.random(using: &random) {
          transcript.speakers[index].attributes = [Attribute("age", ["4\(index)", "x"])]
        }
      }
      if Bool.random(using: &random) { transcript.speakers.append(Speaker(name: "Silent", role: "head")) }
      let unit: SegmentUnit = Bool.random(using: &random) ? .turn : .sentence
      let segments = unit == .turn ? Cut.turns(transcript) : Cut.points(transcript)
      try study.perform(bulk: true) {
        try $0.add(transcript, segments: segments, unit: unit, original: nil, inCase: transcript.caseName)
      }
      try code(transcript)
    }
  }

  private mutating func code(_ transcript: Transcript) throws {
    var batch = CodingBatch(transcripts: [transcript.name], codes: ["A", "B", "C"], coders: ["Mila", "Noor"])
    let count = transcript.text.utf8.count
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let start = Int.random(in: 0..<count, using: &random)
      let end = min(count, start + Int.random(in: 1...30, using: &random))
      batch.columns.append(
        transcript: 0, start: Int32(start), end: Int32(end), code: Int32.random(in: 0...2, using: &random),
        coder: Int32.random(in: 0...1, using: &random))
    }
    try study.perform { _ = try $0.add(batch) }
  }

  mutating func condition(depth: Int = 2) -> Condition {
    guard depth > 0, Int.random(in: 0..<3, using: &random) > 0 else {
      let atoms: [(String, [String])] = [
        ("role", ["teacher", "HEAD"]), ("sector", ["vo", "po"]), ("coder", ["Mila", "noor"]), ("wave", ["0", "1"]),
        ("speaker", ["Anna", "Silent"]), ("case", ["North", "south"]), ("transcript", ["t0", "t1"]),
        ("age", ["41", "x"]),
      ]
      let (name, values) = atoms.randomElement(using: &random) ?? ("role", [])
      let comparison = Condition.Comparison.allCases.randomElement(using: &random) ?? .equal
      if Bool.random(using: &random) { return .oneOf(attribute: name, values) }
      return .comparison(attribute: name, comparison, value: values.randomElement(using: &random) ?? "")
    }
    let parts = [condition(depth: depth - 1), condition(depth: depth - 1)]
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .and(parts)
    case 1: return .or(parts)
    default: return .not(parts[0])
    }
  }
}

/// The same answers, found by asking each segment and coding by itself.
private struct SlowGround {
  var ground = CountingGround()
  private let store: StudyStore
  private let condition: Condition?
  private let cases: [StoredCase]

  init(_ store: StudyStore, _ condition: Condition?, coders: [String], codes: [String]?) throws {
    self.store = store
    self.condition = condition
    cases = try store.cases()
    ground.coders = try store.coderNames().filter { coders.isEmpty || coders.contains($0) }
    let all = try store.transcriptNames().compactMap { try store.transcript(named: $0) }
    let members = all.filter { one in one.transcript.turns.contains { passes($0, one.transcript) } }
    let onlyOfCases = condition?.attributes.allSatisfy { ["case", "sector", "coder"].contains($0) } ?? true
    ground.cases = cases.filter { entry in
      guard !all.contains(where: { $0.transcript.caseName == entry.name }) else {
        return members.contains { $0.transcript.caseName == entry.name }
      }
      return onlyOfCases && (condition?.withoutCoders?.holds { values($0, nil, nil, entry) } ?? true)
    }.map(\.name)
    for (number, one) in members.enumerated() { try add(one, Int32(number), codes) }
  }

  private func values(_ name: String, _ speaker: Speaker?, _ transcript: Transcript?, _ entry: StoredCase?) -> [String]
  {
    func of(_ attributes: [Attribute]?, _ own: String, _ value: String?) -> [String]? {
      if own == name, let value { return [value] }
      return attributes?.first { Folding.fold($0.name) == name }?.values
    }
    if name == "role", let role = speaker?.role { return [role] }
    return of(speaker?.attributes, "speaker", speaker?.name) ?? of(
      transcript?.attributes, "transcript", transcript?.name)
      ?? of(entry?.attributes, "case", entry?.name) ?? []
  }

  private func passes(_ turn: Turn, _ transcript: Transcript, coder: String? = nil) -> Bool {
    let rule = coder == nil ? condition?.withoutCoders : condition
    let entry = cases.first { $0.name == transcript.caseName }
    let speaker = turn.speaker.map { transcript.speakers[$0] }
    return rule?.holds { name in
      if name == "coder", let coder { return [coder] }
      return values(name, speaker, transcript, entry)
    } ?? true
  }

  private mutating func add(_ one: StoredTranscript, _ number: Int32, _ codes: [String]?) throws {
    let transcript = one.transcript
    let bytes = Array(transcript.text.utf8)
    ground.transcripts.append(transcript.name)
    ground.caseOfTranscript.append(
      Int32(ground.cases.firstIndex { $0 == transcript.caseName } ?? -1))
    ground.wordStarts.append([])
    for (position, turn) in transcript.turns.enumerated() where passes(turn, transcript) {
      ground.turns.append(
        transcript: number, start: Int32(turn.span.start), end: Int32(turn.span.end), position: Int32(position))
    }
    for (position, segment) in one.segments.enumerated() where passes(transcript.turns[segment.turn], transcript) {
      ground.segments.append(
        transcript: number, start: Int32(segment.span.start), end: Int32(segment.span.end), position: Int32(position))
      let words = Array(bytes[segment.wordsStart..<segment.span.end])
      ground.wordStarts[Int(number)] += words.withUnsafeBufferPointer { SpokenWords.starts(in: $0) }
        .map { $0 + Int32(segment.wordsStart) }
    }
    let keys = try store.codebook().codes.map(\.key)
    for coding in try store.codings(of: transcript.name) {
      guard let coder = ground.coders.firstIndex(of: coding.coder), let code = keys.firstIndex(of: coding.code),
        codes?.contains(coding.code) ?? true
      else { continue }
      let counted = TextSpan(begin(coding.span, one.segments, bytes), coding.span.end)
      let touches = one.segments.contains { segment in
        let turn = transcript.turns[segment.turn]
        return segment.span.overlaps(counted) && passes(turn, transcript)
          && passes(turn, transcript, coder: coding.coder)
      }
      guard touches else { continue }
      ground.codings.append(
        transcript: number, start: Int32(counted.start), end: Int32(counted.end), code: Int32(code),
        coder: Int32(coder))
    }
  }

  /// Where a coding begins for counting: past the blanks that end the segment it was marked in.
  private func begin(_ span: TextSpan, _ segments: [Segment], _ bytes: [UInt8]) -> Int {
    for segment in segments where segment.span.start < span.start && span.start < segment.span.end {
      let isTail = bytes[span.start..<segment.span.end].allSatisfy { $0 <= 0x20 }
      if isTail, span.end > segment.span.end { return segment.span.end }
    }
    return span.start
  }
}

extension CodingColumns {
  /// Which codes a transcript has.
  fileprivate var pairs: Set<[Int32]> { Set(rows.map { [$0[0], $0[3]] }) }

  fileprivate var rows: [[Int32]] {
    (0..<count).map { [transcript[$0], start[$0], end[$0], code[$0], coder[$0]] }
  }
}

@Suite struct ScopeTests {
  private func filter(_ condition: Condition) -> Filter {
    let units = condition.withoutCoders
    return Filter(
      attributes: Set(condition.attributes.map { Folding.fold($0) }), units: { units?.holds($0.values) ?? true },
      codings: { condition.holds($0.values) })
  }

  @Test("What passes a filter is what passes when each segment is asked by itself", arguments: 1...25)
  func slowly(seed: Int) throws {
    var made = try RandomStudy(seed: seed)
    let store = made.study.store
    for round in 0..<12 {
      let condition = round == 0 ? nil : made.condition()
      let coders = [[], ["Noor"]][round % 2]
      let codes = [nil, ["B", "A"], nil][round % 3]
      let scope = try store.scope(condition.map(filter), coders: coders)
      var found = try store.ground(scope, needs: [.segments, .turns, .words], codes: codes)
      var slow = try SlowGround(store, condition, coders: coders, codes: codes).ground
      let comment: Comment = "\(condition?.description ?? "all"), seed \(seed)"
      #expect(
        found.codings.rows.map { $0[0...2] }
          == found.codings.rows.map { $0[0...2] }.sorted { $0.lexicographicallyPrecedes($1) })
      let rows = (found.codings.rows.map(\.description).sorted(), slow.codings.rows.map(\.description).sorted())
      #expect(rows.0 == rows.1, comment)
      let presence = try store.ground(scope, needs: .presence)
      let whole = try store.ground(scope, needs: [])
      #expect(presence.codings.pairs == whole.codings.pairs, comment)
      found.codings = CodingColumns()
      slow.codings = CodingColumns()
      #expect(found == slow, comment)
      #expect(try segments(of: scope, in: store) == slow.segments, comment)
    }
  }

  /// The segments that a search in the scope finds.
  private func segments(of scope: Scope, in store: StudyStore) throws -> UnitColumns {
    var columns = UnitColumns()
    let all = try store.ground(scope, needs: .segments)
    for passage in try store.segments(.all, in: scope, limit: nil).passages {
      let row = (0..<all.segments.count).first {
        all.segments.transcript[$0] == passage.transcript && Int(all.segments.start[$0]) == passage.span.start
      }
      guard let row, passage.isSegment else { continue }
      columns.append(
        transcript: passage.transcript, start: Int32(passage.span.start), end: Int32(passage.span.end),
        position: all.segments.position[row])
    }
    return columns
  }

  @Test("A case without transcripts counts where the filter speaks of cases only")
  func loneCases() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([Attribute("sector", ["vo"])], ofCase: "Lone") }
    try study.importTranscripts([.lines("visit", ["Anna: Yes."])], inCase: "North")
    let isSecondary = Condition.comparison(attribute: "sector", .equal, value: "vo")
    let isMila = Condition.comparison(attribute: "coder", .equal, value: "Mila")
    let isHead = Condition.comparison(attribute: "role", .equal, value: "head")
    func cases(_ condition: Condition) throws -> [String] { try study.store.scope(filter(condition)).cases }
    #expect(try study.store.scope(nil).cases == ["Lone", "North"])
    #expect(try cases(isSecondary) == ["Lone"])
    #expect(try cases(.not(isSecondary)) == ["North"])
    #expect(try cases(.and([isSecondary, isMila])) == ["Lone"])
    #expect(try cases(isMila) == ["Lone", "North"])
    #expect(try cases(.or([isSecondary, isHead])) == [])
  }

  @Test("A transcript in which only nobody could pass, and nobody speaks, does not pass")
  func nobodySpeaks() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("named", ["Anna: Yes."]), .lines("both", ["Anna: Yes.", "No."])])
    try study.perform { _ = try $0.setRole("head", ofSpeaker: "Anna", in: nil) }
    let scope = try study.store.scope(filter(.not(.comparison(attribute: "role", .equal, value: "head"))))
    #expect(scope.members.map(\.name) == ["both"])
  }

  @Test("A coder is a coder, also where a transcript has an attribute of that name")
  func coderAttribute() throws {
    let study = try StudyFixture()
    let visit = Transcript.lines("visit", ["Anna: Yes."], attributes: [Attribute("coder", ["Pim"])])
    try study.importTranscripts([visit])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "A")])) }
    try study.tag("visit", [visit.span(of: "Yes")], "A", by: "Mila")
    let scope = try study.store.scope(filter(.comparison(attribute: "coder", .equal, value: "Mila")))
    #expect(try study.store.ground(scope, needs: []).codings.count == 1)
  }
}
