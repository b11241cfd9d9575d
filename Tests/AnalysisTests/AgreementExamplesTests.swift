import Testing

@testable import Analysis

@Suite("Worked examples in the program")
struct AgreementExamplesTests {
  @Test("Every published figure comes out, as far as it was printed")
  func published() throws {
    let (table, agrees) = try AgreementExamples.check()
    #expect(agrees)
    #expect(table.columns.map(\.key) == ["example", "expected", "computed", "difference", "source"])
    #expect(table.rows.count == AgreementExamples.all.reduce(0) { $0 + $1.published.count })
    #expect(
      table.rows[1]
        == [
          .text("two coders, two values: alpha_nominal"), .number(0.095), .number(0.09523809523809523),
          .number(0.09523809523809523 - 0.095), .text("Krippendorff (2011), section A"),
        ])
  }
}
