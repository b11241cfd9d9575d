import GRDB
import Testing

@testable import Store

@Suite struct TapTests {
  private func counts(_ tap: Tap) -> [String] {
    let counts = TermCounts(tap)
    return (0..<counts.count).map { "\(String(decoding: counts.word($0), as: UTF8.self)) \(counts.occurrences($0))" }
  }

  private func count(_ text: String, with tap: Tap) throws {
    var text = text
    try text.withUTF8 { try tap.count($0) }
  }

  @Test("Words are counted in lower case, by their bytes and in their order")
  func words() throws {
    let study = try StudyFixture()
    let tap = study.store.tap
    try count("De ÉÉN, de één; Eén: İ en 12 Ωmega", with: tap)
    #expect(counts(tap) == ["12 1", "de 2", "en 1", "eén 1", "i\u{307} 1", "één 2", "ωmega 1"])
    try count("DE", with: tap)
    #expect(counts(tap).contains("de 3"))
    tap.clear()
    #expect(tap.size == 0)
    #expect(counts(tap) == [])
  }

  @Test("Text that is indexed is counted while the tap listens, and taken off with a sign")
  func indexed() throws {
    let study = try StudyFixture()
    let tap = study.store.tap
    try study.store.queue.write { db in
      let add = "INSERT INTO segment_index (rowid, words) VALUES (?, 'Toets en toets')"
      try tap.listening(sign: 1) { try db.execute(sql: add, arguments: [1]) }
      #expect(counts(tap) == ["en 1", "toets 2"])
      try db.execute(sql: add, arguments: [2])
      #expect(counts(tap) == ["en 1", "toets 2"])
      try tap.listening(sign: -1) {
        try db.execute(
          sql: "INSERT INTO segment_index (segment_index, rowid, words) VALUES ('delete', 1, 'Toets en toets')")
      }
      #expect(counts(tap) == ["en 0", "toets 0"])
    }
  }

  @Test("Many words are all kept")
  func many() throws {
    let study = try StudyFixture()
    let words = (0..<20_000).map { "w\($0 % 10_000)" }
    try count(words.joined(separator: " "), with: study.store.tap)
    #expect(counts(study.store.tap) == Set(words).sorted().map { "\($0) 2" })
  }
}
