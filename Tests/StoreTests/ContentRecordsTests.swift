import GRDB
import Model
import Testing

@testable import Store

@Suite struct ContentRecordsTests {
  private let visit = Transcript.lines("visit", ["Anna: We waited."])
  private let call = Transcript.lines("call", ["Bram: Hello."])

  /// A study with a codebook, in which `visit` is tagged as the third act.
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim")])) }
    try study.importTranscripts([visit])
    try study.tag("visit", [visit.span(of: "waited")], "A")
    return study
  }

  private func kept(_ study: StudyFixture) throws -> [String: String] {
    try study.store.queue.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM study WHERE name LIKE 'digest:%'")
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }

  /// Puts another digest in the place of every one that is kept with an act.
  private func forge(_ study: StudyFixture) throws {
    try study.store.tamper("UPDATE study SET value = 'kept' WHERE name LIKE 'digest:%' AND name NOT LIKE '%s:1'")
  }

  @Test("A digest is worked out once, and kept under the act it belongs to")
  func once() throws {
    let study = try study()
    let content = try study.store.content()
    #expect(content.lastChange == "2024-03-01T09:30:00Z")
    let transcripts = try study.store.read { db in try ContentDigest(db).transcripts }
    #expect(try kept(study) == ["digest:3:0 done:1:1": content.digest, "digest:transcripts:1": transcripts])
    try forge(study)
    #expect(try study.store.content().digest == "kept")
    #expect(try study.store.workOutContent() == content)
    #expect(try study.store.content() == content)
  }

  @Test("What was done and undone gives the digest back, and the date of the last act that stands")
  func undone() throws {
    let study = try study()
    let before = try study.store.content()
    try study.store.perform(Act(at: "2024-04-01T00:00:00Z", coder: "Mila", line: "", summary: "")) { change in
      try change.set([], ofCase: "North")
      return "Made."
    }
    let after = try study.store.content()
    #expect(after.digest != before.digest)
    #expect(after.lastChange == "2024-04-01T00:00:00Z")
    _ = try study.store.undo(1, now: "later")
    #expect(try study.store.content() == before)
    _ = try study.store.redo(1)
    #expect(try study.store.content() == after)
    _ = try study.store.undo(9, now: "later")
    #expect(try study.store.content() == StudyContent(digest: PlainContent.digest(of: study.store), lastChange: nil))
  }

  @Test("After a change, an undo, a redo or another file of an import a digest that was kept is not believed")
  func stale() throws {
    let study = try study()
    func expectFresh(_ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation) throws {
      let digest = try study.store.content().digest
      #expect(digest == (try PlainContent.digest(of: study.store)), comment, sourceLocation: sourceLocation)
      try forge(study)
    }
    try expectFresh("at first")
    let other = try StudyStore.open(study.path)
    try other.perform(Act(coder: nil, line: "", summary: "")) { change in
      try change.set([], ofCase: "South")
      return "Made."
    }
    try expectFresh("after a change by another program")
    let number = try study.importTranscripts([call])
    try expectFresh("after the first file of an import")
    try study.perform(bulk: true, continuing: number) { change in
      let mail = Transcript.lines("mail", ["Cas: Dear all."])
      try change.add(mail, segments: Cut.turns(mail), unit: .turn, original: nil, inCase: nil)
    }
    try expectFresh("after the second file")
    _ = try study.store.undo(1, now: "later")
    try study.tag("visit", [visit.span(of: "We")], "A")
    try expectFresh("after another act in the place of one undone")
  }

  @Test("What was read of the transcripts is believed until they change, and not after")
  func transcripts() throws {
    let study = try study()
    let changes: [(isBelieved: Bool, deed: () throws -> Void)] = [
      (true, { try study.tag("visit", [visit.span(of: "We")], "A") }),
      (true, { _ = try study.store.undo(1, now: "later") }), (true, { _ = try study.store.redo(1) }),
      (true, { try study.perform { try $0.set(query: "A", named: "a") } }),
      (false, { try study.perform { _ = try $0.setRole("parent", ofSpeaker: "Anna", in: nil) } }),
      (false, { _ = try study.store.undo(1, now: "later") }), (false, { _ = try study.store.redo(1) }),
      (false, { try study.perform { try $0.resegment("visit", segments: Cut.points(visit), unit: .sentence) } }),
      (false, { try study.perform { try $0.set([Attribute("wave", ["1"])], ofTranscript: "visit") } }),
      (false, { try study.perform { try $0.assign(transcript: "visit", toCase: "North") } }),
      (false, { try study.importTranscripts([call]) }), (false, { _ = try study.store.undo(1, now: "later") }),
    ]
    for (place, change) in changes.enumerated() {
      _ = try study.store.content()
      try study.store.tamper("UPDATE study SET value = 'kept' WHERE name = 'digest:transcripts:1'")
      try change.deed()
      #expect(try kept(study)["digest:transcripts:1"] == (change.isBelieved ? "kept" : nil), "\(place)")
      _ = try study.store.workOutContent()
    }
  }

  @Test("Where another program is writing a digest is worked out, and not waited for")
  func busy() throws {
    let study = try study()
    let other = try StudyStore.open(study.path, wait: 3600)
    try study.perform { change in
      try change.set([], ofCase: "South")
      #expect(try other.content().digest == other.workOutContent().digest)
    }
    #expect(try kept(study) == [:])
    // What comes next is waited for again.
    #expect(other.busy.goesOn(after: 0))
  }

  @Test("Acts are found by the beginning of a digest, also when they are undone, and the new study as act 0")
  func acts() throws {
    let study = try study()
    let last = try study.store.content().digest
    _ = try study.store.undo(3, now: "later")
    let new = try study.store.content().digest
    #expect(try study.store.acts(withDigest: String(last.prefix(8))).map(\.act) == [3])
    #expect(try study.store.acts(withDigest: new).map(\.act) == [0])
    #expect(try study.store.acts(withDigest: "xyz").isEmpty)
    #expect(try study.store.acts(withDigest: "").map(\.digest) == [new, last])
  }
}
