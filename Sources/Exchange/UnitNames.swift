import Model

/// Gives each distinct name of a unit one number, those of whole numbers without looking at their spelling again.
///
/// Names such as `0`, `17` and `4711` are looked up by what they say; all others, `017` too, by their bytes.
struct UnitNames {
  /// For whole numbers the number of the unit, -1 where it was not seen.
  private var places: [Int32] = []
  /// The least whole number that is looked up by its bytes, so that one large number costs no memory.
  private let bound: Int
  private var others = SpellingTable()
  /// For each unit its whole number, or its place among the others below 0.
  private var origins: [Int32] = []

  /// - Parameter bytes: how many the sheet has; twice as many are taken for places at most.
  init(bytes: Int) { bound = min(1 << 28, max(1024, bytes / 2)) }

  var count: Int { origins.count }

  func name(_ number: Int) -> String {
    let origin = Int(origins[number])
    return origin >= 0 ? String(origin) : others.name(-1 - origin)
  }

  mutating func number(of bytes: Span<UInt8>) -> Int32 {
    if let whole = Self.wholeNumber(bytes), whole < bound { return number(ofWhole: whole) }
    let known = others.count
    let place = others.number(of: bytes)
    if others.count > known {
      numbersOfOthers.append(Int32(origins.count))
      origins.append(-1 - place)
    }
    return numbersOfOthers[Int(place)]
  }

  /// For each of the others the number of its unit.
  private var numbersOfOthers: [Int32] = []

  @inline(__always)
  private mutating func number(ofWhole whole: Int) -> Int32 {
    if whole >= places.count {
      let room = min(bound, max(1024, 2 * whole + 1))
      places.append(contentsOf: repeatElement(-1, count: room - places.count))
    }
    if places[whole] < 0 {
      places[whole] = Int32(origins.count)
      origins.append(Int32(whole))
    }
    return places[whole]
  }

  /// A number as it is printed, without a sign and without a zero before it; nil for all else.
  @inline(__always)
  private static func wholeNumber(_ bytes: Span<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9, bytes[0] != 0x30 || bytes.count == 1 else { return nil }
    var whole = 0
    for index in bytes.indices {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      whole = whole * 10 + Int(digit)
    }
    return whole
  }
}
