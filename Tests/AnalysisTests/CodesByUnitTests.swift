import Model
import Testing

@testable import Analysis

@Suite("Codes by unit")
struct CodesByUnitTests {
  @Test("Each unit has each code once, with the codes above it; units without codes are there too")
  func segments() {
    let slots = CodeSlots([3, 0], tree: SmallStudy.tree)
    let rows = CodesByUnit(UnitIncidences(of: .segments, in: SmallStudy.ground), slots: slots, codeCount: 4)
    #expect(rows.offsets == [0, 2, 3, 4, 5, 6, 8, 8, 10, 11])
    #expect(rows.slots == [1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0])
  }

  @Test("A coding lies in every segment with which it shares a byte")
  func incidences() {
    let incidences = UnitIncidences(of: .segments, in: SmallStudy.ground)
    #expect(incidences.unitCount == 9)
    #expect(incidences.units == [0, 0, 0, 0, 1, 2, 3, 4, 5, 5, 7, 7, 8])
  }

  @Test("Doubles by two coders are one coding")
  func distinct() {
    let rows: [[Int32]] = [[0, 0, 4, 1, 0], [0, 0, 4, 2, 0], [0, 0, 4, 1, 1], [0, 0, 5, 1, 0], [1, 0, 5, 1, 0]]
    #expect(CodingColumns(sorting: rows).distinct.rows == [rows[0], rows[1], rows[3], rows[4]])
  }
}
