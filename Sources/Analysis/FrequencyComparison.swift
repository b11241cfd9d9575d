#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// How often something was said in one collection of texts and in another.
///
/// Rayson & Garside, "Comparing corpora using frequency profiling", Workshop on Comparing Corpora (2000), after Dunning,
/// Computational Linguistics 19 (1993) 61.
struct FrequencyComparison: Equatable {
  let one: Int
  let other: Int
  /// All that was said in each.
  let sizeOfOne: Int
  let sizeOfOther: Int

  /// Of the times it was said in both, so many as the first has of all: N₁ (O₁ + O₂) / (N₁ + N₂).
  var expected: Double { share(sizeOfOne) }

  /// 2 (O₁ ln(O₁/E₁) + O₂ ln(O₂/E₂)), with 0 ln 0 = 0.
  var logLikelihood: Double {
    func part(_ observed: Int, _ expected: Double) -> Double {
      observed == 0 || expected == 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    return max(0, 2 * (part(one, share(sizeOfOne)) + part(other, share(sizeOfOther))))
  }

  var isMoreThanExpected: Bool { Double(one) > expected }

  private func share(_ size: Int) -> Double {
    let all = sizeOfOne + sizeOfOther
    return all == 0 ? 0 : Double(size) * Double(one + other) / Double(all)
  }
}
