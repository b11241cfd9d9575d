import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct CopyFactsTests {
  private func facts(_ store: StudyStore) throws -> (CopyFacts, [StudySide.State]) {
    try store.read { db in
      let facts = try CopyFacts(db)
      return (facts, try facts.states(db))
    }
  }

  @Test("Each act keeps what it brought to know; of another copy only what it does not know is kept")
  func layers() throws {
    let study = try StudyFixture()
    let first = StudySide.State(copy: "b", act: 3, mark: 30, facts: KnownFacts([1, 2]))
    let second = StudySide.State(copy: "c", act: 4, mark: .max, facts: KnownFacts([2, 4]))
    try study.perform { change in try change.keep([first], knowing: change.learn(own: KnownFacts([1, 2, 3]))) }
    try study.perform { change in
      try change.keep(
        [first, second], knowing: change.learn(own: KnownFacts([4]), heard: KnownFacts([1, 2, 3, 4, 5])))
    }
    let (known, states) = try facts(study.store)
    #expect(known.learned() == KnownFacts([1, 2, 3, 4, 5]))
    #expect(known.learned(until: 1) == KnownFacts([1, 2, 3]))
    #expect(states == [first, second])
    let kept = try study.store.read { db in
      try Row.fetchAll(db, sql: "SELECT copy, length(facts) / 8, but_of_act FROM copy_states ORDER BY copy").map {
        [$0[0] as String, String($0[1] as Int), String($0[2] as Int)]
      }
    }
    #expect(kept == [["b", "1", "1"], ["c", "3", "2"]])
  }

  @Test("Undo takes back what was heard and redo brings it again; of an undone merge the acts are forgotten")
  func undone() throws {
    let study = try StudyFixture()
    let state = StudySide.State(copy: "b", act: 3, mark: 30, facts: KnownFacts([2]))
    try study.perform { try $0.learn(own: KnownFacts([1])) }
    try study.perform { change in
      try change.keep([state], knowing: change.learn(own: KnownFacts([1, 3]), heard: KnownFacts([1, 2, 3])))
    }
    try study.perform { try $0.ensureCoder("Mila") }
    func forgotten() throws -> Set<Int> { try study.store.side().forgotten }
    #expect(try forgotten() == [])
    _ = try study.store.undo(2, now: "2024-03-01T10:00:00Z")
    #expect(try study.store.side().known == KnownFacts([1, 3]))
    #expect(try forgotten() == [2, 3])
    _ = try study.store.redo(2)
    #expect(try study.store.side().known == KnownFacts([1, 2, 3]))
    #expect(try study.store.side().states == [state])
    #expect(try forgotten() == [])
    _ = try study.store.undo(3, now: "2024-03-01T10:00:00Z")
    #expect(try study.store.side().known == KnownFacts([1, 3]))
    #expect(try forgotten() == [2, 3])
  }

  @Test("What an older file keeps of a copy is all that the copy knew")
  func older() throws {
    let study = try StudyFixture()
    try study.store.tamper(
      "INSERT INTO copy_states (copy, act_number, act_mark, facts) VALUES ('b', 1, 2, x'0300000000000000')")
    let side = try study.store.side()
    #expect(side.states == [.init(copy: "b", act: 1, mark: 2, facts: KnownFacts([3]))])
    #expect(side.known == KnownFacts([3]))
  }
}
