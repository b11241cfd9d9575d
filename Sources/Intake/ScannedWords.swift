/// Words of a text that a scanner seems to have misread, as `coérdinator` and `1eraar`.
///
/// What is sure is told by signs that no word holds, or by the right word elsewhere in the text; there is no dictionary.
struct ScannedWords {
  struct Slip: Equatable {
    /// In bytes of the text.
    var range: Range<Int>
    var suggestion: [UInt8]
    /// The suggestion is right beyond doubt: it stands elsewhere, or what stands here is no word.
    var isSure: Bool
  }

  private(set) var slips: [Slip] = []

  /// Where offsets of the text, ascending and none within a slip, lie in `fixed`.
  func moved(_ offsets: [Int]) -> [Int] {
    var rest = slips[...]
    var shift = 0
    return offsets.map { offset in
      while let slip = rest.first, slip.range.upperBound <= offset {
        if slip.isSure { shift += slip.suggestion.count - slip.range.count }
        rest.removeFirst()
      }
      return offset + shift
    }
  }

  private let bytes: [UInt8]

  /// Takes canonical UTF-8; text without any plain slip is taken for typed, and costs one look.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard ScanSlip.mayHold(bytes) else { return }
    slips = Self.find(in: bytes, WordStock(bytes))
  }

  private static func find(in bytes: [UInt8], _ stock: WordStock) -> [Slip] {
    var slips: [Slip] = []
    var rare: [Slip] = []
    var at = 0
    while let word = WordStock.word(from: &at, in: bytes) {
      if let whole = ScanSlip.unbroken(word, in: bytes) {
        slips.append(Slip(range: word.lowerBound..<whole.end, suggestion: whole.word, isSure: true))
        at = whole.end
      } else if let slip = ScanSlip.slip(in: bytes[word], stock) {
        slips.append(Slip(range: word, suggestion: slip.word, isSure: slip.isSure))
      } else if let likely = ScanSlip.likely(bytes[word], stock) {
        rare.append(Slip(range: word, suggestion: likely, isSure: false))
      }
    }
    // Look-alikes such as `viak` and `vlak` are only told of in a text that shows it was scanned.
    return slips.isEmpty ? [] : (slips + rare).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The text with what is sure put right.
  var fixed: [UInt8] {
    var fixed: [UInt8] = []
    fixed.reserveCapacity(bytes.count)
    var start = 0
    for slip in slips where slip.isSure {
      fixed.append(contentsOf: bytes[start..<slip.range.lowerBound])
      fixed.append(contentsOf: slip.suggestion)
      start = slip.range.upperBound
    }
    fixed.append(contentsOf: bytes[start...])
    return fixed
  }
}
