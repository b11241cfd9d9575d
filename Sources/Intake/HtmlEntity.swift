import CLibXML2

/// A character written as `&name;` or `&#233;`.
struct HtmlEntity {
  /// UTF-8.
  let character: String
  /// One past its last byte.
  let end: Int

  /// The entity that begins at an ampersand; nil when that is a sign of its own.
  init?(_ bytes: [UInt8], at ampersand: Int, to limit: Int) {
    var at = ampersand + 1
    while at < limit, at < ampersand + 12, Self.isNameByte(bytes[at]) || at == ampersand + 1 && bytes[at] == ASCII.hash
    {
      at += 1
    }
    let isEnded = at < limit && bytes[at] == UInt8(ascii: ";")
    let name = String(decoding: bytes[ampersand + 1..<at], as: UTF8.self)
    end = isEnded ? at + 1 : at
    if name.hasPrefix("#") {
      guard let value = Self.number(name.dropFirst()) else { return nil }
      character = Self.character(value)
    } else {
      guard
        let known = name.withCString({ htmlEntityLookup(UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self)) }),
        isEnded || known.pointee.value < 0x100, let scalar = Unicode.Scalar(UInt32(known.pointee.value))
      else { return nil }
      character = String(scalar)
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func number(_ digits: Substring) -> UInt32? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    return isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
  }

  /// Numbers 128 to 159 mean the characters of Windows-1252, as in browsers.
  private static func character(_ value: UInt32) -> String {
    if let byte = UInt8(exactly: value), byte >= 0x80, byte < 0xA0 {
      return String(decoding: TextEncoding.windows1252.utf8([byte][...]), as: UTF8.self)
    }
    return String(Unicode.Scalar(value == 0 ? 0xFFFD : value) ?? "\u{FFFD}")
  }
}
