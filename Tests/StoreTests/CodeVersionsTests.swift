import Model
import Testing

@testable import Store

struct CodeVersionsTests {
  @Test("A coding knows the version of its code's rules, and is outdated when they change, not when the name does")
  func outdated() throws {
    let study = try StudyFixture()
    try study.importTranscripts([.lines("t", ["Anna: Ja.", "Bob: Nee."])])
    func set(_ name: String, _ definition: String) throws {
      try study.store.perform(Act(coder: nil, line: "", summary: "")) { change in
        try change.set(Codebook(codes: [Code(key: "A", name: name, definition: definition)]))
        return "Set."
      }
    }
    func put(_ start: Int32) throws {
      try study.store.perform(Act(coder: nil, line: "", summary: "")) { change in
        try change.ensureCoder("ann")
        var batch = CodingBatch(transcripts: ["t"], codes: ["A"], coders: ["ann"])
        batch.columns.append(transcript: 0, start: start, end: start + 2, code: 0, coder: 0)
        _ = try change.add(batch)
        return "Put."
      }
    }
    try set("Yes", "one")
    try put(0)
    try set("Yes!", "one")
    #expect(try study.store.outdatedCodings() == [])
    try put(2)
    try set("Yes!", "two")
    try put(4)
    #expect(try study.store.outdatedCodings().map(\.version) == [1, 2])
    #expect(try study.store.outdatedCodings().map(\.coding.span) == [TextSpan(0, 2), TextSpan(2, 4)])
    #expect(
      try study.store.versions(ofCode: "A") == [
        CodeVersion(number: 1, name: "Yes", definition: "one", codings: 1),
        CodeVersion(number: 2, name: "Yes!", definition: "one", codings: 1),
        CodeVersion(number: 3, name: "Yes!", definition: "two", codings: 1),
      ])
  }
}
