import GRDB
import Model
import Testing

@testable import Store

@Suite struct ErasedMarksTests {
  private static let act = Act(at: "2024-05-01T00:00:00Z", coder: nil, line: "erased", summary: "Erased it.")
  private static let long = Transcript.lines(
    "long", (0..<20).map { "Anna: We waited \($0) hours." }, caseName: "North")
  private static let short = Transcript.lines("short", ["Bram: Ja."])

  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([Self.long, Self.short])
    return study
  }

  private func renamed(_ transcript: Transcript, _ name: String) -> Transcript {
    var other = transcript
    other.name = name
    return other
  }

  @Test(
    "What was erased is known by its name and text, a long text also under another name; what was only removed is not")
  func knowing() throws {
    let study = try study()
    #expect(try study.store.erasedMarks().isEmpty)
    try study.perform { try $0.remove("short") }
    #expect(try study.store.erasedMarks().isEmpty)
    _ = try study.store.erase(Erasure(transcripts: ["long", "short"], cases: ["North"]), act: Self.act)
    let marks = try study.store.erasedMarks()
    let changed = Transcript.lines("long", ["Anna: Something else."])
    let all = [Self.long, renamed(Self.long, "other"), Self.short, renamed(Self.short, "third"), changed]
    #expect(marks.names(among: all) == ["long", "other", "short"])
    #expect(marks.names(among: [renamed(Self.short, "third"), changed]) == [])
    #expect(marks.knows(name: "short") && !marks.knows(name: "other"))
    #expect(marks.knows(caseName: "North") && !marks.knows(caseName: "long"))
    let kept = try study.store.queue.read { try String.fetchAll($0, sql: "SELECT mark FROM erased_marks") }
    #expect(kept.allSatisfy { $0.utf8.count == 64 } && kept.count == 8)
  }

  @Test("A transcript that came in again is forgotten; another study knows nothing of it")
  func forgetting() throws {
    let study = try study()
    _ = try study.store.erase(Erasure(transcripts: ["long", "short"]), act: Self.act)
    try study.importTranscripts([Self.long])
    let marks = try study.store.erasedMarks()
    #expect(marks.names(among: [Self.long, Self.short]) == ["short"])
    #expect(!marks.knows(name: "long"))
    #expect(try StudyFixture().store.erasedMarks().names(among: [Self.short]) == [])
  }
}
