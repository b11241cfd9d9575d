import Model
import Testing

@testable import Store

@Suite struct ErasedSideTests {
  @Test("A copy is left without the transcript and the case, and without all that hangs on them")
  func leaving() throws {
    let visit = Transcript.lines("visit", ["Anna: We waited."], caseName: "North")
    let call = Transcript.lines("call", ["Bram: Hello."], caseName: "South")
    func study(_ transcripts: [Transcript]) throws -> StudyFixture {
      let study = try StudyFixture()
      try study.importTranscripts(transcripts)
      for transcript in transcripts {
        try study.note(.transcript(transcript.name), "About it")
        try study.note(.ofCase(transcript.caseName ?? ""), "About it")
        try study.perform { try $0.set([Attribute("size", ["9"])], ofCase: transcript.caseName ?? "") }
      }
      try study.note(.study, "About all")
      return study
    }
    let both = try study([visit, call])
    let theirs = try both.store.side()
    let act = Act(at: "2024", coder: nil, line: "erased", summary: "Erased it.")
    _ = try both.store.erase(Erasure(transcripts: ["visit"], cases: ["North"]), act: act)
    let (marks, mine) = (try both.store.erasedMarks(), try both.store.side())
    let erased = ErasedSide(marks, theirs, missingIn: mine)
    #expect(erased.names == ["visit"] && !erased.isEmpty)
    let left = erased.leftOut(of: theirs)
    #expect(left.cells == mine.cells && left.stands == mine.stands)
    #expect(left.guids == mine.guids && left.voices == mine.voices)
    // What stands here too is not left out.
    #expect(ErasedSide(marks, theirs, missingIn: theirs).isEmpty)
    #expect(ErasedSide(marks, mine, missingIn: mine).leftOut(of: mine).cells == mine.cells)
  }
}
