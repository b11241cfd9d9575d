import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct TermBacklogTests {
  private let one = Transcript.lines("one", ["Anna: De toets, de Toetsen.", "Bram: Één élan."])
  private let two = Transcript.lines("two", ["Anna: De ÉLAN van Ælfric.", "Cor: Een toets."])
  private let three = Transcript.lines("three", ["Dana: Wéér een ﬁets, élan."])

  private func uncounted(_ store: StudyStore) throws -> Int? {
    try store.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM uncounted") }
  }

  /// Words and stems as if nothing had been put off.
  private func expectSettled(_ study: StudyFixture, _ transcripts: [Transcript]) throws {
    let plain = try StudyFixture()
    try plain.importTranscripts(transcripts)
    #expect(try study.store.check() == [])
    #expect(try uncounted(study.store) == 0)
    #expect(try study.store.termCounts() == plain.store.termCounts())
    #expect(try StudyDump(study.store).tables["stems"] == StudyDump(plain.store).tables["stems"])
    try study.store.expectIndexInStep()
  }

  @Test("An import of many files leaves the terms as files one by one do")
  func whole() throws {
    let study = try StudyFixture()
    try study.importTranscripts([one])
    let act = try study.store.importing {
      let act = try study.importTranscripts([two, three])
      #expect(try uncounted(study.store) == 2)
      return act
    }
    try expectSettled(study, [one, two, three])
    #expect(try study.store.undo(1, now: "later").map(\.number) == [act])
    try expectSettled(study, [one])
    _ = try study.store.redo(1)
    try expectSettled(study, [one, two, three])
  }

  @Test("An error that ends an import leaves the terms of what came in")
  func ended() throws {
    let study = try StudyFixture()
    #expect(throws: Problem("Enough.")) {
      try study.store.importing {
        try study.importTranscripts([one, two])
        throw Problem("Enough.")
      }
    }
    try expectSettled(study, [one, two])
  }

  @Test("A file that is taken back in the middle leaves no words")
  func takenBack() throws {
    let study = try StudyFixture()
    try study.store.importing {
      try study.importTranscripts([one])
      #expect(throws: Problem.self) {
        try study.perform(bulk: true) { change in
          try change.add(two, segments: Cut.turns(two), unit: .turn, original: nil, inCase: nil)
          try change.assign(transcript: "nowhere", toCase: "North")
        }
      }
      try study.importTranscripts([three])
    }
    try expectSettled(study, [one, three])
  }

  /// What may come next after an import was killed.
  enum Next: String, CaseIterable, Sendable {
    case search, check, change, undo, remove, rebuild, anotherImport
  }

  @Test("After an import was killed, whatever comes next finds the terms in place", arguments: Next.allCases)
  func killed(_ next: Next) throws {
    let study = try StudyFixture()
    try study.importTranscripts([one])
    try study.store.importing {
      try study.importTranscripts([two])
      // A killed program leaves the file as another one sees it now.
      let other = try StudyStore.open(study.path)
      defer { other.close() }
      #expect(try uncounted(other) == 1)
      switch next {
      case .search:
        #expect(try other.expand(.term(.exact("ælfric"))).found.flatMap(\.forms).map(\.surface) == ["ælfric"])
      case .check: #expect(try other.check() == [])
      case .change:
        try other.perform(Act(coder: nil, line: "", summary: "")) { change in
          try change.set([], ofCase: "South")
          return ""
        }
      case .undo: _ = try other.undo(1, now: "later")
      case .remove:
        try other.perform(Act(coder: nil, line: "", summary: "")) { change in
          try change.remove("two")
          return ""
        }
      case .rebuild: try other.rebuildIndex()
      case .anotherImport: try other.importing {}
      }
      #expect(try uncounted(other) == 0)
      #expect(try other.check() == [])
      try study.importTranscripts([three])
    }
    let gone = next == .undo || next == .remove
    try expectSettled(study, gone ? [one, three] : [one, two, three])
  }

  @Test("Terms that are written in parts are the same", arguments: 1...3)
  func parts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let words = (0..<60).map { "w\($0 % 7 == 0 ? "É" : "o")ord\($0)" }
    let transcripts = (0..<12).map { number in
      Transcript.lines(
        "t\(number)",
        (0..<4).map { _ in
          "Anna: "
            + (0..<8).map { _ in words[Int.random(in: 0..<60, using: &random)] }.joined(separator: " ")
        })
    }
    let study = try StudyFixture()
    try study.store.importing {
      for transcript in transcripts {
        try study.importTranscripts([transcript])
        if Bool.random(using: &random) { try study.store.settleTerms() }
      }
    }
    try expectSettled(study, transcripts)
  }

  @Test("A study of the version before gets the table, and a copy of it is kept")
  func olderStudy() throws {
    let study = try StudyFixture()
    try study.importTranscripts([one])
    try study.store.tamper(
      """
      DROP TRIGGER codings_inserted; DROP TRIGGER codings_deleted; DROP TRIGGER codings_updated;
      DROP TABLE stem_rules; DROP INDEX stems_of_term; DROP TABLE erased_marks; DROP TABLE unwiped; ALTER TABLE acts DROP COLUMN mark;
      DROP TABLE assignments; DROP TABLE blind_coders; DROP TABLE copy_facts; ALTER TABLE acts DROP COLUMN is_forgotten;
      DROP TABLE copies; DROP TABLE copy_states; DROP TABLE merge_wishes;
      DROP TABLE exports; ALTER TABLE acts DROP COLUMN is_final; DROP TABLE unplaced_codings; DROP TABLE packed_counts; DROP TABLE packed_codings; DROP TABLE attachments; DROP TABLE code_folders; DROP TABLE memos; DROP TABLE pages; DROP TABLE uncounted;
      DROP INDEX transcripts_of_original; PRAGMA user_version = 1
      """)
    try study.reopen()
    #expect(study.folder.names.filter { $0.hasSuffix(".draad") } == ["study.draad"])
    #expect(CopyFolder(beside: study.path).copies().map(\.name) == ["study-version-1.draad.gz"])
    try study.store.importing { try study.importTranscripts([two]) }
    try expectSettled(study, [one, two])
  }
}
