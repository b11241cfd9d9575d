/// Tells which of the old encodings of Western Europe a text is in, by what its bytes outside ASCII would then be.
///
/// `é` stands in a word and a capital not behind a small letter; a dagger stands in no word at all.
enum ByteEncodingGuess {
  /// Where nothing tells them apart, the first.
  private static let candidates: [TextEncoding] = [.windows1252, .macRoman, .dos850]

  /// The likeliest encoding of bytes that are no UTF-8.
  static func encoding(of bytes: some Collection<UInt8>) -> TextEncoding {
    let bytes = Array(bytes.prefix(1 << 20))
    let scores = candidates.map { score(of: bytes, as: kinds(in: $0)) }
    let best = scores.max() ?? 0
    return zip(candidates, scores).first { $1 == best }?.0 ?? .windows1252
  }

  /// What a character tells by where it stands.
  private enum Kind {
    case small, capital
    /// A letter with a mark that Dutch and its neighbours write often.
    case frequent
    case rare
    /// Quotes, dashes and the like.
    case mark
    case neutral, odd, control
    case blank

    var isLetter: Bool { self == .small || self == .capital || self == .frequent }
  }

  private static func score(of bytes: [UInt8], as kinds: [Kind]) -> Int {
    var score = 0
    var before = Kind.blank
    for (index, byte) in bytes.enumerated() {
      let kind = kinds[Int(byte)]
      if byte >= 0x80 {
        let after = index + 1 < bytes.count ? kinds[Int(bytes[index + 1])] : .blank
        score += worth(kind, before, after)
      }
      before = kind
    }
    return score
  }

  private static func worth(_ kind: Kind, _ before: Kind, _ after: Kind) -> Int {
    let isInWord = before.isLetter || after.isLetter
    return switch kind {
    case .frequent: isInWord ? 2 : 1
    case .small: isInWord ? 1 : -1
    case .capital: before == .small || before == .frequent ? -3 : isInWord ? 1 : -1
    case .rare: before == .small || before == .frequent ? -3 : -1
    case .mark: 2
    case .neutral, .blank: 0
    case .odd: isInWord ? -2 : -1
    case .control: -4
    }
  }

  private static func kinds(in encoding: TextEncoding) -> [Kind] {
    (0...255).map { byte in
      String(decoding: encoding.utf8([UInt8(byte)][...]), as: UTF8.self).unicodeScalars.first.map(kind) ?? .control
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    let character = Character(scalar)
    if "éëïèöüêàóáç".contains(character) { return .frequent }
    if "’‘“”–—…€".contains(character) { return .mark }
    if "°§½¼¾²³«»·©®±×µ¡¿".contains(character) { return .neutral }
    if "ŠŽŸšžƒ".contains(character) { return .rare }
    if character.isWhitespace || scalar.value < 0x20 { return .blank }
    if (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFFFD { return .control }
    if character.isLetter { return character.isUppercase ? .capital : .small }
    return scalar.value < 0x80 ? .blank : .odd
  }
}
