import Foundation
import Model

/// How large a sample is to be, as typed: a number of units, or a part of all of them.
struct SampleSize: Equatable {
  enum Measure: Equatable {
    case count(Int)
    /// More than 0 and at most 100.
    case percent(Double)
  }

  let measure: Measure

  /// - Parameter option: what it was typed behind, for the hint.
  init(_ typed: String, option: String) throws {
    let text = typed.trimmed
    if text.hasSuffix("%"), let percent = Double(text.dropLast().trimmed.replacing(",", with: ".")),
      percent > 0, percent <= 100
    {
      measure = .percent(percent)
    } else if let count = Int(text), count > 0 {
      measure = .count(count)
    } else {
      throw Problem(
        "'\(typed)' is no size of a sample.", hint: "Give a number or a part: \(option) 20, or \(option) 10%",
        kind: .usage)
    }
  }

  /// How many of so many units; a part is rounded up, so that it is at least what was asked for.
  func count(of all: Int) -> Int {
    switch measure {
    case .count(let count): min(count, all)
    case .percent(let percent): min(all, Int((percent * Double(all) / 100 - 1e-9).rounded(.up)))
    }
  }
}
