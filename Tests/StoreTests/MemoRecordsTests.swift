import Model
import Testing

@testable import Store

@Suite struct MemoRecordsTests {
  private static let visit = Transcript.lines("visit", ["Zoë: We waited. Long.", "Anna: Why?"], caseName: "North")

  private static func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim"), Code(key: "B", name: "Bar")])) }
    try study.importTranscripts([visit])
    return study
  }

  private static let waited = Memo.Subject.passage(
    transcript: "visit", span: visit.span(of: "We waited."), code: "A")

  private func shown(_ study: StudyFixture) throws -> [String] {
    try study.store.memos().map { "\($0.number) \($0.subject) \($0.coder ?? "-") \($0.at) \($0.text)" }
  }

  @Test("Memos come back as they were kept: of the study, of codes and cases, of transcripts and their passages")
  func order() throws {
    let study = try Self.study()
    try study.note(Self.waited, "Three", by: "Mila")
    try study.note(.transcript("visit"), "Two")
    try study.note(.code("B"), "Code")
    try study.note(.ofCase("North"), "Case")
    try study.note(.study, "One")
    #expect(
      try study.store.memos()
        == [
          (5, Memo.Subject.study, nil, "One"), (3, .code("B"), nil, "Code"), (4, .ofCase("North"), nil, "Case"),
          (2, .transcript("visit"), nil, "Two"), (1, Self.waited, "Mila", "Three"),
        ].map { number, subject, coder, text in
          Memo(
            number: number, guid: try study.store.memos().first { $0.number == number }?.guid ?? "", about: subject,
            coder: coder, at: "2024-03-01T09:30:00Z", text: text)
        })
    #expect(Set(try study.store.memos().map(\.guid)).count == 5)
    #expect(try study.store.check() == [])
  }

  @Test("A memo goes with its code or its transcript, and comes back with it; a code's heir has it")
  func gone() throws {
    let study = try Self.study()
    try study.note(Self.waited, "Passage")
    try study.note(.code("A"), "Code")
    let before = try shown(study)
    try study.perform { try $0.set(Codebook(codes: [Code(key: "B", name: "Bar")]), replacing: ["A": .some("B")]) }
    #expect(try study.store.memos().map(\.text) == ["Code", "Passage"])
    #expect(try study.store.memos().first?.subject == .code("B"))
    try study.perform { try $0.remove("visit") }
    #expect(try study.store.memos().map(\.text) == ["Code"])
    try study.perform { try $0.set(Codebook(codes: []), replacing: ["B": nil]) }
    #expect(try study.store.memos() == [])
    _ = try study.store.undo(3, now: "later")
    #expect(try shown(study) == before)
  }

  @Test("A passage outside the transcript is refused, and nothing is kept")
  func outside() throws {
    let study = try Self.study()
    #expect(throws: Problem("A passage lies outside 'visit'.")) {
      try study.note(.passage(transcript: "visit", span: TextSpan(0, 4000), code: nil), "Far")
    }
    #expect(try study.store.memos() == [])
  }

  @Test("The check tells of a memo that is no longer on its words")
  func check() throws {
    let study = try Self.study()
    try study.note(Self.waited, "Passage")
    try study.store.tamper("UPDATE memos SET start_byte = start_byte + 1")
    #expect(
      try study.store.check().map(\.what) == ["1 memo of 'visit' is no longer on the words it was written about."])
  }
}
