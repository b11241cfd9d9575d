import Model
import Testing

@testable import Store

@Suite struct CodingRecordsTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("one", ["Anna: We waited."]), .lines("two", ["Bram: No."])])
    try study.perform {
      try $0.set(Codebook(codes: [Code(key: "B", name: "Bar"), Code(key: "A", name: "Aim")]))
      try $0.ensureCoder("Mila")
      try $0.ensureCoder("Noor")
    }
    return study
  }

  private func batch(_ rows: [[Int32]]) -> CodingBatch {
    var batch = CodingBatch(transcripts: ["two", "one"], codes: ["A", "B"], coders: ["Noor", "Mila"])
    for row in rows {
      batch.columns.append(transcript: row[0], start: row[1], end: row[2], code: row[3], coder: row[4])
    }
    return batch
  }

  @Test("Codings come in, in any order and once each, and go")
  func addAndRemove() throws {
    let study = try study()
    var added = 0
    let rows: [[Int32]] = [[1, 9, 15, 0, 0], [0, 6, 8, 1, 1], [1, 6, 8, 0, 1], [1, 6, 8, 1, 1], [0, 6, 8, 1, 1]]
    try study.perform { added = try $0.add(batch(rows)) }
    #expect(added == 4)
    try study.perform { added = try $0.add(batch(rows)) }
    #expect(added == 0)
    let ofOne = [
      CodeAssignment(transcript: "one", span: TextSpan(6, 8), code: "B", coder: "Mila"),
      CodeAssignment(transcript: "one", span: TextSpan(6, 8), code: "A", coder: "Mila"),
      CodeAssignment(transcript: "one", span: TextSpan(9, 15), code: "A", coder: "Noor"),
    ]
    #expect(try study.store.codings(of: "one") == ofOne)
    var removed = 0
    try study.perform { removed = try $0.remove([ofOne[0], ofOne[2], ofOne[0]]) }
    #expect(removed == 2)
    #expect(try study.store.codings(of: "one") == [ofOne[1]])
    #expect(try study.store.codings(of: "two").count == 1)
    #expect(try study.store.check() == [])
  }

  @Test("A passage that is not in the text is refused", arguments: [[6, 99], [8, 8], [9, 6], [-1, 4]])
  func outside(span: [Int32]) throws {
    let study = try study()
    #expect(throws: Problem("A passage lies outside 'one'.")) {
      try study.perform { _ = try $0.add(batch([[0, 6, 8, 0, 0], [1, span[0], span[1], 0, 0]])) }
    }
    #expect(try study.store.codings(of: "two") == [])
  }
}
