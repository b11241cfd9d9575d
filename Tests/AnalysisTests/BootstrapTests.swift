import Model
import Synchronization
import Testing

@testable import Analysis

@Suite("Bootstrap")
struct BootstrapTests {
  @Test("The generator gives the numbers of SplitMix64")
  func generator() {
    var generator = SplitMix64(seed: 1_234_567)
    // As printed by the reference implementation in C of Vigna (2015), seed 1234567.
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
    #expect((0..<1_000).allSatisfy { _ in (0..<7).contains(generator.next(below: 7)) })
  }

  @Test("The same seed gives the same intervals, another seed others")
  func seeds() throws {
    let fixture = try AgreementFixture.named("o05")
    let judgements = try fixture.judgements()
    func rows(_ seed: UInt64) throws -> [AgreementFigure] {
      try JudgementAgreement(judgements, resamples: 50, seed: seed).figures().figures
    }
    #expect(try rows(4) == rows(4))
    #expect(try rows(4) != rows(5))
  }

  @Test("Resamples without a value are left out and counted")
  func undefined() {
    let bootstrap = Bootstrap(resamples: 10, seed: 1)
    var calls = 0
    let found = bootstrap.intervals(patternOfUnit: [0, 0, 1], patternCount: 2) { weights in
      #expect(weights.reduce(0, +) == 3)
      calls += 1
      return [calls % 2 == 0 ? nil : Double(calls), nil]
    }
    #expect(found[0]?.undefined == 5)
    #expect(abs((found[0]?.low ?? 0) - 1.2) < 1e-12 && abs((found[0]?.high ?? 0) - 8.8) < 1e-12)
    #expect(found[1] == nil)
  }

  @Test("Who stops the resamples gets no interval, not one of those that are there", arguments: [1, 2, 30])
  func stopped(after asked: Int) {
    var calls = 0
    #expect(throws: CancellationError.self) {
      _ = try Bootstrap(resamples: 1_000_000, seed: 1).intervals(patternOfUnit: [0, 0, 1], patternCount: 2) { _ in
        calls += 1
        if calls == asked { throw CancellationError() }
        return [1]
      }
    }
    #expect(calls == asked)
  }

  @Test("Agreement is stopped between two codes, also in the middle of a resample", arguments: 1...40)
  func stoppedAgreement(after asked: Int) throws {
    let coded = try AgreementFixture.named("o20").codeSets()
    let values = Judgements.random(seed: 7, coders: 3, values: 4, units: 20)
    for work in [
      { (goOn: @escaping @Sendable () throws -> Void) in
        _ = try CodeSetAgreement(coded, resamples: 1_000_000, goingOn: goOn).table()
      },
      { (goOn: @escaping @Sendable () throws -> Void) in
        _ = try JudgementAgreement(values, resamples: 1_000_000, goingOn: goOn).table()
      },
    ] {
      let calls = Mutex(0)
      #expect(throws: CancellationError.self) {
        try work {
          let count = calls.withLock { calls in
            calls += 1
            return calls
          }
          if count == asked { throw CancellationError() }
        }
      }
      #expect(calls.withLock { $0 } == asked)
    }
  }

  @Test("Quantiles lie between the two nearest values")
  func quantiles() {
    #expect(Bootstrap.quantile([1, 2, 4], 0.25) == 1.5)
    #expect(Bootstrap.quantile([1, 2, 4], 1) == 4)
    #expect(Bootstrap.quantile([3], 0.975) == 3)
  }
}
