@_spi(_Unicode) import Swift

/// The text of a source as another program has it, and the same as it is kept here: NFC, line ends LF, no control characters.
///
/// Knows for each position in the one where that is in the other.
struct SourceText {
  /// As it is kept.
  private(set) var text = ""
  /// For each code point of the source the byte of the kept text at which what became of it begins.
  private var starts: [Int32] = []
  private var kinds: [Kind] = []
  /// Control characters that were left out.
  private(set) var dropped = 0
  /// Whether bytes of the source were no characters.
  private(set) var isBroken = false
  private(set) var hasPairs = false
  private(set) var hasLongLineEnds = false

  private enum Kind: UInt8 {
    case plain
    /// Beyond U+FFFF: two units of UTF-16.
    case pair
    /// The LF of a CR LF.
    case lineFeed
    /// Not the first of what became one character.
    case joined
  }

  /// Takes UTF-8, or UTF-16 with its mark; the mark is not counted.
  init(_ bytes: [UInt8]) {
    let (source, isBroken) = Self.decoded(bytes)
    self.init(source)
    self.isBroken = isBroken
  }

  /// The text of a file without its mark, and whether bytes of it were no characters.
  static func decoded(_ bytes: [UInt8]) -> (text: String, isBroken: Bool) {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
      let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      let text = String(decoding: body, as: UTF8.self)
      return (text, !body.elementsEqual(text.utf8))
    }
    let isLittle = bytes[0] == 0xFF
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { at in
      isLittle ? UInt16(bytes[at]) | UInt16(bytes[at + 1]) << 8 : UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
    }
    return (String(decoding: units, as: UTF16.self), false)
  }

  init(_ source: String) {
    starts.reserveCapacity(source.utf8.count)
    kinds.reserveCapacity(source.utf8.count)
    var word = String.UnicodeScalarView()
    var composes = false
    var previous: Unicode.Scalar = " "
    for scalar in source.unicodeScalars {
      if scalar.value <= 0x20 || Self.isLineEnd(scalar) {
        take(word, composes)
        word.removeAll(keepingCapacity: true)
        composes = false
        takeBlank(scalar, after: previous)
      } else {
        word.append(scalar)
        composes = composes || Self.mayCompose(scalar)
      }
      previous = scalar
    }
    take(word, composes)
    starts.append(Int32(text.utf8.count))
  }

  /// Whether all ways to count come to the same.
  var isPlain: Bool { !hasPairs && !hasLongLineEnds }

  /// The byte of the kept text for each position of a way to count, from 0 to the length; -1 within a character.
  func bytes(counting form: PositionForm) -> [Int32] {
    var bytes: [Int32] = []
    bytes.reserveCapacity(starts.count)
    for (place, kind) in kinds.enumerated() {
      if kind == .lineFeed, form.countsLineEndOnce { continue }
      bytes.append(kind == .joined ? -1 : starts[place])
      if kind == .pair, form.countsUTF16 { bytes.append(-1) }
    }
    bytes.append(starts[starts.count - 1])
    return bytes
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
  }

  private static func mayCompose(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x2002...0x20CF, 0x1F000...0x1FAFF: false
    default: true
    }
  }

  private mutating func takeBlank(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar) {
    if scalar == "\n", previous == "\r" {
      // The line feed stands where its return did.
      starts.append((starts.last ?? 0))
      kinds.append(.lineFeed)
      hasLongLineEnds = true
      return
    }
    starts.append(Int32(text.utf8.count))
    kinds.append(.plain)
    switch scalar.value {
    case 0x20, 0x09: text.unicodeScalars.append(scalar)
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: text += "\n"
    default: dropped += 1
    }
  }

  private mutating func take(_ word: String.UnicodeScalarView, _ composes: Bool) {
    guard composes else { return word.forEach { take($0) } }
    let whole = String(word)
    var composed = String.UnicodeScalarView()
    for scalar in whole._nfc { composed.append(scalar) }
    guard composed.count != word.count || !composed.elementsEqual(word) else { return word.forEach { take($0) } }
    var pieces: [(source: [Unicode.Scalar], composed: [Unicode.Scalar])] = []
    for character in whole { pieces.append((Array(character.unicodeScalars), Array(String(character)._nfc))) }
    if pieces.flatMap(\.composed) != Array(composed) { pieces = [(Array(word), Array(composed))] }
    for piece in pieces {
      if piece.source == piece.composed {
        piece.source.forEach { take($0) }
      } else {
        take(piece.composed, standingFor: piece.source.count)
      }
    }
  }

  /// A character that was written as several and is one now has no positions within.
  private mutating func take(_ composed: [Unicode.Scalar], standingFor count: Int) {
    let start = Int32(text.utf8.count)
    for place in 0..<count {
      starts.append(start)
      kinds.append(place == 0 ? .plain : .joined)
    }
    text.unicodeScalars.append(contentsOf: composed)
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    starts.append(Int32(text.utf8.count))
    let isPair = scalar.value > 0xFFFF
    if isPair { hasPairs = true }
    kinds.append(isPair ? .pair : .plain)
    switch scalar.value {
    case 0x7F, 0x80...0x9F, 0xFFFE, 0xFFFF: dropped += 1
    default: text.unicodeScalars.append(scalar)
    }
  }
}
