/// A seeded choice of some of many, the same wherever and whenever it is made.
///
/// Numbers come from SplitMix64 (Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA).
struct Draw {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Below `bound`, each number as likely: the high half of a product, drawn anew where it would be uneven (Lemire 2019).
  private mutating func next(below bound: UInt64) -> UInt64 {
    var product = next().multipliedFullWidth(by: bound)
    let uneven = (0 &- bound) % bound
    while product.low < uneven { product = next().multipliedFullWidth(by: bound) }
    return product.high
  }

  /// So many of the numbers from 0 below `all`, ascending; every choice is as likely (Fisher and Yates, stopped early).
  mutating func choose(_ count: Int, of all: Int) -> [Int] {
    guard count < all else { return Array(0..<max(0, all)) }
    var moved: [Int: Int] = [:]
    var chosen: [Int] = []
    for place in 0..<max(0, count) {
      let other = place + Int(next(below: UInt64(all - place)))
      chosen.append(moved[other] ?? other)
      moved[other] = moved[place] ?? place
    }
    return chosen.sorted()
  }

  /// The numbers from 0 below `all` in an order by lot; every order is as likely (Fisher and Yates).
  mutating func order(of all: Int) -> [Int] {
    var numbers = Array(0..<max(0, all))
    for place in numbers.indices.dropLast() { numbers.swapAt(place, place + Int(next(below: UInt64(all - place)))) }
    return numbers
  }
}
