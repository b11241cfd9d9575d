import Model

/// A table of names that remembers short ones it has just seen: a column with few values costs next to nothing a row.
struct ShortNames {
  private static let places = 256

  private(set) var table = NameTable()
  /// The bytes of a name of at most seven, with their number in the lowest byte; 0 where nothing is remembered.
  private var keys = [UInt64](repeating: 0, count: places)
  private var numbers = [Int32](repeating: 0, count: places)

  var names: [String] { table.names }

  @inline(__always)
  mutating func number(of cell: Range<Int>, in bytes: Span<UInt8>, text: (Span<UInt8>) -> String) -> Int32 {
    guard cell.count <= 7, !cell.isEmpty else { return table.number(of: bytes.extracting(cell), text: text) }
    var key = UInt64(cell.count)
    for index in cell { key = key << 8 | UInt64(bytes[index]) }
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
    if keys[place] == key { return numbers[place] }
    let number = table.number(of: bytes.extracting(cell), text: text)
    keys[place] = key
    numbers[place] = number
    return number
  }
}
