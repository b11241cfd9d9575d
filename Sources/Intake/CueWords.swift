/// The words of a line of a caption: without tags, entities as the characters they stand for, cut where another voice begins.
struct CueWords {
  struct Part: Equatable {
    /// Of `<v Anna>`; nil without one.
    var voice: String?
    var words: [UInt8]
  }

  private(set) var parts: [Part] = []
  private let bytes: [UInt8]
  private let end: Int
  private var words: [UInt8] = []
  private var voice: String?

  /// `voice` is the one that still speaks at the start of the line.
  init(_ line: Range<Int>, in bytes: [UInt8], voice: String? = nil) {
    self.bytes = bytes
    self.voice = voice
    end = line.upperBound
    var at = line.lowerBound
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "<"): at = tag(at)
      case UInt8(ascii: "&"): at = entity(at)
      case UInt8(ascii: "{") where at + 1 < end && bytes[at + 1] == UInt8(ascii: "\\"): at = placement(at)
      default:
        words.append(bytes[at] == ASCII.tab ? ASCII.blank : bytes[at])
        at += 1
      }
    }
    close()
  }

  /// Who speaks when the line is over.
  var voiceAfter: String? { voice }

  private mutating func close() {
    let start = words.skippingBlanks(from: 0, to: words.count)
    let last = words.trimmingBlanks(from: start, to: words.count)
    if last > start { parts.append(Part(voice: voice, words: Array(words[start..<last]))) }
    words.removeAll(keepingCapacity: true)
  }

  /// Takes a tag and gives where the line goes on; `<` before anything else is a sign.
  private mutating func tag(_ start: Int) -> Int {
    let next = start + 1 < end ? bytes[start + 1] : 0
    let opens = next == UInt8(ascii: "/") || ASCII.isDigit(next) || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A)
    guard opens, let close = bytes[start..<min(end, start + 500)].firstIndex(of: UInt8(ascii: ">")) else {
      words.append(bytes[start])
      return start + 1
    }
    if next == UInt8(ascii: "v"), start + 2 < close,
      bytes[start + 2] == ASCII.blank || bytes[start + 2] == UInt8(ascii: ".")
    {
      self.close()
      voice = name(start + 2..<close)
    } else if next == UInt8(ascii: "/"), start + 3 == close, bytes[start + 2] == UInt8(ascii: "v") {
      self.close()
      voice = nil
    }
    return close + 1
  }

  /// `<v.loud Anna Smit>`: classes stand before the first blank.
  private func name(_ inside: Range<Int>) -> String? {
    guard let blank = bytes[inside].firstIndex(of: ASCII.blank) else { return nil }
    var name: [UInt8] = []
    for part in CueWords(blank..<inside.upperBound, in: bytes).parts { name += part.words }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// `{\an8}` places a caption on the screen.
  private mutating func placement(_ start: Int) -> Int {
    guard let close = bytes[start..<min(end, start + 100)].firstIndex(of: UInt8(ascii: "}")) else {
      words.append(bytes[start])
      return start + 1
    }
    return close + 1
  }

  private mutating func entity(_ start: Int) -> Int {
    let limit = min(end, start + 12)
    if let semicolon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")),
      let character = Self.character(bytes.string(start + 1..<semicolon))
    {
      words.append(contentsOf: character.utf8)
      return semicolon + 1
    }
    words.append(bytes[start])
    return start + 1
  }

  private static func character(_ entity: String) -> String? {
    if let known = entities[entity] { return known }
    guard entity.hasPrefix("#") else { return nil }
    let digits = entity.dropFirst()
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, !(0x7F...0x9F).contains(value) else { return nil }
    return Unicode.Scalar(value).map { String($0) }
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "lrm": "\u{200E}", "rlm": "\u{200F}",
  ]
}
