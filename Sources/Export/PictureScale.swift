import Glibc

/// An axis from 0 to a round number, with three to six ticks at round steps.
struct PictureScale {
  let top: Double
  let step: Double
  let isPercent: Bool

  init(most: Double, isPercent: Bool) {
    self.isPercent = isPercent
    let most = most.isFinite && most > 0 ? most : 1
    let power = pow(10, floor(log10(most)))
    let steps = [0.2, 0.5, 1, 2].map { $0 * power }
    let wanted = steps.first { most / $0 <= 5.5 } ?? power
    step = isPercent ? wanted : max(1, wanted)
    top = max(step, (most / step - 1e-9).rounded(.up) * step)
  }

  /// The numbers from 1 that have room where each takes `pitch` pixels: all, or every second, fifth, tenth...
  static func numbers(to count: Int, pitch: Double) -> [Int] {
    let steps = [1, 2, 5].flatMap { first in (0..<7).map { first * power($0) } }.sorted()
    let step = steps.first { Double($0) * pitch >= 30 } ?? max(1, count)
    return Array(stride(from: step, through: count, by: step))
  }

  private static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { power, _ in power * 10 } }

  var ticks: [Double] {
    let count = Int((top / step).rounded())
    return (0...max(1, min(count, 20))).map { Double($0) * step }
  }

  func word(_ tick: Double) -> String {
    (NumberText.exact((tick * 1000).rounded() / 1000) ?? "") + (isPercent ? "%" : "")
  }
}
