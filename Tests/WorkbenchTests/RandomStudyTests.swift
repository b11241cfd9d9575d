import Foundation
import Model
import TestSupport
import Testing
import Workbench

/// Whatever is asked of whatever study, the answer is that of trying everything on plain values.
///
/// Forty studies with fifty queries each; DRAAD_STUDIES=500 asks that many.
@Suite("Random studies")
struct RandomStudyTests {
  private static let count = ProcessInfo.processInfo.environment["DRAAD_STUDIES"].flatMap(Int.init) ?? 40

  @Test("Every query finds the passages that trying everything finds, and counts their cases")
  func againstPlainAnswers() throws {
    for seed in 1...Self.count {
      var random = SeededGenerator(seed: UInt64(seed))
      let plain = RandomStudy(using: &random)
      let study = try plain.make()
      try expectSegments(of: plain, in: study, seed)
      let attributes = ["case", "transcript", "speaker", "role", "coder", "date"] + plain.knownAttributes
      var queries = PlainQueries(random: random, attributes: attributes)
      for number in 0..<50 {
        let query = queries.query()
        let filter = number % 3 == 0 ? queries.condition(deep: 1) : nil
        let coder = number % 5 == 0 ? plain.codings.randomElement(using: &queries.random)?.coder : nil
        var request = QuoteRequest()
        request.shared = number % 4 == 0
        var answers = PlainAnswers(study: plain)
        answers.conditions = [query.condition, filter].compactMap { $0 }
        answers.coders = coder.map { [$0] } ?? RandomStudy.coders
        answers.takesShared = request.shared
        let given = FilterRequest(condition: filter?.typed, coders: coder.map { [$0] } ?? [])
        let found = try Self.found(study, query, given, request)
        let expected = Self.expected(answers, query)
        #expect(
          found == expected,
          "study \(seed), query \(number): \(query.typed) --where \(filter?.typed ?? "") --coder \(coder ?? "")"
        )
      }
    }
  }

  @Test("A coded span that is a whole segment has the same place whatever operator finds it")
  func wholeSegments() throws {
    let study = try TestStudy()
    try study.importing(["a.txt": "Ann: Yes.\n\nBob: No.\n\nAnn: Well.\n\nBob: Good.\n"])
    try study.loadCodebook(["A"])
    _ = try study.workbench.loadCodings(
      study.write("transcript,start,end,code,coder\na,0,11,A,Kim\n", to: "codings.csv"), skipBad: false)
    for query in ["A", "A overlapping A", "A near/1 A", "A and not uncoded", "A within any"] {
      let found = try study.workbench.find(query, .init()).items
      #expect(found.map { TextSpan($0.start, $0.end) } == [TextSpan(0, 11)], "\(query)")
    }
    #expect(try study.workbench.find("A or uncoded", .init()).items.map(\.start) == [0, 16, 26, 38])
  }

  /// A line a passage, and how many there are in how many cases.
  private static func found(
    _ study: TestStudy, _ query: PlainQuery, _ filter: FilterRequest, _ request: QuoteRequest
  ) throws -> [String] {
    do {
      let found = try study.workbench.find(query.typed, filter, request)
      let lines = found.items.map { "\($0.transcript):\($0.firstSegment)-\($0.lastSegment) \($0.start)-\($0.end)" }
      return [found.notes.first { $0.label == "Found" }?.text ?? ""] + lines
    } catch let problem as Problem where problem.kind == .nothingFound {
      return []
    } catch let problem as Problem {
      return ["\(problem.what) \(problem.hint ?? "")"]
    }
  }

  private static func expected(_ answers: PlainAnswers, _ query: PlainQuery) -> [String] {
    let passages = answers.passages(query)
    guard !passages.isEmpty else { return [] }
    let study = answers.study
    let lines = passages.map { passage in
      let transcript = study.transcripts[passage.transcript]
      var touched = transcript.segments.indices.filter { transcript.segments[$0].overlaps(passage.span) }
      // What begins on the blanks behind a segment's last word begins with the next.
      if touched.count > 1, passage.span.start > transcript.segments[touched[0]].start,
        transcript.text(TextSpan(passage.span.start, transcript.segments[touched[0]].end)).allSatisfy(\.isWhitespace)
      {
        touched.removeFirst()
      }
      return "\(transcript.name):\((touched.first ?? 0) + 1)-\((touched.last ?? 0) + 1) "
        + "\(passage.span.start)-\(passage.span.end)"
    }
    var unit = "distinct coded spans"
    if case .uncoded = query.codes { unit = "segments without a code" }
    if query.codes == nil { unit = "segments" }
    func counted(_ number: Int, _ name: String) -> String { number == 1 ? "1 \(name)" : "\(number) \(name)s" }
    var text = "\(counted(passages.count, "passage")) (\(unit))"
    let all = answers.cases()
    let transcripts = Set(passages.map(\.transcript))
    let cases = Set(transcripts.compactMap { study.transcripts[$0].caseName })
    if !all.isEmpty { text += " in \(cases.count) of \(counted(all.count, "case"))" }
    let without = transcripts.count { study.transcripts[$0].caseName == nil }
    if without > 0 {
      text +=
        all.isEmpty
        ? " in \(counted(without, "transcript"))" : ", and in \(counted(without, "transcript")) without a case"
    }
    return [text] + lines
  }

  /// The study that was made is the one that was meant.
  private func expectSegments(of plain: RandomStudy, in study: TestStudy, _ seed: Int) throws {
    #expect(try study.workbench.transcriptNames() == plain.transcripts.map(\.name), "study \(seed)")
    for transcript in plain.transcripts {
      let table = try study.workbench.segmentsTable(at: transcript.name, .init())
      #expect(table.column("start") == transcript.segments.map { String($0.start) }, "study \(seed)")
      let speakers = transcript.segments.map { segment in
        transcript.turns.first { $0.span.overlaps(segment) }?.speaker ?? ""
      }
      #expect(
        table.column("speaker") == speakers,
        "study \(seed) \(transcript.text(TextSpan(0, transcript.characters.count)))")
    }
  }
}

extension RandomStudy {
  fileprivate var knownAttributes: [String] {
    Set(cases.flatMap(\.attributes.keys) + transcripts.flatMap(\.attributes.keys)).sorted().filter { $0 != "date" }
  }
}
