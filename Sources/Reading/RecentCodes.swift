/// The codes under the keys 1 to 9: a code keeps its key until it is the one of nine that was not used for longest.
struct RecentCodes: Equatable, Sendable {
  static let count = 9

  /// By key; fewer than nine while fewer were used.
  private(set) var slots: [Int] = []
  /// The code used last first.
  private(set) var lastUsed: [Int] = []

  init() {}

  mutating func use(_ code: Int) {
    if !slots.contains(code) {
      if slots.count < Self.count {
        slots.append(code)
      } else if let oldest = lastUsed.last(where: { slots.contains($0) }), let slot = slots.firstIndex(of: oldest) {
        slots[slot] = code
      }
    }
    lastUsed.removeAll { $0 == code }
    lastUsed.insert(code, at: 0)
  }

  /// The code under a digit, from 1; nil where there is none yet.
  func code(under digit: Int) -> Int? {
    slots.indices.contains(digit - 1) ? slots[digit - 1] : nil
  }
}
