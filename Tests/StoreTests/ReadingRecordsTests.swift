import Model
import Testing

@testable import Store

@Suite struct ReadingRecordsTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("one", ["Anna: We waited."]), .lines("two", ["Bram: No."])])
    try study.perform {
      try $0.set(Codebook(codes: [Code(key: "B", name: "Bar"), Code(key: "A", name: "Aim")]))
      for coder in ["Mila", "Noor"] { try $0.ensureCoder(coder) }
      var batch = CodingBatch(transcripts: ["one", "two"], codes: ["A", "B"], coders: ["Noor", "Mila"])
      for row in [[0, 6, 15, 0, 0], [0, 6, 8, 1, 1], [0, 9, 15, 1, 0], [1, 6, 8, 0, 1]] as [[Int32]] {
        batch.columns.append(transcript: row[0], start: row[1], end: row[2], code: row[3], coder: row[4])
      }
      _ = try $0.add(batch)
    }
    return study
  }

  @Test("The codings of a transcript come by position, codes as places in the codebook")
  func codings() throws {
    let found = try study().store.readingCodings(of: "one")
    #expect(found.coders == ["Mila", "Noor"])
    #expect(found.columns.start == [6, 6, 9] && found.columns.end == [8, 15, 15])
    #expect(found.columns.code == [0, 1, 0] && found.columns.coder == [0, 1, 1])
    #expect(try study().store.readingCodings(of: "none").columns.count == 0)
  }

  @Test("Codings around a span are those that contain it, of that code and coder")
  func around() throws {
    let store = try study().store
    func spans(_ code: String, _ coder: String, _ span: TextSpan) throws -> [TextSpan] {
      try store.codings(of: "one", code: code, coder: coder, around: span).map(\.span)
    }
    #expect(try spans("A", "Noor", TextSpan(9, 15)) == [TextSpan(6, 15)])
    #expect(try spans("A", "Noor", TextSpan(6, 15)) == [TextSpan(6, 15)])
    #expect(try spans("A", "Noor", TextSpan(0, 15)) == [])
    #expect(try spans("A", "Mila", TextSpan(9, 15)) == [])
    #expect(try spans("B", "Noor", TextSpan(9, 12)) == [TextSpan(9, 15)])
    #expect(try spans("B", "nobody", TextSpan(9, 12)) == [])
  }

  @Test("Words that were replaced since are found out, and nothing is changed")
  func digest() throws {
    let study = try study()
    let digest = try #require(try study.store.textDigest(of: "one"))
    #expect(try study.store.textDigest(of: "none") == nil)
    try study.perform { try $0.requireText(digest, of: "one") }
    #expect(
      throws: Problem(
        "The words of 'two' were replaced or removed since you opened it; nothing was done.",
        hint: "Leave, and open it again with: read two")
    ) { try study.perform { try $0.requireText(digest, of: "two") } }
  }
}
