import Model
import TestSupport
import Testing

@testable import Export

struct ApportionmentTests {
  @Test("Parts that add up to a hundred do so when rounded; equals go from the first")
  func hundred() {
    let third = 100.0 / 3
    #expect(Apportionment.rounded([third, third, third], decimals: 0) == [34, 33, 33])
    #expect(Apportionment.rounded([third, third, third], decimals: 1) == [33.4, 33.3, 33.3])
    #expect(Apportionment.rounded([50.4, 49.6], decimals: 0) == [50, 50])
    #expect(Apportionment.rounded([0, 100], decimals: 0) == [0, 100])
    #expect(Apportionment.rounded([12.5, 12.5, 75], decimals: 0) == [13, 12, 75])
  }

  @Test(
    "Parts of anything else are left alone", arguments: [[], [50, 40], [-10, 110], [.nan, 100], [100, .infinity]])
  func other(parts: [Double]) { #expect(Apportionment.rounded(parts, decimals: 0) == nil) }

  @Test("No part moves by a whole unit, whatever the counts")
  func random() {
    var generator = SeededGenerator(seed: 1792)
    for _ in 0..<500 {
      let counts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in Int.random(in: 0...99, using: &generator)
      }
      let sum = counts.reduce(0, +)
      guard sum > 0 else { continue }
      let parts = counts.map { Double($0) / Double(sum) * 100 }
      let rounded = Apportionment.rounded(parts, decimals: 0) ?? []
      #expect(rounded.reduce(0, +) == 100)
      #expect(zip(parts, rounded).allSatisfy { abs($0 - $1) < 1 + 1e-6 && $1 == $1.rounded() })
    }
  }

  @Test("Asked for, a column that adds up is rounded together, and a note says which")
  func table() {
    let options = ExportOptions(rounding: .largestRemainder)
    #expect(
      ExportFormat.text.text(Samples.answers, options: options) == """
        Answers

        Value      po count  po percentage  vo count  vo percentage
        ───────────────────────────────────────────────────────────
        ja                1            34%         6            75%
        nee               1            33%         1            13%
        weet niet         1            33%         1            12%

        Unit: cases
        Base: 14 cases
        Filter: none
        Coders: all (anna, bram)
        Multiple response: a case may have several codes
        Rounding: percentages to whole numbers, a half away from zero; 'po percentage, vo percentage' by largest remainder, so that it adds up to 100
        Made by: draad frequencies C D · version 0.1.0 · content 0123456789abcdef · last change 2026-03-04

        """)
  }
}
