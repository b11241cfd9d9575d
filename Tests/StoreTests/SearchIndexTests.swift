import GRDB
import Model
import Retrieval
import TestSupport
import Testing

@testable import Store

@Suite struct SearchIndexTests {
  /// Adds one segment for each text.
  private func add(_ texts: [String], named name: String, to study: StudyFixture) throws {
    var transcript = Transcript(name: name, format: "md", text: "")
    var segments: [Segment] = []
    for text in texts {
      let start = transcript.text.utf8.count
      transcript.text += text
      let span = TextSpan(start, transcript.text.utf8.count)
      segments.append(Segment(span: span, wordsStart: start, turn: segments.count))
      transcript.turns.append(Turn(span: span))
    }
    try study.perform(bulk: true) {
      try $0.add(transcript, segments: segments, unit: .turn, original: nil, inCase: nil)
    }
  }

  @Test("What is indexed of any character is what retrieval makes of it")
  func everyCharacter() throws {
    let study = try StudyFixture()
    let points = Array(1..<0x3000) + Array(0xFB00...0xFB06) + [0xFEFF, 0xFF21, 0x1F600, 0x10400]
    let texts = points.compactMap(Unicode.Scalar.init).map { "a\($0)b \($0)" }
    try add(texts, named: "all", to: study)
    let indexed = try study.store.queue.read { db in
      try String.fetchAll(db, sql: "SELECT words FROM segment_words ORDER BY segment_id")
    }
    #expect(indexed.count == texts.count)
    let wrong = zip(texts, indexed).filter { Array((Folding.indexText($0) ?? $0).utf8) != Array($1.utf8) }
    #expect(wrong.map(\.0) == [])
    try study.store.expectIndexInStep()
  }

  @Test("The index has the words that retrieval's scanner sees")
  func tokens() throws {
    let study = try StudyFixture()
    let points = Array(1..<0x3000) + Array(0xFB00...0xFB06)
    let texts = points.compactMap(Unicode.Scalar.init).map { "a\($0)b" }
    try add(texts, named: "all", to: study)
    let indexed = try study.store.queue.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'segment_index', 'instance')")
      defer { try? db.execute(sql: "DROP TABLE temp.words") }
      return try Row.fetchAll(db, sql: "SELECT doc, term FROM temp.words ORDER BY doc, offset").map { row in
        "\((row[0] as Int) - Schema.segmentsOfOneTranscript) \(row[1] as String)"
      }
    }
    let scanned = texts.enumerated().flatMap { number, text in
      Token.all(in: text).map { "\(number + 1) \($0.folded)" }
    }
    #expect(indexed.map { Array($0.utf8) } == scanned.map { Array($0.utf8) })
  }

  @Test("Terms are the words of the texts, lower case with accents, counted", arguments: 1...4)
  func termCounts(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let study = try StudyFixture()
    let letters = [
      "a", "B", "é", "e\u{301}", "É", "\u{AD}", "\u{200D}", "ﬁ", "Ĳ", "ŉ", "İ", "ß", " ", " ", "-", "Σ", "1", "Å",
    ]
    var names: [String] = []
    for number in 0..<8 {
      let texts = (0..<20).map { _ in
        (0..<Int.random(in: 1...12, using: &random)).compactMap { _ in letters.randomElement(using: &random) }.joined()
          + "\n"
      }
      names.append("t\(number)")
      try add(texts, named: "t\(number)", to: study)
      try study.store.expectIndexInStep()
    }
    for name in names.shuffled(using: &random).dropLast(2) {
      try study.perform { try $0.remove(name) }
      try study.store.expectIndexInStep()
    }
    let before = try study.store.termCounts()
    try study.store.rebuildIndex()
    #expect(try study.store.termCounts() == before)
    try study.store.expectIndexInStep()
  }

  @Test("Labels are not in the index and not in the terms")
  func labels() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Žofia: hallo Bram", "Bram: hallo"])])
    #expect(try study.store.termCounts() == ["hallo": 2, "bram": 1])
    #expect(try study.store.segments(.matching("\"zofia\""), in: study.store.scope(nil), limit: nil).total == 0)
  }

  @Test("A rebuild mends an index and terms that are out of step")
  func rebuild() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("visit", ["Anna: hallo daar"])])
    try study.store.tamper(
      "DELETE FROM term_stems; DELETE FROM terms; INSERT INTO segment_index (segment_index) VALUES ('delete-all')")
    let findings = try study.store.check()
    #expect(findings == [Finding("The search index does not fit the segments.", .repair)])
    try study.store.rebuildIndex()
    #expect(try study.store.check() == [])
    #expect(try study.store.termCounts() == ["hallo": 1, "daar": 1])
  }

  @Test("Stems follow the language of the study, also when it changes and changes back")
  func language() throws {
    let study = try StudyFixture()
    try #require(study.store.knowsForms, "needs hunspell-nl")
    func forms() throws -> [String] {
      try study.store.expand(.term(.word("toets"))).found.flatMap(\.forms).map(\.surface).sorted()
    }
    try study.importTranscripts([.lines("visit", ["Anna: de toets, de toetsen"])])
    #expect(try forms() == ["toets", "toetsen"])
    try study.perform { try $0.set(Codebook(language: "xx", codes: [])) }
    #expect(!study.store.knowsForms)
    #expect(try forms() == ["toets"])
    _ = try study.store.undo(1, now: "later")
    #expect(try forms() == ["toets", "toetsen"])
    try study.reopen()
    _ = try study.store.redo(1)
    #expect(try forms() == ["toets"])
    try study.reopen()
    #expect(try forms() == ["toets"])
  }
}
