import Model

/// A colour of the codebook, `#RRGGBB`, as a terminal can show it.
public struct CodeColour: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init?(_ text: String?) {
    guard let text, text.utf8.count == 7, text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else {
      return nil
    }
    red = UInt8(value >> 16 & 0xFF)
    green = UInt8(value >> 8 & 0xFF)
    blue = UInt8(value & 0xFF)
  }

  /// One of the 216 colours of xterm's cube, 16 to 231; nil for another number.
  public init?(indexed number: Int) {
    guard (16...231).contains(number) else { return nil }
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    (red, green, blue) = (levels[(number - 16) / 36], levels[(number - 16) / 6 % 6], levels[(number - 16) % 6])
  }

  /// The nearest of the 216 colours of xterm's cube, 16 to 231.
  public var indexed: Int { 16 + 36 * Self.step(red) + 6 * Self.step(green) + Self.step(blue) }

  /// The levels of the cube are 0, 95, 135, 175, 215 and 255.
  private static func step(_ level: UInt8) -> Int { level < 48 ? 0 : level < 115 ? 1 : (Int(level) - 35) / 40 }

  /// The colours of the codes of a codebook; one without has that of the nearest code above it that has one.
  static func all(of codebook: Codebook) -> [CodeColour?] {
    let tree = codebook.tree
    return codebook.codes.indices.map { code in
      tree.lineage(of: code).lazy.compactMap { CodeColour(codebook.codes[$0].color) }.first
    }
  }
}
