/// Tells whether the lines of a text were broken at a common width, as in mail and in text from scans.
struct LineWidths {
  /// Most lines end within a quarter of the width that nine in ten keep to, and that width is one of a page.
  let areWrapped: Bool

  /// Looks at the first 2000 lines.
  init(_ bytes: [UInt8]) {
    var widths: [Int] = []
    var start = 0
    while start < bytes.count, widths.count < 2000 {
      let end = bytes.lineEnd(from: start)
      let width = bytes[start..<end].count { $0 & 0xC0 != 0x80 }
      if width > 0 { widths.append(width) }
      start = end + 1
    }
    guard widths.count >= 5 else {
      areWrapped = false
      return
    }
    let width = widths.sorted()[(widths.count * 9 - 1) / 10]
    let full = widths.count { $0 <= width + 3 && $0 * 4 >= width * 3 }
    areWrapped = (40...120).contains(width) && full * 5 >= widths.count * 3
  }
}
