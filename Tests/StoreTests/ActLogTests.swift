import Model
import Testing
import TestSupport

@testable import Store

@Suite struct ActLogTests {
  private let visit = Transcript.lines("visit", ["Anna: We waited long. Very long.", "Bram: I did not."])
  private let codes = Codebook(codes: [Code(key: "W", name: "Waiting"), Code(key: "H", name: "Help")])

  private func expectUndone(_ study: StudyFixture, _ change: () throws -> Void) throws {
    let before = try StudyDump(study.store)
    try change()
    let after = try StudyDump(study.store)
    #expect(before != after)
    for _ in 0..<2 {
      #expect(try study.store.undo(1, now: "later").count == 1)
      #expect(try StudyDump(study.store).differences(from: before) == [])
      try study.store.expectIndexInStep()
      #expect(try study.store.redo(1).count == 1)
      #expect(try StudyDump(study.store).differences(from: after) == [])
      try study.store.expectIndexInStep()
    }
  }

  @Test("Each kind of change is undone and redone exactly")
  func eachKind() throws {
    let study = try StudyFixture()
    try expectUndone(study) {
      try study.importTranscripts([visit, .lines("call", ["Cor: Geen ﬁets."])], inCase: "North")
    }
    try expectUndone(study) { try study.perform { try $0.set(codes) } }
    try expectUndone(study) { try study.tag("visit", [visit.span(of: "waited long")], "W") }
    try expectUndone(study) { try study.tag("visit", [visit.span(of: "waited long")], "H", by: "Noor") }
    try expectUndone(study) { try study.perform { try $0.set([Attribute("sector", ["vo", "po"])], ofCase: "South") } }
    try expectUndone(study) { try study.perform { try $0.set([Attribute("date", ["2024"])], ofTranscript: "call") } }
    try expectUndone(study) { try study.perform { try $0.assign(transcript: "visit", toCase: "East") } }
    try expectUndone(study) { try study.perform { _ = try $0.setRole("parent", ofSpeaker: "Anna", in: nil) } }
    try expectUndone(study) {
      try study.perform { try $0.resegment("visit", segments: Cut.points(visit), unit: .sentence) }
    }
    try expectUndone(study) {
      try study.perform {
        try $0.set(Codebook(codes: [Code(key: "H", name: "Help", definition: "Any")]), replacing: ["W": "H"])
      }
    }
    try expectUndone(study) { try study.perform { try $0.set(Codebook(), replacing: ["H": nil]) } }
    try expectUndone(study) { try study.perform { try $0.remove("visit") } }
  }

  @Test("A transcript cut into as many segments as before is undone in the index too")
  func sameNumberOfSegments() throws {
    let study = try StudyFixture()
    let text = Transcript.lines("one", ["First here. Second there. Third."])
    let ends = [11, 25, text.text.utf8.count]
    func segments(_ cuts: [Int]) -> [Segment] {
      zip([0] + cuts, cuts).map { Segment(span: TextSpan($0, $1), wordsStart: $0, turn: 0) }
    }
    try study.perform { try $0.add(text, segments: segments(ends), unit: .sentence, original: nil, inCase: nil) }
    try expectUndone(study) {
      try study.perform { try $0.resegment("one", segments: segments([5, 20, text.text.utf8.count]), unit: .turn) }
    }
  }

