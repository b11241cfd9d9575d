import Testing

@testable import Exchange

struct PrintedHeadTests {
  @Test("A head says what its column holds, and of whom")
  func heads() {
    func said(_ head: String) -> String {
      let read = PrintedHead(head)
      return "\(read.role.map { "\($0)" } ?? "-")/\(read.base.map { "\($0)" } ?? "-")/\(read.rest)"
    }
    #expect(
      ["Aantal", "po_count", "% po (n=1.887)", "N", "Percentage van de scholen", "Basis", "Tabel", "Antwoord"].map(said)
        == [
          "count/-/", "count/-/po", "percent/1887/po", "n/-/", "percent/-/scholen", "base/-/", "table/-/",
          "-/-/Antwoord",
        ])
  }
}
