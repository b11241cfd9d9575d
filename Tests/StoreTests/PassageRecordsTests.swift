import Model
import TestSupport
import Testing

@testable import Store

@Suite struct PassageRecordsTests {
  private let visit = Transcript.lines(
    "visit", ["Anna: Één 👩‍🏫 telt. Zo.  ", "Bram: Wij óók niet!", "Bram: Echt.", "iets zonder naam", "Cor:  "],
    caseName: "North")

  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([visit, .lines("call", ["Dora: Ja."])])
    try study.perform {
      try $0.set(Codebook(codes: ["B", "A", "C"].map { Code(key: $0, name: $0) }))
      _ = try $0.setRole("head", ofSpeaker: "Bram", in: nil)
    }
    return study
  }

  private func excerpts(
    _ study: StudyFixture, _ passages: [Passage], in scope: Scope? = nil, limit: Int? = nil
  ) throws -> FoundExcerpts {
    try study.store.excerpts(of: passages, in: try scope ?? study.store.scope(nil), limit: limit) { _ in [] }
  }

  private func points(_ span: TextSpan) -> (start: Int, end: Int) {
    let positions = TextPositions(visit.text)
    return (positions.codePoint(ofByte: span.start) ?? -1, positions.codePoint(ofByte: span.end) ?? -1)
  }

  @Test("A quote has its place, its speaker and positions in code points")
  func oneTurn() throws {
    let study = try study()
    let span = visit.span(of: "óók niet")
    try study.tag("visit", [span], "A")
    try study.tag("visit", [visit.span(of: "Wij óók")], "B")
    try study.tag("visit", [visit.span(of: "Echt")], "C")
    let found = try excerpts(study, [Passage(transcript: 0, span: span)])
    #expect(visit.text.unicodeScalars.prefix(39).suffix(3).map(String.init).joined() == "óók")
    #expect(
      found.items == [
        Excerpt(
          caseName: "North", transcript: "visit", firstSegment: 2, lastSegment: 2, speaker: "Bram", role: "head",
          time: 1.5, start: 36, end: 44, codes: ["B", "A"], text: "óók niet")
      ])
    #expect(found.total == 1)
  }

  @Test("A quote from a source with pages has the page on which it begins, after undo and redo too")
  func page() throws {
    let study = try StudyFixture()
    var visit = visit
    visit.pages = [0, visit.span(of: "Wij").start, visit.span(of: "Echt").start]
    try study.importTranscripts([visit])
    func pages() throws -> [Int?] {
      let spans = [visit.span(of: "Zo"), visit.span(of: "Wij"), visit.span(of: "niet"), visit.span(of: "zonder")]
      return try excerpts(study, spans.map { Passage(transcript: 0, span: $0) }).items.map(\.page)
    }
    #expect(try pages() == [1, 2, 2, 3])
    _ = try study.store.undo(1, now: "later")
    _ = try study.store.redo(1)
    #expect(try pages() == [1, 2, 2, 3])
    #expect(try study.store.transcript(named: "visit")?.transcript.pages == visit.pages)
  }

  @Test("A quote over several turns names who goes on")
  func severalTurns() throws {
    let study = try study()
    let span = TextSpan(visit.span(of: "telt").start, visit.span(of: "zonder").end)
    let found = try excerpts(study, [Passage(transcript: 0, span: span)]).items
    #expect(found.map(\.text) == ["telt. Zo.\n[head] Wij óók niet!\n[head] Echt.\niets zonder"])
    #expect(found.map(\.address) == ["visit:1-4"])
    #expect(found.map(\.speaker) == ["Anna"])
    #expect(found.map(\.start) == [points(span).start])
    #expect(found.map(\.end) == [points(span).end])
  }

  @Test("A quote that begins on a line end begins with what follows it")
  func lineEnd() throws {
    let study = try study()
    let spans = [("\nBram: Wij", "óók"), ("  \nBram: Wij", "Echt"), ("\niets", "Cor")].map { begin, end in
      TextSpan(visit.span(of: begin).start, visit.span(of: end).end)
    }
    let found = try study.store.excerpts(
      of: spans.map { Passage(transcript: 0, span: $0) }, in: study.store.scope(nil), limit: nil, context: 1
    ) { _ in [] }.items
    #expect(found.map(\.text) == ["Wij óók", "Wij óók niet!\n[head] Echt", "iets zonder naam"])
    #expect(found.map(\.address) == ["visit:2", "visit:2-3", "visit:4-5"])
    #expect(found.map(\.speaker) == ["Bram", "Bram", nil])
    #expect(found.map { $0.before.map(\.text) } == [["Één 👩‍🏫 telt. Zo."], ["Één 👩‍🏫 telt. Zo."], ["Echt."]])
    #expect(found.map(\.start) == spans.map { points($0).start })
  }

  @Test("A segment is quoted without its label and the blanks at its end")
  func segments() throws {
    let study = try study()
    let all = try study.store.segments(.all, in: study.store.scope(nil), limit: nil).passages
    let found = try excerpts(study, all).items
    #expect(found.map(\.text) == ["Één 👩‍🏫 telt. Zo.", "Wij óók niet!", "Echt.", "iets zonder naam", "", "Ja."])
    #expect(found.map(\.firstSegment) == [1, 2, 3, 4, 5, 1])
    #expect(found.map(\.speaker) == ["Anna", "Bram", "Bram", nil, "Cor", "Dora"])
    #expect(found.map(\.time) == [nil, 1.5, nil, 3.5, nil, nil])
    let spans = ["Één 👩‍🏫 telt. Zo.", "Wij óók niet!", "Echt.", "iets zonder naam", "Cor:  \n"].map(visit.span(of:))
    #expect(found.prefix(5).map { [$0.start, $0.end] } == spans.map { [points($0).start, points($0).end] })
  }

  @Test("A quote is of the first speaker in it who passes the filter")
  func speakerWhoPasses() throws {
    let study = try study()
    let filter = Filter(
      attributes: ["role"], units: { $0.values("role") == ["head"] }, codings: { $0.values("role") == ["head"] })
    let passage = Passage(transcript: 0, span: TextSpan(0, visit.text.utf8.count))
    let found = try excerpts(study, [passage], in: study.store.scope(filter)).items
    #expect(found.map(\.speaker) == ["Bram"])
    // Anna begins, who has no role.
    #expect(found.map { $0.text.prefix(14) } == ["[Anna] Één 👩‍🏫 t"])
    #expect(found.map(\.role) == ["head"])
    #expect(found.map(\.time) == [1.5])
  }

  @Test("What the judge refuses is not counted; after the limit passages are only counted")
  func judge() throws {
    let study = try study()
    let scope = try study.store.scope(nil)
    let all = try study.store.segments(.all, in: scope, limit: nil).passages
    let found = try study.store.excerpts(of: all, in: scope, limit: 2) { words in
      words.isEmpty || words.hasPrefix("E") ? nil : [TextSpan(0, 2)]
    }
    #expect(found.items.map(\.text) == ["Één 👩‍🏫 telt. Zo.", "Wij óók niet!"])
    #expect(found.items.map(\.hits) == [[TextSpan(0, 2)], [TextSpan(0, 2)]])
    #expect(found.total == 4)
    let spans = try study.store.spans(of: all, in: scope) { $0.hasSuffix(".") }
    #expect(spans.map(\.transcript) == ["visit", "call"])
    #expect(spans.map(\.spans) == [[visit.span(of: "Één 👩‍🏫 telt. Zo."), visit.span(of: "Echt.")], [TextSpan(6, 9)]])
  }

  @Test("Only the codings of the coders that are looked at are on a quote")
  func codesOfCoders() throws {
    let study = try study()
    try study.tag("visit", [visit.span(of: "Echt")], "A", by: "Mila")
    try study.tag("visit", [visit.span(of: "Echt")], "B", by: "Noor")
    let passage = Passage(transcript: 0, span: visit.span(of: "Echt"))
    let ofMila = try excerpts(study, [passage], in: study.store.scope(nil, coders: ["Mila"])).items
    #expect(ofMila.map(\.codes) == [["A"]])
    let ofAll = try excerpts(study, [passage]).items
    #expect(ofAll.map(\.codes) == [["B", "A"]])
  }
}
