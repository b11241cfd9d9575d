/// How another program counts positions in a text.
///
/// The standard says Unicode code points and leaves open how a line end of two characters (CR LF) counts.
public enum PositionForm: String, CaseIterable, Sendable {
  case codePoints = "code-points"
  case utf16 = "utf-16"
  case codePointsOneLineEnd = "code-points-crlf-1"
  case utf16OneLineEnd = "utf-16-crlf-1"

  /// Whether a character beyond U+FFFF, as most emoji are, counts two.
  var countsUTF16: Bool { self == .utf16 || self == .utf16OneLineEnd }

  /// Whether the two characters of a line end count as one.
  var countsLineEndOnce: Bool { self == .codePointsOneLineEnd || self == .utf16OneLineEnd }

  /// For a sentence.
  var described: String {
    let units = countsUTF16 ? "UTF-16 units" : "characters"
    return units + (countsLineEndOnce ? ", a line end as one" : ", a line end of two as two")
  }
}
