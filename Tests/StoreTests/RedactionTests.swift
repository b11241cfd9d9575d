import GRDB
import Model
import Testing

@testable import Store

@Suite struct RedactionTests {
  private static let visit = Transcript.lines(
    "int01", ["Jan: Mijn hond Zwabberdewab is gisteren gestorven.", "Kim: Ach."], caseName: "Noord")
  private static let call = Transcript.lines("call", ["Bram: Met mij gaat het goed.", "Kim: Fijn."], caseName: "Zuid")

  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([Self.visit, Self.call, .lines("third", ["Kim: Zo."])])
    let told = Code(key: "A", name: "Verlies", definition: "Als bij Zwabberdewab.", example: "Hond Zwabberdewab")
    try study.perform { try $0.set(Codebook(codes: [told, Code(key: "B", name: "Goed")])) }
    try study.perform {
      try $0.set(
        Codebook(codes: [Code(key: "A", name: "Verlies", definition: "Iets kwijt"), Code(key: "B", name: "Jans")]))
    }
    try study.note(.study, "Het gesprek met Jan.")
    try study.note(.study, "Het gesprek met Kim.")
    try study.note(.transcript("int01"), "Zwabberdewab")
    try study.note(.ofCase("Noord"), "Zwabberdewab")
    try study.perform { change in
      try change.set(query: "matching \"hond Zwabberdewab\"", named: "hond")
      try change.set(query: "B", named: "goed")
      try change.set([Attribute("dier", ["Zwabberdewab"]), Attribute("stad", ["Ede"])], ofCase: "Zuid")
    }
    study.store.record(ExportRecord(at: "2024", coder: "Mila", line: "find A", file: "/tmp/x/int01.csv"))
    study.store.record(ExportRecord(at: "2024", coder: "Mila", line: "find hond Zwabberdewab", file: "/tmp/Jan/a.csv"))
    study.store.record(ExportRecord(at: "2024", coder: "Mila", line: "find B", file: "/tmp/x/b.csv"))
    return study
  }

  private func performed(_ study: StudyFixture, line: String, _ summary: String) throws {
    _ = try study.store.perform(Act(at: "2024", coder: "Mila", line: line, summary: "")) { change in
      try change.ensureCoder("coder \(line)")
      return summary
    }
  }

  @Test("What people wrote with names or words of it is told, and nothing else")
  func mentions() throws {
    let study = try study()
    #expect(
      try study.store.mentions(of: Erasure(transcripts: ["int01"], cases: ["Noord"])) == [
        .memo(1), .code("B", parts: ["name"]), .query("hond"), .caseAttribute("Zuid", attribute: "dier"),
      ])
    #expect(try study.store.mentions(of: Erasure(transcripts: ["third"])) == [])
  }

  @Test(
    "The log, the files written and what codes meant before lose what tells; other copies know the acts by their marks")
  func redaction() throws {
    let study = try study()
    try performed(
      study, line: "code split A A2 --containing 'hond Zwabberdewab is'", "Split 'A': is gisteren gestorven.")
    try performed(study, line: "tag call:1 B", "Tagged call:1 with B.")
    let marks = try study.store.side().log
    let act = Act(at: "2024-05-01T00:00:00Z", coder: "Mila", line: "erased", summary: "Erased it.")
    let erased = try study.store.erase(Erasure(transcripts: ["int01"], cases: ["Noord"]), act: act)
    #expect(
      erased.mentions == [
        .memo(1), .code("B", parts: ["name"]), .query("hond"), .caseAttribute("Zuid", attribute: "dier"),
      ])
    #expect(erased.exports.map(\.file) == ["/tmp/x/int01.csv", "/tmp/Jan/a.csv", "/tmp/x/b.csv"])
    let log = try study.store.log(limit: 3).map { [$0.line, $0.summary] }
    #expect(log == [["erased", "Erased it."], ["tag call:1 B", "Tagged call:1 with B."], ["erased", "erased"]])
    #expect(
      try study.store.exports().map { [$0.line, $0.file] } == [
        ["find A", "/tmp/x/erased"], ["erased", "erased"], ["find B", "/tmp/x/b.csv"],
      ])
    #expect(try study.store.versions(ofCode: "A").map(\.definition) == ["erased", "Iets kwijt"])
    let kept = try study.store.queue.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT act_id, mark FROM acts WHERE mark IS NOT NULL")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as Int, UInt64(bitPattern: $0[1] as Int64)) })
    }
    let split = try #require(marks.keys.max()) - 1
    #expect(kept[split] != nil && kept == marks.filter { kept.keys.contains($0.key) })
    #expect(try study.store.check() == [])
  }
}
