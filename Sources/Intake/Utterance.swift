/// A stretch of words by one voice, as a machine that types out speech, or a tier, gives it.
struct Utterance: Equatable {
  /// Seconds; nil where the file tells none.
  var start: Double?
  /// Seconds.
  var end: Double?
  /// Who speaks, as the file has it.
  var voice: String?
  /// Well-formed UTF-8.
  var words: [UInt8]

  /// The words in normal form, on one line, without blanks around them.
  var line: [UInt8] { Self.line(words) }

  static func line(_ words: [UInt8]) -> [UInt8] {
    var words = CanonicalText(words).bytes
    for index in words.indices where words[index] == ASCII.lineFeed || words[index] == ASCII.tab {
      words[index] = ASCII.blank
    }
    let from = words.skippingBlanks(from: 0, to: words.count)
    let end = words.trimmingBlanks(from: from, to: words.count)
    return from == 0 && end == words.count ? words : Array(words[from..<end])
  }

  /// A time as a file gives it, or nothing where it cannot be one; a machine may begin just before the recording does.
  static func seconds(_ value: Double?) -> Double? {
    guard let value, value.isFinite, value < 10_000_000 else { return nil }
    return max(0, value)
  }
}
