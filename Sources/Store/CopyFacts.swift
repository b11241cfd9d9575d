import Foundation
import GRDB
public import Model

/// What a copy of a study knows for merging, as it learned it: a layer of marks for each act that brought some.
///
/// Of another copy only that is kept which it did not know of all that, so that a merge writes little more than is new.
struct CopyFacts {
  private var layers: [(act: Int, facts: KnownFacts)] = []

  init(_ db: Database) throws {
    layers = try Row.fetchAll(db, sql: "SELECT act_id, facts FROM copy_facts ORDER BY act_id").map { row in
      (row[0], KnownFacts(bytes: Array(row[1] as Data)))
    }
  }

  /// All that was learned up to an act.
  func learned(until act: Int = .max) -> KnownFacts {
    let known = layers.prefix { $0.act <= act }
    return known.count == 1 ? known[0].facts : KnownFacts(known.flatMap(\.facts.marks))
  }

  /// What is kept of the states of other copies.
  func states(_ db: Database) throws -> [StudySide.State] {
    var learned: [Int: KnownFacts] = [:]
    return try Row.fetchAll(
      db, sql: "SELECT copy, act_number, act_mark, facts, but_of_act FROM copy_states ORDER BY copy"
    ).map { row in
      var facts = KnownFacts(bytes: Array(row[3] as Data))
      if let act: Int = row[4] {
        let known = learned[act] ?? self.learned(until: act)
        learned[act] = known
        facts = known.subtracting(facts)
      }
      return StudySide.State(copy: row[0], act: row[1], mark: UInt64(bitPattern: row[2]), facts: facts)
    }
  }
}

extension StudyChange {
  /// Whether there are copies of this study that it knows of, or it is one.
  public var isOneOfSeveral: Bool {
    get throws { try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM copies)") ?? false }
  }

  /// Keeps what this copy knows from this act on; gives all of it.
  ///
  /// The rows carry the number of the act and are not recorded. Undo takes away what was heard from others by that number;
  /// what the study had itself, it had all the same.
  @discardableResult
  public func learn(own: KnownFacts, heard: KnownFacts = KnownFacts()) throws -> KnownFacts {
    var known = try CopyFacts(db).learned()
    for (facts, isOwn) in [(own, true), (heard, false)] {
      let new = facts.subtracting(known)
      guard new != KnownFacts() else { continue }
      wroteUnrecorded = true
      try db.execute(
        sql: "INSERT INTO copy_facts (act_id, is_own, facts) VALUES (?, ?, ?)",
        arguments: [act, isOwn, Data(new.bytes)])
      known = known.union(new)
    }
    return known
  }

  /// Keeps the states of other copies as they are from now on, of all that this copy knows.
  func keep(_ states: [StudySide.State], knowing known: KnownFacts) throws {
    let kept = try CopyFacts(db).states(db)
    for copy in Set(kept.map(\.copy)).subtracting(states.map(\.copy)) {
      try db.execute(sql: "DELETE FROM copy_states WHERE copy = ?", arguments: [copy])
    }
    for state in states where !kept.contains(state) {
      let unknown = known.subtracting(state.facts)
      try db.execute(
        sql: """
          INSERT INTO copy_states (copy, act_number, act_mark, facts, but_of_act) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (copy) DO UPDATE SET act_number = excluded.act_number, act_mark = excluded.act_mark,
            facts = excluded.facts, but_of_act = excluded.but_of_act
          """,
        arguments: [state.copy, state.act, Int64(bitPattern: state.mark), Data(unknown.bytes), act])
    }
  }
}
