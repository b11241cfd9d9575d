/// Words as a line that bash and other shells split into them again.
enum CommandLineText {
  static func joined(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy(isPlain)
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x3A || byte >= 0x80
      || [0x25, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3D, 0x40, 0x5F].contains(byte)
  }
}
