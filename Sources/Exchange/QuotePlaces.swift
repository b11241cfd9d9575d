public import Model

/// Where quoted words stand in a text, however their blanks and line ends were written.
public struct QuotePlaces: Sendable {
  /// The text with one blank for each row of blanks.
  private let words: [UInt8]
  /// For each of these bytes where it stands in the text.
  private let places: [Int32]

  public init(_ text: String) {
    (words, places) = Self.folded(text)
  }

  private static func folded(_ text: String) -> ([UInt8], [Int32]) {
    var words: [UInt8] = []
    var places: [Int32] = []
    for (place, byte) in text.utf8.enumerated() {
      let isBlank = byte <= 0x20
      if isBlank, words.last ?? 0x20 == 0x20 { continue }
      words.append(isBlank ? 0x20 : byte)
      places.append(Int32(place))
    }
    return (words, places)
  }

  /// The spans of all places of a quote, in bytes of the text, in their order; they may overlap.
  ///
  /// Found with the table of Knuth, Morris and Pratt (1977): in time that grows with the text, whatever the words.
  public func spans(of quote: String) -> [TextSpan] {
    var (wanted, _) = Self.folded(SourceText(quote).text)
    if wanted.last == 0x20 { wanted.removeLast() }
    guard !wanted.isEmpty, wanted.count <= words.count else { return [] }
    var table = [0]
    var length = 0
    for byte in wanted.dropFirst() {
      while length > 0, wanted[length] != byte { length = table[length - 1] }
      if wanted[length] == byte { length += 1 }
      table.append(length)
    }
    var spans: [TextSpan] = []
    length = 0
    for (at, byte) in words.enumerated() {
      while length > 0, length == wanted.count || wanted[length] != byte { length = table[length - 1] }
      if wanted[length] == byte { length += 1 }
      if length == wanted.count {
        let start = Int(places[at - wanted.count + 1])
        spans.append(TextSpan(start, Int(places[at]) + 1))
      }
    }
    return spans
  }
}
