/// How search sees text: lower case, without accents, ligatures taken apart, soft hyphens and zero-width characters gone.
///
/// The result is what SQLite's `unicode61 remove_diacritics 2` makes of the text after `indexText`: æ, ø, ł and ß stay.
public enum Folding {
  /// The text as search sees it; spaces and punctuation stay.
  public static func fold(_ text: String) -> String {
    let table = LetterTable.shared
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let letters = Ligature.letters(of: scalar.value) {
        bytes.append(letters: letters)
        continue
      }
      switch table.folded(scalar.value) {
      case LetterTable.accent, LetterTable.invisible: continue
      case LetterTable.separator: bytes.append(point: scalar.value)
      case let point: bytes.append(point: point)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A word as it is listed among the forms: lower case, ligatures and invisible characters gone, accents kept.
  public static func surface(_ word: String) -> String { (indexText(word) ?? word).lowercased() }

  /// The text as it must be handed to the index, nil when it can go as it is: ligatures taken apart, invisible characters gone.
  public static func indexText(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { indexBytes($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// As `indexText`, over UTF-8 bytes.
  public static func indexBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var result: [UInt8]?
    var kept = 0
    var index = 0
    while index < bytes.count {
      guard let found = replacement(in: bytes, at: index) else {
        index += 1
        continue
      }
      result = result ?? []
      result?.append(contentsOf: bytes[kept..<index])
      if let letters = found.letters { result?.append(letters: letters) }
      index += found.length
      kept = index
    }
    result?.append(contentsOf: bytes[kept...])
    return result
  }

  /// The character at a byte offset, if the index must not see it as it is: its length in bytes and its letters.
  private static func replacement(
    in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, letters: StaticString?)? {
    let first = bytes[index]
    guard first == 0xC2 || first == 0xC4 || first == 0xE2 || first == 0xEF, index + 1 < bytes.count else { return nil }
    let second = UInt32(bytes[index + 1] & 0x3F)
    if first < 0xE0 {
      let point = UInt32(first & 0x1F) << 6 | second
      if point == 0xAD { return (2, nil) }
      return Ligature.letters(of: point).map { (2, $0) }
    }
    guard index + 2 < bytes.count else { return nil }
    let point = UInt32(first & 0x0F) << 12 | second << 6 | UInt32(bytes[index + 2] & 0x3F)
    switch point {
    case 0x200B...0x200D, 0x2060, 0xFEFF: return (3, nil)
    default: return Ligature.letters(of: point).map { (3, $0) }
    }
  }
}
