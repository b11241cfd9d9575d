import Model
import TestSupport
import Testing

@testable import Store

@Suite struct AttributeColumnRecordsTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([
      .lines("b", ["Anna: Ja.", "Bram: Nee."], caseName: "North", attributes: [Attribute("wave", ["2"])]),
      .lines("a", ["Anna: Ja."], caseName: "South", attributes: [Attribute("wave", ["1"])]),
      .lines("c", ["Cor: Ja."], attributes: [Attribute("Wave", ["10"])]),
    ])
    try study.perform { change in
      try change.set([Attribute("help", ["Sport", "groups"]), Attribute("size", ["-"])], ofCase: "North")
      try change.set([Attribute("help", ["sport"]), Attribute("size", ["9"])], ofCase: "South")
      try change.set([Attribute("size", ["10"])], ofCase: "East")
      _ = try change.setRole("leerkracht", ofSpeaker: "Anna", in: "b")
    }
    return study
  }

  private func shown(_ columns: [AttributeColumn]) -> [String] {
    columns.map { column in
      let rows = (0..<column.count).map { column[$0].map { column.values[Int($0)] }.joined(separator: "|") }
      return "\(column.name): \(rows.joined(separator: ", "))"
    }
  }

  @Test("Of cases there is a column an attribute; spellings of one value are one, and a case without one has none")
  func cases() throws {
    let study = try study()
    let columns = try study.store.attributeColumns(study.store.scope(nil), of: .cases)
    #expect(shown(columns) == ["help: Sport|groups, Sport, ", "size: -, 9, 10"])
    #expect(columns.map(\.values) == [["Sport", "groups"], ["9", "10", "-"]])
    #expect(columns.allSatisfy { $0.level == .cases })
    #expect(
      try shown(study.store.attributeColumns(study.store.scope(nil), of: .cases, named: "SIZE")) == ["size: -, 9, 10"])
  }

  @Test("Values that are numbers are in the order of their size")
  func transcripts() throws {
    let study = try study()
    let columns = try study.store.attributeColumns(study.store.scope(nil), of: .transcripts)
    #expect(shown(columns) == ["wave: 2, 1, 10"])
    #expect(columns.map(\.values) == [["1", "2", "10"]])
  }

  @Test("Speakers have a role, and stand in the order of their transcripts")
  func speakers() throws {
    let study = try study()
    let scope = try study.store.scope(nil)
    let speakers = try study.store.speakers(scope)
    #expect(speakers.transcripts == [0, 0, 1, 2] && speakers.names == ["Anna", "Bram", "Anna", "Cor"])
    #expect(try shown(study.store.attributeColumns(scope, of: .speakers)) == ["role: leerkracht, , , "])
  }

  @Test("It is told who has an attribute")
  func levels() throws {
    let store = try study().store
    #expect(try store.levels(ofAttribute: "Help") == [.cases])
    #expect(try store.levels(ofAttribute: "WAVE") == [.transcripts])
    #expect(try store.levels(ofAttribute: "role") == [.speakers])
    #expect(try store.levels(ofAttribute: "colour") == [])
  }

  @Test("Where codings began is known of each transcript, for the coders that are looked at")
  func firstCodings() throws {
    let study = try study()
    try study.perform { try $0.set(Codebook(codes: [Code(key: "A", name: "Aim")])) }
    try study.tag("c", [TextSpan(5, 7)], "A")
    try study.tag("a", [TextSpan(6, 8)], "A", by: "Noor")
    #expect(try study.store.firstCodings(study.store.scope(nil)) == [nil, 2, 1])
    #expect(try study.store.firstCodings(study.store.scope(nil, coders: ["Mila"])) == [nil, nil, 1])
  }
}
