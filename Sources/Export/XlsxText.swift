/// Words for a cell of a spreadsheet, which holds 32,767 UTF-16 code units at most.
enum XlsxText {
  static let limit = 32_767
  private static let mark = " […]"

  /// The words without control characters, line ends kept, cut where they are too long for a cell.
  static func cell(_ text: String) -> (text: String, isCut: Bool) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let quiet = lines.map { DisplayWidth.printable(String($0)) }.joined(separator: "\n")
    guard quiet.utf16.count > limit else { return (quiet, false) }
    let room = limit - mark.utf16.count
    var kept = String.UnicodeScalarView()
    var length = 0
    for scalar in quiet.unicodeScalars {
      length += scalar.value > 0xFFFF ? 2 : 1
      guard length <= room else { break }
      kept.append(scalar)
    }
    return (String(kept) + mark, true)
  }
}
