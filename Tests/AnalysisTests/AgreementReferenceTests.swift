import Testing

@testable import Analysis

@Suite("Agreement: worked examples of the literature")
struct AgreementReferenceTests {
  /// Some packages give 0 as the standard error where they call an undefined coefficient 1.
  private static let errorsOfUndefined: [String: Set<String>] = [
    "o15-all-the-same.csv": ["alpha_nominal_se", "fleiss_kappa_se"]
  ]

  @Test("Every value is that of at least two other implementations, to 1e-6", arguments: AgreementFixture.all)
  func values(fixture: AgreementFixture) throws {
    let figures = try fixture.figures()
    for (name, expected) in fixture.expected {
      if Self.errorsOfUndefined[fixture.file]?.contains(name) == true { continue }
      let isError = name.hasSuffix("_se")
      let figure = try #require(figures[isError ? String(name.dropLast(3)) : name], "\(name)")
      let value = try #require(isError ? figure.samplingError : figure.value, "\(name)")
      #expect(abs(value - expected) < 1e-6, "\(name)")
      #expect(figure.reason.isEmpty, "\(name)")
    }
  }

  @Test("What is undefined has no value and no interval, and a sentence that says why", arguments: AgreementFixture.all)
  func undefined(fixture: AgreementFixture) throws {
    let figures = try fixture.figures()
    for name in fixture.undefined ?? [] where !name.hasSuffix("_se") {
      let figure = try #require(figures[name], "\(name)")
      #expect(figure.value == nil && figure.samplingError == nil && figure.low == nil, "\(name)")
      #expect(figure.reason.hasSuffix("."), "\(name)")
    }
    for figure in figures.values where figure.value == nil { #expect(!figure.reason.isEmpty, "\(figure)") }
  }

  @Test(
    "Bootstrap intervals are those of other generators, within what chance allows",
    arguments: AgreementFixture.all.filter { $0.bootstrap != nil })
  func bootstrap(fixture: AgreementFixture) throws {
    let figures = try fixture.figures(resamples: 4_000)
    for (name, expected) in fixture.bootstrap ?? [:] {
      let figure = try #require(figures[name])
      #expect(abs(try #require(figure.low) - expected.lo) < expected.tolerance, "\(name)")
      #expect(abs(try #require(figure.high) - expected.hi) < expected.tolerance, "\(name)")
      #expect(abs(try #require(figure.samplingError) - expected.se) < expected.tolerance / 2, "\(name)")
    }
  }

  @Test("All examples are there")
  func all() { #expect(AgreementFixture.all.count == 20) }
}
