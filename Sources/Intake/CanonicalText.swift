@_spi(_Unicode) import Swift

/// UTF-8 as it is kept: normal form C, every line end LF, no control characters but tab.
struct CanonicalText: Equatable {
  var bytes: [UInt8]
  /// Control characters that were left out.
  var dropped = 0

  /// Whether form feeds stay, so that the ends of pages can be told.
  private let keepsPages: Bool

  /// Takes well-formed UTF-8; its survey says what must be done.
  init(_ utf8: [UInt8], survey: UTF8Survey, keepsPages: Bool = false) {
    self.keepsPages = keepsPages
    if survey.isCanonical {
      bytes = utf8
      return
    }
    bytes = []
    bytes.reserveCapacity(utf8.count)
    copy(utf8)
    if survey.mayCompose { compose() }
  }

  init(_ utf8: [UInt8], keepsPages: Bool = false) {
    self.init(utf8, survey: UTF8Survey(utf8[...]), keepsPages: keepsPages)
  }

  private mutating func copy(_ utf8: [UInt8]) {
    var at = 0
    while at < utf8.count {
      let run = Self.endOfPlain(utf8, from: at)
      if run > at { bytes.append(contentsOf: utf8[at..<run]) }
      at = run
      guard at < utf8.count else { return }
      let byte = utf8[at]
      if byte >= 0x80 {
        at += copyCharacter(utf8, at: at)
        continue
      }
      at += 1
      switch byte {
      case ASCII.carriageReturn:
        bytes.append(ASCII.lineFeed)
        if at < utf8.count, utf8[at] == ASCII.lineFeed { at += 1 }
      case PageLines.formFeed where keepsPages: bytes.append(byte)
      case 0x0B, 0x0C: bytes.append(ASCII.lineFeed)
      default: dropped += 1
      }
    }
  }

  /// The end of the bytes that stay as they are; of those outside ASCII only C2, E2 and EF may begin something else.
  private static func endOfPlain(_ utf8: [UInt8], from start: Int) -> Int {
    var at = start
    while at < utf8.count {
      let byte = utf8[at]
      let isPlain = byte < 0x80 ? byte >= 0x20 && byte != 0x7F : byte != 0xC2 && byte != 0xE2 && byte != 0xEF
      guard isPlain || byte == ASCII.lineFeed || byte == ASCII.tab else { return at }
      at += 1
    }
    return at
  }

  /// Copies a character outside ASCII and gives its length.
  private mutating func copyCharacter(_ utf8: [UInt8], at start: Int) -> Int {
    let lead = utf8[start]
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, utf8.count - start)
    let second = length > 1 ? utf8[start + 1] : 0
    let third = length > 2 ? utf8[start + 2] : 0
    if lead == 0xC2, second < 0xA0 {
      if second == 0x85 { bytes.append(ASCII.lineFeed) } else { dropped += 1 }
    } else if lead == 0xE2, second == 0x80, third == 0xA8 || third == 0xA9 {
      bytes.append(ASCII.lineFeed)
    } else if lead == 0xEF, second == 0xBF, third >= 0xBE {
      dropped += 1
    } else {
      bytes.append(contentsOf: utf8[start..<start + length])
    }
    return length
  }

  /// Brings the words that need it into normal form C; blanks and line feeds never compose, so words can be done one by one.
  private mutating func compose() {
    var composed: [UInt8] = []
    composed.reserveCapacity(bytes.count)
    var start = 0
    while start < bytes.count {
      let line = bytes[start..<min(bytes.lineEnd(from: start) + 1, bytes.count)]
      if UTF8Survey(line).mayCompose {
        Self.compose(line, into: &composed)
      } else {
        composed.append(contentsOf: line)
      }
      start = line.endIndex
    }
    bytes = composed
  }

  private static func compose(_ line: ArraySlice<UInt8>, into composed: inout [UInt8]) {
    var start = line.startIndex
    while start < line.endIndex {
      let blank = line[start...].firstIndex { $0 <= ASCII.blank } ?? line.endIndex
      let word = line[start..<min(blank + 1, line.endIndex)]
      if UTF8Survey(word).mayCompose {
        var scalars = String.UnicodeScalarView()
        for scalar in String(decoding: word, as: UTF8.self)._nfc { scalars.append(scalar) }
        composed.append(contentsOf: String(scalars).utf8)
      } else {
        composed.append(contentsOf: word)
      }
      start = word.endIndex
    }
  }

  /// Whether there is anything but white space.
  static func hasWords(_ bytes: ArraySlice<UInt8>) -> Bool {
    for (offset, byte) in bytes.enumerated() {
      if byte >= 0x80 {
        let rest = bytes[(bytes.startIndex + offset)...]
        return String(decoding: rest, as: UTF8.self).unicodeScalars.contains {
          !$0.properties.isWhitespace && $0.properties.generalCategory != .format
        }
      }
      if byte > 0x20 { return true }
    }
    return false
  }
}
