import Foundation
import GRDB
import Model
import TestSupport
import Testing

@testable import Store

/// Changed files of studies, opened, asked and rescued.
struct StudyFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["DRAAD_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  /// A small study at rest.
  private static func study() throws -> [UInt8] {
    let study = try StudyFixture()
    let lines = (0..<40).map { "\($0 % 2 == 0 ? "Anna" : "Bram"): We waited één uur, \($0)." }
    let visit = Transcript.lines("visit", lines, caseName: "North", attributes: [Attribute("wave", ["1"])])
    try study.importTranscripts([visit, .lines("call", ["Cor: Yes."])])
    try study.perform { try $0.set(Codebook(codes: [Code(key: "W", name: "Waiting")])) }
    try study.tag("visit", [TextSpan(6, 15), TextSpan(40, 52)], "W")
    _ = try study.store.content()
    study.store.close()
    return try DamagedStudy(study.path).bytes
  }

  /// Opens a file and asks all of it; every answer is one, or a problem.
  private static func ask(_ path: String, in folder: TemporaryFolder) -> [String] {
    var flaws: [String] = []
    func attempt(_ what: String, _ body: () throws -> Void) {
      do { try body() } catch {
        if (error as? Problem)?.what.isEmpty ?? true { flaws.append("\(what): \(error)") }
      }
    }
    attempt("open") {
      let store = try StudyStore.open(path, wait: 0.1)
      defer { store.close() }
      attempt("check") { _ = try store.check() }
      attempt("transcript") { _ = try store.transcript(named: "visit") }
      attempt("codebook") { _ = try store.codebook() }
      attempt("ground") { _ = try store.ground(store.scope(nil), needs: [.segments, .turns, .words]) }
      attempt("search") { _ = try store.segments(.matching("\"waited\""), in: store.scope(nil), limit: nil) }
      attempt("content") { _ = try store.content() }
      attempt("undo") { _ = try store.undo(3, now: "later") }
      attempt("redo") { _ = try store.redo(3) }
      attempt("backup") { try store.backup(to: folder.file("copy.draad"), replacing: true) }
    }
    attempt("rescue") {
      _ = try StudyStore.rescue(path, to: folder.file("new.draad"), act: Act(coder: nil, line: "", summary: ""))
    }
    return flaws
  }

  /// One change to a few, in the first page more often than elsewhere.
  private static func changed(_ whole: [UInt8], _ mutation: inout Mutation) -> [UInt8] {
    var bytes = whole
    for _ in 0...mutation.below(6) {
      let at = mutation.below(3) == 0 ? mutation.below(4096) : mutation.below(bytes.count)
      switch mutation.below(5) {
      case 0: bytes[at] ^= 1 << UInt8(mutation.below(8))
      case 1: bytes[at] = [0, 0xFF, 0x7F, 0x80, 0x0D, 0x05][mutation.below(6)]
      case 2: for place in at..<min(bytes.count, at + mutation.below(64)) { bytes[place] = 0xFF }
      case 3:
        for place in at..<min(bytes.count, at + mutation.below(300)) {
          bytes[place] = whole[mutation.below(whole.count)]
        }
      default: if mutation.below(4) == 0 { bytes.removeLast(mutation.below(bytes.count - 1)) }
      }
      if bytes.isEmpty { return [0] }
    }
    return bytes
  }

  private static func run(_ seed: UInt64, until isOver: (Int) -> Bool, _ told: (Int, [String]) -> Void) throws {
    let whole = try study()
    var mutation = Mutation(seed: seed, words: [])
    var count = 0
    while !isOver(count) {
      let folder = try TemporaryFolder()
      let bytes = changed(whole, &mutation)
      let path = folder.file("study.draad")
      try DamagedStudy(path).write(bytes)
      if seconds > 0 { try DamagedStudy("/tmp/draad-fuzz/study-last").write(bytes) }
      told(count, ask(path, in: folder))
      count += 1
    }
  }

  @Test("Whatever is done to the file of a study, every answer is one, or a problem in words")
  func few() throws {
    try Self.run(1, until: { $0 == 8 }) { number, flaws in #expect(flaws == [], "file \(number)") }
  }

  @Test("A row without what every row has is no answer and no end of the program: the study is damaged")
  func missingValue() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: We waited."])])
    study.store.close()
    for (was, now) in [("name TEXT NOT NULL", "name TEXT"), ("name TEXT", "name TEXT NOT NULL")] {
      let queue = try DatabaseQueue(path: study.path)
      try queue.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, '\(was)', '\(now)') WHERE name = 'transcripts';
            PRAGMA writable_schema = RESET
            """)
        if now == "name TEXT" { try db.execute(sql: "UPDATE transcripts SET name = NULL") }
      }
      try queue.close()
    }
    let store = try StudyStore.open(study.path)
    defer { store.close() }
    let damaged = Problem(
      "The study 'study.draad' is damaged.",
      hint:
        "Go back to a copy (backups lists them), or put what can be read into a new study: rescue study.draad NEW.draad"
    )
    #expect(throws: damaged) { try store.scope(nil) }
    #expect(throws: damaged) { try store.transcriptLines() }
    #expect(try store.check().isEmpty == false)
  }

  /// `make fuzz`: each file is written to /tmp/draad-fuzz/study-last before it is opened.
  @Test("Changed studies without end", .enabled(if: seconds > 0, "'make fuzz' runs it"))
  func endless() throws {
    try FileManager.default.createDirectory(atPath: "/tmp/draad-fuzz", withIntermediateDirectories: true)
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var last = 0
    try Self.run(
      Self.environment["DRAAD_FUZZ_SEED"].flatMap(UInt64.init) ?? 1, until: { _ in ContinuousClock.now > end }
    ) {
      number, flaws in
      #expect(flaws == [], "file \(number)")
      last = number
    }
    print("studies: \(last + 1) files")
  }
}
