import Model

/// What the values of a scheme are beyond names: numbers, or at least in an order.
struct ValueOrder: Equatable {
  enum Numbers: Equatable {
    /// For each value its number; 0 for one that is none and that nobody gave.
    case all([Double])
    /// A value that somebody gave and that is no number.
    case no(value: Int)
  }

  let numbers: Numbers
  /// For each value its rank from 0, the same for the same number; nil where there is no order.
  ///
  /// The order is that of the numbers where all values are numbers, else that of a declared scheme.
  let ranks: [Int]?

  init(_ judgements: Judgements) {
    let read = judgements.values.map { Double($0).flatMap { $0.isFinite ? $0 : nil } }
    var isGiven = [Bool](repeating: false, count: read.count)
    for value in judgements.value { isGiven[Int(value)] = true }
    let odd = read.indices.first { read[$0] == nil && isGiven[$0] }
    numbers = odd.map { .no(value: $0) } ?? .all(read.map { $0 ?? 0 })
    let all = read.compactMap { $0 }
    if all.count == read.count {
      let rank = Dictionary(uniqueKeysWithValues: Set(all).sorted().enumerated().map { ($1, $0) })
      ranks = all.map { rank[$0] ?? 0 }
    } else {
      ranks = judgements.isDeclared ? Array(read.indices) : nil
    }
  }
}
