import TestSupport
import Testing

@testable import Exchange

@Suite struct GroupedRowsTests {
  @Test("Rows in any order are grouped as sorting would", arguments: 1...5)
  func grouping(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let names = ["Zoë", "Bo", "Nobody", "Anna"]
    let rows = (0..<40).flatMap { unit in [0, 1, 3].map { (unit: Int32(unit), coder: Int32($0)) } }
      .shuffled(using: &generator)
    let grouped = GroupedRows(
      unit: rows.map(\.unit), unitCount: 40, coder: rows.map(\.coder), coders: names)
    #expect(grouped.coders == ["Anna", "Bo", "Zoë"])
    #expect(grouped.doubles.isEmpty)
    let places: [Int32] = [2, 1, -1, 0]
    let sorted = rows.indices.sorted {
      (rows[$0].unit, places[Int(rows[$0].coder)]) < (rows[$1].unit, places[Int(rows[$1].coder)])
    }
    #expect(grouped.order == sorted.map(Int32.init))
  }

  @Test("Rows of one unit and one coder are told, in the order of the sheet")
  func doubles() {
    let grouped = GroupedRows(unit: [0, 0, 0, 1], unitCount: 2, coder: [0, 1, 0, 0], coders: ["A", "B"])
    #expect(grouped.doubles.map { [$0.first, $0.second] } == [[0, 2]])
  }
}
