import Model

/// Finds the cells of one CSV row after the other in UTF-8 bytes, without making strings.
struct FieldScanner {
  /// Where a cell stands, in bytes; a rough one is quoted in a way that has to be read again to get its text.
  struct Field {
    var start: Int
    var end: Int
    var isRough: Bool
  }

  private static let quote = UInt8(ascii: "\"")
  private let separator: UInt8
  private var position: Int
  private var nextLine: Int
  private(set) var fields: [Field] = []
  /// The line of the row in `fields`, from 1.
  private(set) var line = 0

  init(separator: UInt8, position: Int, line: Int) {
    self.separator = separator
    self.position = position
    nextLine = line
  }

  /// Moves to the next row; false at the end.
  mutating func advance(in bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count else { return false }
    line = nextLine
    if takePlainRow(in: bytes) { return true }
    fields.removeAll(keepingCapacity: true)
    while true {
      scanField(in: bytes)
      guard position < bytes.count else { return true }
      let byte = bytes[position]
      position += 1
      guard byte == separator else {
        nextLine += 1
        return true
      }
      // What stands after the last separator is an empty cell.
      if position == bytes.count {
        fields.append(Field(start: position, end: position, isRough: false))
        return true
      }
    }
  }

  /// Takes a row that has as many cells as the one before and no quote at the beginning of one; false where it is another.
  ///
  /// Nearly all rows of large sheets are such, and their cells are written over those of the row before.
  private mutating func takePlainRow(in bytes: Span<UInt8>) -> Bool {
    let (count, separator, quote) = (bytes.count, separator, Self.quote)
    var at = position
    let isTaken = fields.withUnsafeMutableBufferPointer { fields in
      bytes.withUnsafeBufferPointer { bytes in
        for number in fields.indices {
          let start = at
          guard start == count || bytes[start] != quote else { return false }
          while at < count, bytes[at] != separator, bytes[at] != 0x0A { at += 1 }
          fields[number] = Field(start: start, end: at, isRough: false)
          let isLast = number + 1 == fields.count
          guard at < count else { return isLast }
          guard (bytes[at] == 0x0A) == isLast else { return false }
          at += 1
        }
        return !fields.isEmpty
      }
    }
    guard isTaken else { return false }
    if bytes[at - 1] == 0x0A { nextLine += 1 }
    position = at
    return true
  }

  /// Whether the quote of a rough cell is still open where the cell ends.
  func isOpen(_ field: Field, in bytes: Span<UInt8>) -> Bool {
    var quotes = 0
    for index in field.start..<field.end where bytes[index] == Self.quote { quotes += 1 }
    return quotes % 2 == 1
  }

  /// Takes one cell and stops at the separator, the line feed or the end.
  private mutating func scanField(in bytes: Span<UInt8>) {
    let start = position
    guard start < bytes.count, bytes[start] == Self.quote else {
      while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A { position += 1 }
      fields.append(Field(start: start, end: position, isRough: false))
      return
    }
    var quoted = true
    var quotes = 1
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        quoted.toggle()
        quotes += 1
      } else if !quoted, byte == separator || byte == 0x0A {
        break
      } else if byte == 0x0A {
        nextLine += 1
      }
      position += 1
    }
    var end = position
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    let isPlain = quotes == 2 && end - start >= 2 && bytes[end - 1] == Self.quote
    fields.append(
      isPlain
        ? Field(start: start + 1, end: end - 1, isRough: false) : Field(start: start, end: position, isRough: true))
  }
}
