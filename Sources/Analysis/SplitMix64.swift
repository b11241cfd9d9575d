/// Pseudo-random numbers that are the same for the same seed on every machine.
///
/// Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, 453, with the constants of their
/// figure 16.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `count`, by multiplying: uneven by less than `count` in 2⁶⁴.
  @inline(__always)
  mutating func next(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }
}
