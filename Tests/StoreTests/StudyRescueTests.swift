import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct StudyRescueTests {
  private static let act = Act(at: "2024-03-02T09:00:00Z", coder: nil, line: "rescue a b", summary: "")

  /// Two long transcripts with codings, cases, attributes and a kept file each.
  private func study() throws -> (study: StudyFixture, transcripts: [Transcript]) {
    let study = try StudyFixture()
    let transcripts = ["visit", "call"].map { name in
      Transcript.lines(
        name, (0..<90).map { "\($0 % 3 == 0 ? "Anna" : "Bram"): In \(name) \($0) we waited één uur, or \($0 * 7)." },
        caseName: "North", attributes: [Attribute("wave", ["1"])])
    }
    try study.importTranscripts(transcripts)
    try study.perform { try $0.set(Codebook(codes: [Code(key: "W", name: "Waiting"), Code(key: "H", name: "Hours")])) }
    for transcript in transcripts {
      let spans = (0..<90).map { transcript.span(of: "\(transcript.name) \($0) we waited") }
      try study.tag(transcript.name, spans, "W")
    }
    return (study, transcripts)
  }

  private func rescue(_ study: StudyFixture) throws -> Rescued {
    try StudyStore.rescue(study.path, to: study.folder.file("new.draad"), act: Self.act)
  }

  @Test("Of a study that is whole nothing is lost: the content is the same")
  func whole() throws {
    let (study, _) = try study()
    let before = try study.store.content().digest
    study.store.close()
    let bytes = try DamagedStudy(study.path).bytes
    let rescued = try rescue(study)
    #expect(rescued == Rescued(lost: [], transcripts: 2, segments: 180, codings: 180))
    let store = try StudyStore.open(study.folder.file("new.draad"))
    #expect(try store.content().digest == before)
    #expect(try store.check() == [])
    #expect(try store.log(limit: 1).map(\.summary) == ["Rescued from 'study.draad', of which nothing was lost."])
    #expect(try store.undo(1, now: "later") == [])
    store.close()
    #expect(try DamagedStudy(study.path).bytes == bytes)
    #expect(study.folder.names == ["new.draad", "study.draad"])
  }

  @Test("Of a study that is whole no row of any table is lost")
  func everyTable() throws {
    let (study, _) = try study()
    try study.note(.transcript("visit"), "A note", by: "Mila")
    study.store.record(ExportRecord(at: "2024", coder: nil, line: "find W", file: "/tmp/a.md"))
    try study.store.tamper(
      """
      INSERT INTO pages VALUES (1, 1, 0);
      INSERT INTO assignments VALUES (1, 1, 0);
      INSERT INTO blind_coders VALUES (1);
      INSERT INTO code_folders VALUES (2);
      INSERT INTO code_versions VALUES (1, 1, 'Wait', NULL, NULL, NULL);
      INSERT INTO attachments SELECT 1, 'mark', 'plan', 'pdf', original_id, 1, act_id FROM originals LIMIT 1;
      INSERT INTO unplaced_codings SELECT 1, guid, 1, 1, 1, 1, 'words', 0 FROM codings LIMIT 1;
      INSERT INTO speaker_attributes SELECT speaker_id, 'age', 0, '9', '9', 9 FROM speakers LIMIT 1;
      INSERT INTO case_attributes SELECT case_id, 'age', 0, '9', '9', 9 FROM cases LIMIT 1;
      INSERT INTO copies VALUES ('one', 0, NULL);
      INSERT INTO copy_states VALUES ('one', 1, 2, x'0000000000000001', NULL);
      INSERT INTO copy_facts VALUES (1, 1, x'0000000000000001');
      INSERT INTO merge_wishes VALUES ('code', 'W', 'name', 1, 'a', 1, 'b', '{"others":[],"standing":["a"]}');
      INSERT INTO erased_marks VALUES ('mark', 1);
      INSERT INTO unwiped VALUES (1);
      INSERT INTO uncounted VALUES (1);
      INSERT INTO packed_codings VALUES (1, x'');
      INSERT INTO packed_counts VALUES (1, x'');
      """)
    func counts(_ store: StudyStore) throws -> [String: Int] {
      try store.queue.read { db in
        let tables = try String.fetchAll(
          db,
          sql:
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'segment_index*' AND name NOT GLOB 'sqlite*'"
        )
        return try Dictionary(
          uniqueKeysWithValues: tables.map { ($0, try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0) })
      }
    }
    var before = try counts(study.store)
    #expect(before.filter { $0.value == 0 }.keys.sorted() == [])
    study.store.close()
    #expect(try rescue(study) == Rescued(lost: [], transcripts: 2, segments: 180, codings: 180))
    let store = try StudyStore.open(study.folder.file("new.draad"))
    // What can be worked out is worked out again, and nothing before can be undone.
    for table in ["act_changes", "packed_codings", "packed_counts", "uncounted", "unwiped"] { before[table] = 0 }
    before["acts"]? += 1
    #expect(try counts(store) == before)
    store.close()
  }

  @Test("What of a text is lost becomes points, every other word stands where it stood, and what is lost is named")
  func lostPage() throws {
    let (study, transcripts) = try study()
    study.store.close()
    try DamagedStudy(study.path).overwritePage(with: "visit 30 we waited")
    let rescued = try rescue(study)
    let store = try StudyStore.open(study.folder.file("new.draad"))
    #expect(try store.check() == [])
    let old = Array(transcripts[0].text.utf8)
    let new = try Array(#require(try store.text(ofTranscript: "visit")).utf8)
    #expect(new.count == old.count)
    let changed = zip(old, new).count { $0 != $1 }
    #expect(changed > 1000 && changed < old.count)
    #expect(zip(old, new).allSatisfy { $0 == $1 || $1 == UInt8(ascii: ".") })
    #expect(try store.text(ofTranscript: "call") == transcripts[1].text)
    #expect(rescued.codings < 180 && rescued.codings > 90)
    let gone = 180 - rescued.codings
    #expect(rescued.lost.contains("\(gone) codings of 'visit' with 'W', whose words are lost"))
    #expect(rescued.lost.contains { $0.hasSuffix("bytes of the text of 'visit'; points stand in their place") })
    #expect(try store.text(ofTranscript: "visit").map { $0.contains("visit 89 we waited") } == true)
    store.close()
  }

  @Test("What others point to and is lost gets a name that says so")
  func lostNames() throws {
    let (study, transcripts) = try study()
    try study.store.tamper(
      """
      DELETE FROM codes; DELETE FROM coders; DELETE FROM transcripts WHERE name = 'call'; DELETE FROM cases;
      DELETE FROM acts WHERE act_id = 1; DELETE FROM originals
      """)
    study.store.close()
    let rescued = try rescue(study)
    #expect(
      rescued.lost == [
        "the name of a transcript, which is now 'lost-name-2'", "a code, which is now 'lost-1'",
        "the name of a coder, who is now 'lost-1'", "what act 1 was, in the log",
        "in 1 row of the table 'transcripts', which of 'originals' they belong to",
        "in 1 row of the table 'transcripts', which of 'cases' they belong to",
      ])
    let store = try StudyStore.open(study.folder.file("new.draad"))
    #expect(try store.check() == [])
    #expect(try store.text(ofTranscript: "lost-name-2") == transcripts[1].text)
    #expect(rescued.codings == 180)
    store.close()
  }

  @Test("Where much is lost here and there, all the rest is kept, also of segments with another's number or transcript")
  func manyLosses() throws {
    let (study, transcripts) = try study()
    try study.store.tamper(
      """
      UPDATE segments SET segment_id = (2 << 24) + 100 WHERE segment_id = (1 << 24) + 50;
      UPDATE segments SET transcript_id = 77 WHERE segment_id = (2 << 24) + 7;
      UPDATE segments SET text = replace(text, 'we waited', 'We waited') WHERE number % 9 = 0;
      UPDATE transcripts SET act_id = 70 + transcript_id; UPDATE originals SET act_id = 80 + original_id;
      UPDATE originals SET sha256 = 'x' || original_id; UPDATE codings SET coder_id = 60 + coding_id WHERE coding_id % 40 = 0
      """)
    study.store.close()
    var rescued = try rescue(study)
    #expect(rescued.lost.count > 10)
    rescued.lost = []
    #expect(rescued == Rescued(lost: [], transcripts: 2, segments: 180, codings: 160))
    let store = try StudyStore.open(study.folder.file("new.draad"))
    #expect(try store.check() == [])
    for transcript in transcripts {
      let text = try #require(try store.text(ofTranscript: transcript.name))
      #expect(text.replacing("We waited", with: "we waited") == transcript.text)
    }
    store.close()
  }

  @Test("Whichever page is lost, what is said of the study names a way out that is not the command itself")
  func everyPage() throws {
    let study = try IntegrityCheckTests().study()
    study.store.close()
    let damaged = DamagedStudy(study.path)
    let bytes = try damaged.bytes
    for page in stride(from: 1, to: bytes.count / 4096, by: 2) {
      var harmed = bytes
      for at in page * 4096..<(page + 1) * 4096 { harmed[at] = 0 }
      try damaged.write(harmed)
      do {
        let store = try StudyStore.open(study.path)
        defer { store.close() }
        let findings = try store.check()
        if findings.contains(where: { $0.remedy == .rescue }) { continue }
        guard !findings.isEmpty else { continue }
        let copies = CopyFolder(of: study.path, guid: "copy", in: study.folder.file("copies \(page)"))
        let repair = try store.repair(findings, keeping: copies, day: "2024-03-02")
        let left = try #require(repair).left
        #expect(left.allSatisfy { $0.remedy == .rescue }, "page \(page): \(findings)")
      } catch {
        let hint = (error as? Problem)?.hint ?? "\(error)"
        #expect(hint.contains("rescue"), "page \(page): \(error)")
      }
    }
  }

  static let harms = ["cut off", "zero pages", "flipped bits", "swapped pages", "overwritten"]

  @Test(
    "However a study is damaged, it is refused, found out or the same, and what is rescued of it is whole",
    arguments: harms, 1...(Int(ProcessInfo.processInfo.environment["DRAAD_DAMAGES"] ?? "") ?? 2))
  func damaged(harm: String, seed: Int) throws {
    let (study, transcripts) = try study()
    let content = try study.store.content().digest
    study.store.close()
    var random = SeededGenerator(seed: UInt64(seed))
    let damaged = DamagedStudy(study.path)
    switch harm {
    case "cut off": try damaged.cutOff(&random)
    case "zero pages": try damaged.zeroPages(&random)
    case "flipped bits": try damaged.flipBits(&random)
    case "swapped pages": try damaged.swapPages(&random)
    default: try damaged.overwriteStretch(&random)
    }
    let bytes = try damaged.bytes
    do {
      let rescued = try rescue(study)
      let store = try StudyStore.open(study.folder.file("new.draad"))
      #expect(try store.check() == [])
      if rescued.lost.isEmpty { #expect(try store.content().digest == content) }
      for transcript in transcripts {
        guard let text = try store.text(ofTranscript: transcript.name) else { continue }
        if text != transcript.text { #expect(rescued.lost.contains { $0.contains("'\(transcript.name)'") }) }
      }
      store.close()
    } catch {
      #expect((error as? Problem)?.what.hasPrefix("Nothing of 'study.draad' can be read") == true, "\(error)")
      #expect(["cut off", "overwritten"].contains(harm))
    }
    #expect(try damaged.bytes == bytes)
    #expect(study.folder.names.filter { !["new.draad", "study.draad"].contains($0) } == [])
    try expectNotHalfRead(study, content)
  }

  /// A damaged study that opens and passes `check` is the study.
  private func expectNotHalfRead(_ study: StudyFixture, _ content: String) throws {
    do {
      let store = try StudyStore.open(study.path)
      defer { store.close() }
      if try store.check().isEmpty { #expect(try store.workOutContent().digest == content) }
    } catch {
      #expect(error is Problem, "\(error)")
    }
  }

  @Test(
    "Of a file that is no study nothing is rescued, and nothing is left of the try",
    arguments: ["empty", "text", "folder", "foreign"])
  func noStudy(kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("a.draad")
    switch kind {
    case "empty": try Data().write(to: URL(fileURLWithPath: path))
    case "text": try Data("Anna: We waited.".utf8).write(to: URL(fileURLWithPath: path))
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    default:
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "CREATE TABLE segments (a); INSERT INTO segments VALUES (1)")
      }
    }
    #expect(throws: Problem.self) {
      try StudyStore.rescue(path, to: folder.file("new.draad"), act: Self.act)
    }
    #expect(folder.names == ["a.draad"])
  }

  @Test("A trigger, a view in the place of a table and other traps do nothing while a study is rescued")
  func hostile() throws {
    let (study, transcripts) = try study()
    try study.store.tamper(
      """
      CREATE TRIGGER evil AFTER UPDATE ON transcripts BEGIN DELETE FROM segments; END;
      DROP TABLE pages; CREATE VIEW pages AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS page FROM n;
      """)
    study.store.close()
    let rescued = try rescue(study)
    #expect(rescued.lost == ["all rows of the table 'pages'"])
    let store = try StudyStore.open(study.folder.file("new.draad"))
    #expect(try store.text(ofTranscript: "visit") == transcripts[0].text)
    #expect(try store.check() == [])
    store.close()
  }
}