  @Test("After a new act what was undone cannot be redone")
  func noRedoAfterNewAct() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([], ofCase: "North") }
    try study.perform { try $0.set([], ofCase: "South") }
    #expect(try study.store.undo(5, now: "later").map(\.number) == [2, 1])
    try study.perform { try $0.set([], ofCase: "East") }
    #expect(try study.store.redo(1) == [])
    #expect(try study.store.caseNames() == ["East"])
    #expect(try study.store.log(limit: nil).map { "\($0.number) \($0.undone)" } == ["3 false", "2 true", "1 true"])
    #expect(try study.store.log(limit: 1).map(\.number) == [3])
  }

  @Test("What was undone before a new act stays undone when the new act is undone and redone")
  func deadBranch() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([], ofCase: "North") }
    _ = try study.store.undo(1, now: "later")
    try study.perform { try $0.set([], ofCase: "South") }
    _ = try study.store.undo(1, now: "later")
    #expect(try study.store.redo(9).map(\.number) == [2])
    #expect(try study.store.caseNames() == ["South"])
  }

  @Test("Acts are undone after the study was closed and opened")
  func acrossReopen() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    let before = try StudyDump(study.store)
    try study.perform { try $0.remove("visit") }
    try study.reopen()
    #expect(try study.store.undo(1, now: "later").map(\.summary) == ["Done."])
    #expect(try StudyDump(study.store).differences(from: before) == [])
    try study.reopen()
    #expect(try study.store.redo(1).map(\.number) == [2])
    #expect(try study.store.transcriptNames() == [])
    try study.store.expectIndexInStep()
  }

  @Test("An act that changes nothing is not in the log")
  func nothingChanged() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([Attribute("sector", ["vo"])], ofCase: "North") }
    #expect(try study.perform { try $0.set([Attribute("sector", ["vo"])], ofCase: "North") }.number == 0)
    #expect(try study.store.log(limit: nil).count == 1)
  }

  @Test("Codings loaded in bulk make an act, whatever the batch is told")
  func bulkCodings() throws {
    let study = try StudyFixture()
    try study.importTranscripts([visit])
    try study.perform {
      try $0.set(codes)
      try $0.ensureCoder("Mila")
    }
    var batch = CodingBatch(transcripts: ["visit"], codes: ["W"], coders: ["Mila"])
    batch.columns.append(transcript: 0, start: 6, end: 15, code: 0, coder: 0)
    var added = 0
    #expect(try study.perform(bulk: true) { added = try $0.add(batch) }.number == 3)
    #expect(added == 1)
    #expect(try study.store.undo(1, now: "later").map(\.number) == [3])
    #expect(try study.store.codings(of: "visit") == [])
  }

  @Test("A failure inside an act takes everything back, with what is known of the terms")
  func failure() throws {
    let study = try StudyFixture()
    let before = try StudyDump(study.store)
    #expect(throws: Problem("No transcript named 'nowhere'.", hint: "'transcripts' lists all transcripts.")) {
      try study.perform(bulk: true) { change in
        try change.add(visit, segments: Cut.turns(visit), unit: .turn, original: nil, inCase: "North")
        try change.assign(transcript: "nowhere", toCase: "North")
      }
    }
    #expect(try StudyDump(study.store).differences(from: before) == [])
    #expect(try study.store.termCounts() == [:])
    try study.importTranscripts([visit])
    try study.store.expectIndexInStep()
    #expect(try study.store.log(limit: nil).map(\.number) == [1])
  }

  @Test("An import goes on in a new act when something else was done meanwhile")
  func continuingInterrupted() throws {
    let study = try StudyFixture()
    let first = try study.importTranscripts([visit])
    try study.perform { try $0.set([], ofCase: "North") }
    #expect(try study.perform(bulk: true, continuing: first) { try $0.set([], ofCase: "South") }.number == 3)
    _ = try study.store.undo(1, now: "later")
    #expect(try study.perform(bulk: true, continuing: 3) { try $0.set([], ofCase: "South") }.number == 4)
  }

  private static let misfit = Problem(
    "The log does not fit the study: it was changed by something other than Draad. Nothing was changed now.",
    hint: "See what is wrong with: check")

  @Test("A log that does not fit the study says so and changes nothing")
  func foreignChange() throws {
    let study = try StudyFixture()
    try study.perform { try $0.set([Attribute("sector", ["vo"])], ofCase: "North") }
    try study.perform { try $0.set([Attribute("sector", ["po"])], ofCase: "North") }
    try study.store.tamper("UPDATE case_attributes SET value = 'mbo'")
    let before = try StudyDump(study.store)
    #expect(throws: Self.misfit) { try study.store.undo(1, now: "later") }
    #expect(try StudyDump(study.store).differences(from: before) == [])
    #expect(try study.store.log(limit: 1).map(\.undone) == [false])
  }

  @Test("An act on which something rests that no act made is not undone, and nothing is changed")
  func foreignRest() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("talk", ["Anna: We waited."])])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim")])) }
    try study.store.tamper(
      """
      INSERT INTO coders (coder_id, guid, name) VALUES (1, 'x', 'Mila');
      INSERT INTO codings (guid, transcript_id, start_byte, end_byte, code_id, coder_id, code_version, quote_hash, act_id)
        VALUES (randomblob(16), 1, 6, 8, 1, 1, 1, 0, 1)
      """)
    let before = try StudyDump(study.store)
    #expect(throws: Self.misfit) { try study.store.undo(1, now: "later") }
    #expect(try StudyDump(study.store).differences(from: before) == [])
  }

  @Test("An act that takes the last coding away and puts another is undone: the other has its number in the file")
  func numberGivenAgain() throws {
    let study = try StudyFixture()
    let talk = Transcript.lines("talk", ["Anna: We waited. Long."])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim"), Code(key: "B", name: "Bar")])) }
    try study.importTranscripts([talk])
    try study.tag("talk", [talk.span(of: "waited"), talk.span(of: "Long")], "A")
    let before = try StudyDump(study.store)
    let last = try study.store.codings(of: "talk")[1]
    try study.perform { change in
      _ = try change.remove([last])
      var batch = CodingBatch(transcripts: ["talk"], codes: ["B"], coders: ["Mila"])
      batch.columns.append(
        transcript: 0, start: Int32(last.span.start), end: Int32(last.span.end), code: 0, coder: 0)
      _ = try change.add(batch)
    }
    let after = try StudyDump(study.store)
    #expect(try study.store.undo(1, now: "later").count == 1)
    #expect(try StudyDump(study.store).differences(from: before) == [])
    #expect(try study.store.redo(1).count == 1)
    #expect(try StudyDump(study.store).differences(from: after) == [])
  }
}
