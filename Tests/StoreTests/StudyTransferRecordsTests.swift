import GRDB
import Model
import Testing

@testable import Store

@Suite struct StudyTransferRecordsTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("s01", ["Anna: ja hoor", "Bram: nee"])])
    try study.perform { change in
      try change.set(Codebook(codes: [Code(key: "A", name: "A"), Code(key: "A1", name: "A1", parent: "A")]))
      try change.setMarks(of: [
        StudyCode(Code(key: "A", name: "A"), guid: GUID(of: "A"), isFolder: true),
        StudyCode(Code(key: "A1", name: "A1"), guid: GUID(of: "A1")),
      ])
      for name in ["anna", "bram"] { try change.take(StudyCoder(name, guid: GUID(of: name))) }
    }
    return study
  }

  private func take(_ codings: [StudyCoding], in study: StudyFixture) throws -> CodingsTaken {
    var taken = CodingsTaken()
    try study.perform { change in
      taken = try change.take(codings, transcripts: ["s01"], codes: ["A", "A1"], coders: ["anna", "bram"])
    }
    return taken
  }

  private func coding(_ start: Int, _ end: Int, _ name: String, coder: Int = 0, code: Int = 1) -> StudyCoding {
    StudyCoding(transcript: 0, span: TextSpan(start, end), code: code, coder: coder, guid: GUID(of: name))
  }

  @Test("Codings come in with their marks; one whose mark is there is moved, and undo moves it back")
  func codings() throws {
    let study = try study()
    #expect(try take([coding(6, 8, "x"), coding(9, 13, "y")], in: study) == CodingsTaken(added: 2))
    let before = try study.store.wholeStudy(name: "").codings
    #expect(before == [coding(6, 8, "x"), coding(9, 13, "y")])
    #expect(
      try take([coding(6, 13, "x"), coding(9, 13, "y"), coding(9, 13, "z")], in: study)
        == CodingsTaken(moved: 1, known: 2))
    #expect(try study.store.wholeStudy(name: "").codings == [coding(6, 13, "x"), coding(9, 13, "y")])
    #expect(try study.store.check() == [])
    _ = try study.store.undo(1, now: "2024-03-01T10:00:00Z")
    #expect(try study.store.wholeStudy(name: "").codings == before)
    #expect(try study.store.check() == [])
  }

  @Test("A code that only holds others is put on no words, in whatever way it is tried")
  func folders() throws {
    let study = try study()
    #expect(throws: Problem.self) { try take([coding(0, 4, "x", code: 0)], in: study) }
    #expect(throws: Problem.self) {
      try study.perform { change in
        var columns = CodingColumns()
        columns.append(transcript: 0, start: 0, end: 4, code: 0, coder: 0)
        _ = try change.add(CodingBatch(transcripts: ["s01"], codes: ["A"], coders: ["anna"], columns: columns))
      }
    }
    #expect(try study.store.knownStudy().codes.map(\.isFolder) == [true, false])
    #expect(throws: Problem.self) { try take([coding(0, 400, "x")], in: study) }
  }

  @Test("Attachments and memos are kept once, and undo takes them out")
  func attachments() throws {
    let study = try study()
    let file = StudyAttachment(
      "plan", kind: .pdf, fileName: "plan.pdf", bytes: [1, 2, 3], transcript: "s01", guid: GUID(of: "plan"))
    var memo = Memo(guid: GUID(of: "m").text, about: .transcript("s01"), coder: "anna", at: "2024", text: "Kort")
    var new: [Bool] = []
    func take() throws {
      try study.perform { change in
        new.append(try change.take(file))
        new.append(try change.take(memo))
      }
    }
    try take()
    memo.text = "Langer"
    try take()
    #expect(new == [true, true, false, false])
    let whole = try study.store.wholeStudy(name: "")
    #expect(whole.attachments == [file])
    #expect(whole.memos.map(\.text) == ["Langer"])
    #expect(try study.store.wholeStudy(name: "", withFiles: false).attachments.map(\.bytes) == [[]])
    _ = try study.store.undo(2, now: "2024-03-01T10:00:00Z")
    #expect(try study.store.wholeStudy(name: "").attachments == [])
    #expect(try study.store.check() == [])
    _ = try study.store.redo(1)
    #expect(try study.store.wholeStudy(name: "").attachments == [file])
    // What a transcript came from may also be an attachment: its bytes stay as long as one of them needs them.
    try study.perform { try $0.remove("s01") }
    #expect(try study.store.wholeStudy(name: "").attachments.map(\.transcript) == [nil])
    #expect(try study.store.check() == [])
  }

  @Test("Marks of what is new are kept, those of what is there stay")
  func marks() throws {
    let study = try study()
    try study.perform { change in
      try change.take(StudyCase("noord", attributes: [Attribute("sector", ["vo"])], guid: GUID(of: "noord")))
      try change.take(StudyCase("noord", attributes: [Attribute("size", ["1"])], guid: GUID(of: "other")))
      try change.take(StudyCoder("anna", guid: GUID(of: "other")))
    }
    let whole = try study.store.wholeStudy(name: "")
    #expect(
      whole.cases == [
        StudyCase(
          "noord", attributes: [Attribute("sector", ["vo"]), Attribute("size", ["1"])], guid: GUID(of: "noord"))
      ])
    #expect(whole.coders == [StudyCoder("anna", guid: GUID(of: "anna")), StudyCoder("bram", guid: GUID(of: "bram"))])
    #expect(whole.codes.map(\.guid) == [GUID(of: "A"), GUID(of: "A1")])
  }
}
