import Model
import Testing

@testable import Export

struct CodeNetworkTests {
  private func shown(_ table: Table) -> [String]? {
    CodeNetwork(table).map { network in
      network.nodes.map { "\($0.key) \($0.count.map { "\(Int($0))" } ?? "-")" }
        + network.edges.map { "\(network.nodes[$0.a].key)-\(network.nodes[$0.b].key) \(Int($0.count))" }
    }
  }

  @Test("A matrix and its pairs are the same network")
  func same() {
    let expected = ["B3 40", "C1 30", "K1 25", "B3-C1 2", "B3-K1 12"]
    #expect(shown(Samples.meetings) == expected)
    #expect(shown(Samples.pairsOfCodes) == expected)
  }

  @Test("A rectangle has its rows and columns as codes, weighed by how often they meet")
  func rectangle() {
    let table = Table(
      title: "", columns: [.init("code", "Code", .text)] + ["K", "S"].map { .init($0, $0, .count, group: $0) },
      rows: [[.text("A"), .count(1), .count(2)], [.text("B"), .none, .count(0)]])
    #expect(shown(table) == ["A -", "B -", "K -", "S -", "A-K 1", "A-S 2"])
    #expect(CodeNetwork(table)?.weights == [3, 0, 1, 2])
  }

  @Test("Of a dense network the pairs that meet most are drawn, and the picture says how many")
  func dense() {
    let keys = (0..<20).map { "K\($0)" }
    let table = Table(
      title: "", columns: [.init("code", "Code", .text)] + keys.map { .init($0, $0, .count, group: $0) },
      rows: keys.indices.map { row in [.text(keys[row])] + keys.indices.map { .count(1 + abs(row - $0)) } })
    let svg = ExportFormat.svg.text(table, options: ExportOptions(picture: .network))
    // Pairs that differ by 10 or more: 10 + 9 + ... + 1.
    #expect(svg.contains(">55 of 190 pairs: those that meet 11 times or more</text>"))
    #expect(svg.split(separator: "\n").count { $0.hasPrefix("<path d=\"M") } == 55)
  }

  @Test("Another table is no network")
  func other() {
    #expect(CodeNetwork(Samples.frequencies) == nil)
    #expect(CodeNetwork(Samples.byValue) == nil)
  }
}
