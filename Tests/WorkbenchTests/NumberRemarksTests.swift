import Model
import Retrieval
import Testing

@testable import Workbench

@Suite struct NumberRemarksTests {
  private static func notes(_ condition: String, _ values: [String]) throws -> [String] {
    NumberRemarks.notes(on: try Condition.parse(condition), values: [("Leerlingen", values), ("sector", ["vo"])])
      .map { "\($0.label): \($0.text)" }
  }

  @Test("Where sizes are compared and something is no number, that is told")
  func texts() throws {
    #expect(
      try Self.notes("leerlingen >= 700", ["12", "1200", "n.v.t."]) == [
        "Compared as text: 'n.v.t.' of leerlingen, which is no number"
      ])
    #expect(
      try Self.notes("sector = vo and not leerlingen < veel", ["12", "1200"]) == [
        "Compared as text: leerlingen with 'veel', which is no number"
      ])
    #expect(
      try Self.notes("leerlingen < 5", ["a", "b", "c", "d", "e", "f", "g"]).first?.hasSuffix(" and 2 more") == true)
    #expect(try Self.notes("leerlingen >= 700", ["12", "7,5", "1200"]) == [])
    #expect(try Self.notes("leerlingen = 700", ["12", "n.v.t."]) == [])
    #expect(try Self.notes("leerlingen > 2022-05-12", ["2021-01-01", "2023-01-01"]) == [])
  }

  @Test("A point between thousands is told, for it is read as the point of a fraction")
  func thousands() throws {
    #expect(
      try Self.notes("leerlingen >= 700", ["1.100", "12"]) == [
        "Read as numbers: '1.100' as 1.1, not as 1100"
      ])
    #expect(try Self.notes("leerlingen = 1.100", ["12"]) == ["Read as numbers: '1.100' as 1.1, not as 1100"])
    #expect(try Self.notes("leerlingen in (12, 2,500)", ["12"]) == [])
    #expect(try Self.notes("leerlingen >= 0.125 or leerlingen < 1.25", ["3.5", "12.3456"]) == [])
  }
}
