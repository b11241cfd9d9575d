/// Makes keys of the bytes that a terminal sends, however they are split.
///
/// What no key stands for is left out. Holds at most a piece of a key, or a paste of `longestPaste` bytes.
public struct KeyDecoder: Sendable {
  /// In bytes; what goes on is left out.
  static let longestPaste = 1 << 20
  /// In bytes; no key is longer.
  private static let longestSequence = 32
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

  private var pending: [UInt8] = []
  private var paste: [UInt8]?

  public init() {}

  /// A key has begun that more bytes may end: after a moment without any, call `giveUp`.
  public var isWaiting: Bool { !pending.isEmpty && paste == nil }

  public mutating func take(_ bytes: some Sequence<UInt8>) -> [Key] {
    var keys: [Key] = []
    for byte in bytes {
      if paste != nil {
        takePasted(byte, &keys)
      } else {
        pending.append(byte)
        while let length = keyLength(&keys) {
          pending.removeFirst(length)
          if pending.isEmpty { break }
        }
      }
    }
    return keys
  }

  /// Nothing more came: an escape that stood alone is the key of that name.
  public mutating func giveUp() -> [Key] {
    defer { pending = [] }
    return isWaiting && pending.first == 0x1B ? [.escape] : []
  }

  private mutating func takePasted(_ byte: UInt8, _ keys: inout [Key]) {
    pending.append(byte)
    if pending.count > Self.pasteEnd.count { keepPasted(1) }
    guard pending == Self.pasteEnd else { return }
    keys.append(.paste(String(decoding: paste ?? [], as: UTF8.self)))
    (paste, pending) = (nil, [])
  }

  private mutating func keepPasted(_ count: Int) {
    if (paste?.count ?? 0) < Self.longestPaste { paste?.append(contentsOf: pending.prefix(count)) }
    pending.removeFirst(count)
  }

  /// The bytes that a whole key at the start takes, its key added; nil where more must come.
  private mutating func keyLength(_ keys: inout [Key]) -> Int? {
    let first = pending[0]
    switch first {
    case 0x1B: return escapeLength(&keys)
    case 0x0D, 0x0A: keys.append(.enter)
    case 0x09: keys.append(.tab)
    case 0x7F, 0x08: keys.append(.backspace)
    case 0x01...0x1A: keys.append(.control(Character(Unicode.Scalar(first + 0x60))))
    case 0x20...0x7E: keys.append(.letter(Character(Unicode.Scalar(first))))
    case 0xC2...0xF4: return scalarLength(&keys)
    default: break
    }
    return 1
  }

  private func scalarLength(_ keys: inout [Key]) -> Int? {
    let length = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
    if let broken = pending.prefix(length).dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) { return broken }
    guard pending.count >= length else { return nil }
    let scalars = String(decoding: pending[..<length], as: UTF8.self).unicodeScalars
    if scalars.count == 1, let scalar = scalars.first, scalar != "\u{FFFD}", scalar.value > 0x9F {
      keys.append(.letter(Character(scalar)))
    }
    return length
  }

  private mutating func escapeLength(_ keys: inout [Key]) -> Int? {
    guard pending.count > 1 else { return nil }
    switch pending[1] {
    case UInt8(ascii: "["): return sequenceLength(&keys)
    case UInt8(ascii: "O"):
      guard pending.count > 2 else { return nil }
      if let key = Self.key(ending: pending[2], shifted: false) { keys.append(key) }
      return 3
    default:
      // Typed fast, or Alt with a letter: the letter comes next.
      keys.append(.escape)
      return 1
    }
  }

  private mutating func sequenceLength(_ keys: inout [Key]) -> Int? {
    guard let end = pending.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      return pending.count > Self.longestSequence ? pending.count : nil
    }
    guard (0x40...0x7E).contains(pending[end]) else { return end }
    let numbers = pending[2..<end].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let isShifted = numbers.count > 1 && numbers[1] == 2
    if pending[end] == UInt8(ascii: "~"), numbers.first == 200 {
      paste = []
    } else if pending[end] == UInt8(ascii: "~") {
      if let key = Self.key(numbered: numbers.first ?? 0) { keys.append(key) }
    } else if let key = Self.key(ending: pending[end], shifted: isShifted) {
      keys.append(key)
    }
    return end + 1
  }

  private static func key(ending byte: UInt8, shifted: Bool) -> Key? {
    switch Unicode.Scalar(byte) {
    case "A": shifted ? .shiftUp : .up
    case "B": shifted ? .shiftDown : .down
    case "C": shifted ? .shiftRight : .right
    case "D": shifted ? .shiftLeft : .left
    case "H": .home
    case "F": .end
    case "M": .enter
    case "P": .help
    case "Z": .backTab
    default: nil
    }
  }

  private static func key(numbered number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11: .help
    default: nil
    }
  }
}
