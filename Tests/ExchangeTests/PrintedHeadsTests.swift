import Testing

@testable import Exchange

struct PrintedHeadsTests {
  private func heads(_ rows: [[String]]) -> [String] { PrintedHeads(rows).heads }
  private let under = ["", "aantal", "%", "aantal", "%"]
  private let data = ["a", "10", "20%", "5", "50%"]

  @Test("An empty cell, or a row with fewer, belongs to the head before it")
  func spread() {
    let both = ["Rij", "po aantal", "po %", "vo aantal", "vo %"]
    #expect(heads([["Rij", "po", "vo"], under, data]) == both)
    #expect(heads([["Rij", "po", "", "vo", ""], under, data]) == both)
    #expect(heads([["Rij", "po", "", "vo"], under, data]) == both)
    #expect(heads([["po", "vo"], under, data]) == ["", "po aantal", "po %", "vo aantal", "vo %"])
    #expect(heads([["Rij", "po", "vo", "so"], under, data]) == ["", "aantal", "%", "aantal", "%"])
  }

  @Test("A row with a number, or of words only, is none")
  func rows() {
    #expect(PrintedHeads([["Antwoord", "Aantal", "%"], ["", "12", "40%"]]).height == 1)
    #expect(PrintedHeads([["Antwoord", "Aantal", "%"], ["Scholen", "", ""], ["a", "1", "2%"]]).height == 1)
    #expect(PrintedHeads([["Antwoord", "Aantal", "%"], ["Aantal", "geen", "-"], ["a", "1", "2%"]]).height == 1)
    #expect(PrintedHeads([["a", "1", "2%"], ["b", "1", "2%"]]).height == 0)
    #expect(PrintedHeads([]) == PrintedHeads([[]]) || PrintedHeads([[]]).heads == [])
  }

  @Test("A blank corner is added where columns stand apart by blanks")
  func corner() {
    #expect(heads([["Aantal", "%"], ["a", "12", "40%"]]) == ["", "Aantal", "%"])
  }
}
