import Model

/// A seeded choice of some of many units, of each stratum its share.
///
/// Each stratum gets the whole part of its share, and what is missing goes one by one to the strata that lost most; of equals
/// the first (proportional allocation: Cochran 1977, "Sampling Techniques", 5.5; largest remainder: Hamilton 1792). Each has
/// a lot of its own, so that a larger sample of the same stratum has the smaller one in it.
struct StratifiedDraw: Equatable {
  /// How many units each stratum has, and how many of them are drawn.
  let sizes: [Int]
  let shares: [Int]
  /// The places of the units that are drawn, ascending.
  let chosen: [Int]

  /// - Parameters:
  ///   - strata: the stratum of each unit, as an index into `names`.
  ///   - names: what makes the lot of a stratum its own.
  init(_ count: Int, of strata: [Int32], named names: [String], seed: Int) {
    var places = [[Int]](repeating: [], count: names.count)
    for (place, stratum) in strata.enumerated() { places[Int(stratum)].append(place) }
    sizes = places.map(\.count)
    shares = Self.shares(of: count, sizes)
    var chosen: [Int] = []
    for (stratum, share) in shares.enumerated() {
      var lot = Self.lot(names[stratum], seed: seed)
      chosen += lot.choose(share, of: sizes[stratum]).map { places[stratum][$0] }
    }
    self.chosen = chosen.sorted()
  }

  /// The lot of a stratum: the same for the same name and seed.
  static func lot(_ name: String, seed: Int) -> Draw {
    Draw(seed: Int(truncatingIfNeeded: FactMark.of([String(seed), name])))
  }

  /// What each of some parts gets of so many; all where there are no more.
  static func shares(of count: Int, _ sizes: [Int]) -> [Int] {
    let all = sizes.reduce(0, +)
    guard count < all else { return sizes }
    guard count > 0 else { return sizes.map { _ in 0 } }
    let parts = sizes.map { size -> (whole: Int, rest: Int) in
      let product = size.multipliedFullWidth(by: count)
      let (whole, rest) = all.dividingFullWidth(product)
      return (whole, rest)
    }
    var shares = parts.map(\.whole)
    let order = parts.indices.sorted { (-parts[$0].rest, $0) < (-parts[$1].rest, $1) }
    for part in order.prefix(count - shares.reduce(0, +)) { shares[part] += 1 }
    return shares
  }
}
