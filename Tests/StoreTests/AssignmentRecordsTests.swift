import Model
import Testing

@testable import Store

@Suite struct AssignmentRecordsTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("b", ["Anna: One."]), .lines("a", ["Anna: Two."])])
    return study
  }

  @Test("Assignments stand by coder and in the order of the study, each once")
  func assigned() throws {
    let study = try study()
    var changed: [Bool] = []
    try study.perform { change in
      for (transcript, coder, isDone) in [
        ("a", "Mila", false), ("a", "Jan", false), ("b", "Mila", false), ("a", "Mila", false), ("a", "Mila", true),
      ] {
        changed.append(try change.assign(Assignment(transcript, to: coder, isDone: isDone)))
      }
    }
    #expect(changed == [true, true, true, false, true])
    let all = [Assignment("a", to: "Jan"), Assignment("b", to: "Mila"), Assignment("a", to: "Mila", isDone: true)]
    #expect(try study.store.assignments() == all)
    var taken: [Bool] = []
    try study.perform { change in
      for (transcript, coder) in [("a", "Jan"), ("a", "Jan"), ("c", "Nobody")] {
        taken.append(try change.unassign(transcript, from: coder))
      }
    }
    #expect(taken == [true, false, false])
    #expect(try study.store.assignments() == Array(all.dropFirst()))
    _ = try study.store.undo(2, now: "2024-03-01T10:00:00Z")
    #expect(try study.store.assignments() == [])
    #expect(try study.store.coderNames() == [])
    _ = try study.store.redo(1)
    #expect(try study.store.assignments() == all)
  }

  @Test("What a transcript was assigned goes with it and comes back with undo")
  func removed() throws {
    let study = try study()
    try study.perform { try $0.assign(Assignment("a", to: "Jan")) }
    try study.perform { try $0.remove("a") }
    #expect(try study.store.assignments() == [])
    #expect(try study.store.check() == [])
    _ = try study.store.undo(1, now: "2024-03-01T10:00:00Z")
    #expect(try study.store.assignments() == [Assignment("a", to: "Jan")])
  }

  @Test("Who codes blind is kept until it is switched off")
  func blind() throws {
    let study = try study()
    var changed: [Bool] = []
    for isBlind in [true, true, false, false, true] {
      try study.perform { changed.append(try $0.setBlind(isBlind, coder: "Jan")) }
    }
    #expect(changed == [true, false, true, false, true])
    #expect(try study.store.blindCoders() == ["Jan"])
  }

  @Test("An assignment that points nowhere is found by check")
  func damaged() throws {
    let study = try study()
    try study.perform { try $0.assign(Assignment("a", to: "Jan")) }
    #expect(try study.store.check() == [])
    try study.store.tamper("UPDATE assignments SET coder_id = 99")
    #expect(try study.store.check().map(\.remedy) == [.rescue])
    try study.store.tamper("DELETE FROM assignments; INSERT INTO blind_coders VALUES (98)")
    #expect(try study.store.check().map(\.remedy) == [.rescue])
  }
}
