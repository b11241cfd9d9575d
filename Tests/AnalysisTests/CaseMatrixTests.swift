import Model
import Testing

@testable import Analysis

@Suite("Cases by codes")
struct CaseMatrixTests {
  private let size = AttributeColumn(
    name: "A", level: .cases, values: ["small", "old"], answers: [[0, 1], [], [1]])

  private func table(_ cells: CaseMatrix.Cells, _ unit: CountUnit = .cases) -> Table {
    CaseMatrix(tree: SmallStudy.tree, codes: [0, 1, 2, 3], unit: unit, cells: cells).table(
      on: SmallStudy.ground, attributes: unit == .cases ? [size] : [])
  }

  @Test("Each case has its attributes and a number a code; a case without codings has none of any")
  func codings() {
    #expect(
      table(.codings).lines == [
        "case attribute_A A B C D", "Elm small|old 3 2 1 2", "Oak - 2 0 1 1", "Ash old 0 0 0 0",
      ])
    #expect(
      table(.codings).notes.map(\.text) == [
        "cases", "3 cases", "distinct codings", "1 transcript without a case.",
        "A code stands for itself and its children; the codings of the children are added.",
      ])
  }

  @Test("Cells can be 0 and 1, or words, each once")
  func others() {
    #expect(table(.binary).lines.dropFirst() == ["Elm small|old 1 1 1 1", "Oak - 1 0 1 1", "Ash old 0 0 0 0"])
    #expect(table(.words).lines.dropFirst() == ["Elm small|old 4 4 2 4", "Oak - 3 0 1 2", "Ash old 0 0 0 0"])
  }

  @Test("Transcripts can be the rows")
  func transcripts() {
    #expect(
      table(.binary, .transcripts).lines == [
        "transcript A B C D", "elm-1 1 1 1 1", "elm-2 0 0 0 1", "oak-1 1 0 1 1", "stray 1 1 0 1",
      ])
  }

  @Test("The columns add up to the frequencies, on three hundred small grounds", arguments: CaseMatrix.Cells.allCases)
  func additive(cells: CaseMatrix.Cells) {
    for seed in 0..<300 {
      let sample = RandomGround(seed: UInt64(seed))
      let codes = Array(0..<sample.tree.count)
      let matrix = CaseMatrix(tree: sample.tree, codes: codes, unit: .transcripts, cells: cells)
        .table(on: sample.ground, attributes: [])
      let unit: CountUnit = [.codings: .codings, .binary: .transcripts, .words: .words][cells] ?? .codings
      let tally = FrequencyTally(of: unit, on: sample.ground, tree: sample.tree, codes: codes)
      let sums = codes.map { code in
        matrix.rows.reduce(0) { sum, row in if case .count(let number) = row[code + 1] { sum + number } else { sum } }
      }
      #expect(sums == tally.counts, "seed \(seed)")
    }
  }
}
