import Glibc

/// A character set of text that is not UTF-8, as the C library's `iconv` knows it.
struct CodePage: Equatable {
  /// As `iconv` calls it.
  private let name: String
  /// UTF-8 of each byte that is a character; empty for one that begins a pair.
  private let characters: [[UInt8]]

  static let windows1252 = CodePage(characters: (0..<256).map { TextEncoding.windows1252.utf8([UInt8($0)][...]) })

  private init(characters: [[UInt8]]) {
    name = "CP1252"
    self.characters = characters
  }

  /// A page by its number in Windows, such as 1250 or 10000 for the Macintosh; nil when it is unknown.
  init?(number: Int) {
    switch number {
    case 1252, 28591, 20127: self = .windows1252
    case 10000: self.init(iconv: "MACINTOSH")
    case 10007: self.init(iconv: "MAC-CYRILLIC")
    case 10029: self.init(iconv: "MAC-CENTRALEUROPE")
    case 20866: self.init(iconv: "KOI8-R")
    case 28592...28606: self.init(iconv: "ISO-8859-\(number - 28590)")
    case 1361: self.init(iconv: "JOHAB")
    case 437, 737, 775, 850...866, 874, 932, 936, 949, 950, 1250...1258: self.init(iconv: "CP\(number)")
    default: return nil
    }
  }

  /// A page by its name on the web, such as `windows-1250` or `iso-8859-15`; nil when it is unknown.
  ///
  /// As in browsers Latin 1 and ASCII mean Windows-1252.
  init?(label: String) {
    let label = label.trimmed.lowercased()
    switch label {
    case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252": self = .windows1252
    case "macintosh", "x-mac-roman": self.init(iconv: "MACINTOSH")
    case "shift_jis", "x-sjis": self.init(iconv: "CP932")
    case "gb2312", "gbk": self.init(iconv: "CP936")
    case "koi8-r", "koi8-u", "big5", "euc-jp", "euc-kr": self.init(iconv: label.uppercased())
    case _ where label.hasPrefix("windows-125"): self.init(iconv: "CP" + label.dropFirst(8))
    case _ where label.hasPrefix("iso-8859-"): self.init(iconv: label.uppercased())
    default: return nil
    }
  }

  private init?(iconv name: String) {
    guard name.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == ASCII.dash || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }),
      let converter = Self.open(name)
    else { return nil }
    defer { iconv_close(converter) }
    self.name = name
    characters = (0..<256).map { byte in
      if byte < 0x80 { return [UInt8(byte)] }
      let (utf8, isWhole) = Self.convert([UInt8(byte)], converter)
      return isWhole ? (utf8.isEmpty ? [0xEF, 0xBF, 0xBD] : utf8) : []
    }
  }

  /// Whether a byte is only the first of a character.
  func isLead(_ byte: UInt8) -> Bool { characters[Int(byte)].isEmpty }

  /// UTF-8 of a byte; U+FFFD where it means nothing.
  func character(_ byte: UInt8) -> [UInt8] { isLead(byte) ? [0xEF, 0xBF, 0xBD] : characters[Int(byte)] }

  /// UTF-8 of a pair; U+FFFD where it means nothing.
  func character(_ lead: UInt8, _ trail: UInt8) -> [UInt8] {
    guard let converter = Self.open(name) else { return [0xEF, 0xBF, 0xBD] }
    defer { iconv_close(converter) }
    let (utf8, isWhole) = Self.convert([lead, trail], converter)
    return isWhole && !utf8.isEmpty ? utf8 : [0xEF, 0xBF, 0xBD]
  }

  func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var at = 0
    while at < bytes.count {
      if isLead(bytes[at]), at + 1 < bytes.count {
        utf8 += character(bytes[at], bytes[at + 1])
        at += 2
      } else {
        utf8 += character(bytes[at])
        at += 1
      }
    }
    return utf8
  }

  private static func open(_ name: String) -> iconv_t? {
    let converter = iconv_open("UTF-8", name)
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }

  /// What one character becomes; nothing where the bytes mean nothing, and not whole where more must follow.
  private static func convert(_ bytes: [UInt8], _ converter: iconv_t) -> (utf8: [UInt8], isWhole: Bool) {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 32)
    var left = output.count
    iconv(converter, nil, nil, nil, nil)
    let isPartial = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var count = input.count
        let isDone = iconv(converter, &from, &count, &to, &left) != -1
        let isPartial = !isDone && errno == EINVAL
        if isDone { iconv(converter, nil, nil, &to, &left) }
        return isPartial
      }
    }
    return (output.prefix(32 - left).map { UInt8(bitPattern: $0) }, !isPartial)
  }
}
