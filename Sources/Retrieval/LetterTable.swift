/// What becomes of one character in the index: a letter, nothing, or the end of a word.
struct LetterTable: Sendable {
  /// Ends a word.
  static let separator: UInt32 = 0xFFFF
  /// Neither ends a word nor leaves anything in it: soft hyphen, zero-width characters.
  static let invisible: UInt32 = 0xFFFE
  /// An accent by itself: continues a word, leaves nothing in it.
  static let accent: UInt32 = 0

  static let shared = LetterTable()

  /// Where a flat table answers at once: all of Latin, Greek and Cyrillic.
  private static let flatCount = 0x3000
  private let flat: [UInt16]
  private let beyond: [UInt32: UInt32]

  private init() {
    var flat = (0..<Self.flatCount).map { UInt16($0) }
    var beyond: [UInt32: UInt32] = [0xFEFF: Self.invisible]
    func put(_ value: UInt32, for point: UInt32) {
      if point < Self.flatCount { flat[Int(point)] = UInt16(value) } else { beyond[point] = value }
    }
    for point in UInt32(0)..<128 where !Self.isASCIILetterOrDigit(UInt8(point)) { put(Self.separator, for: point) }
    for point in UInt32(65)...90 { put(point + 32, for: point) }
    let bounds = SeparatorTable.bounds
    for index in stride(from: 0, to: bounds.count, by: 2) where bounds[index] < Self.flatCount {
      for point in bounds[index]...min(bounds[index + 1], UInt32(Self.flatCount - 1)) {
        put(Self.separator, for: point)
      }
    }
    for group in FoldingTable.groups.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let letter = group.first else { continue }
      for variant in group.dropFirst() { put(letter.value, for: variant.value) }
    }
    for point in SeparatorTable.accents { put(Self.accent, for: point) }
    for point in [0xAD, 0x200B, 0x200C, 0x200D, 0x2060] as [UInt32] { put(Self.invisible, for: point) }
    self.flat = flat
    self.beyond = beyond
  }

  /// The folded code point, or one of the marks above.
  func folded(_ point: UInt32) -> UInt32 {
    if point < Self.flatCount { return UInt32(flat[Int(point)]) }
    if let value = beyond[point] { return value }
    return Self.isSeparator(point) ? Self.separator : point
  }

  /// Whether SQLite's tokenizer takes this ASCII byte as part of a word.
  static func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= 0x61 && lower <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Finds the last run that begins at or before the point.
  private static func isSeparator(_ point: UInt32) -> Bool {
    let bounds = SeparatorTable.bounds
    var low = 0
    var high = bounds.count / 2
    while low < high {
      let middle = (low + high) / 2
      if bounds[2 * middle] <= point { low = middle + 1 } else { high = middle }
    }
    return low > 0 && point <= bounds[2 * low - 1]
  }
}
