/// Lines that recur at the head or foot of pages, whatever digits are in them.
struct RunningHeads {
  private(set) var isHead: [Bool]

  /// `numbers` tells which lines are page numbers; where no form feed parts pages, they do.
  init(_ lines: [PageLines.Line], numbers: [Bool], in bytes: [UInt8]) {
    isHead = Array(repeating: false, count: lines.count)
    let areFed = lines.contains(where: \.opensPage)
    var paged = lines
    if !areFed {
      for index in lines.indices.dropFirst() where numbers[index - 1] { paged[index].opensPage = true }
    }
    let edges = PageEdges(paged, skipping: numbers)
    guard edges.pages > 2 else { return }
    let atEdges = Set((edges.heads + edges.feet).map(\.line))
    // Without form feeds a head stands below the number of the page before it, and so among the heads too.
    for side in areFed ? [edges.heads, edges.feet] : [edges.heads + edges.feet] {
      mark(side, of: edges.pages, atEdges, lines, bytes)
    }
  }

  private mutating func mark(
    _ side: [(line: Int, page: Int)], of pages: Int, _ atEdges: Set<Int>, _ lines: [PageLines.Line], _ bytes: [UInt8]
  ) {
    var recurring: [[UInt8]: (pages: Int, last: Int, lines: [Int])] = [:]
    for (line, page) in side {
      guard let words = Self.words(of: lines[line].range, in: bytes) else { continue }
      var found = recurring[words] ?? (0, -1, [])
      if found.last != page { found.pages += 1 }
      found.last = page
      found.lines.append(line)
      recurring[words] = found
    }
    // Left and right pages often have heads of their own.
    recurring = recurring.filter { $1.pages > 2 && $1.pages * 5 >= pages * 2 }
    guard !recurring.isEmpty else { return }
    // A question that is asked all the time stands at the head of pages too, but elsewhere more often.
    var elsewhere: [[UInt8]: Int] = [:]
    for line in lines.indices where !atEdges.contains(line) {
      guard let words = Self.letters(of: lines[line].range, in: bytes), recurring[words] != nil else { continue }
      elsewhere[words, default: 0] += 1
    }
    for (words, found) in recurring where elsewhere[words, default: 0] < found.lines.count {
      for line in found.lines { isHead[line] = true }
    }
  }

  /// The letters of a line in small ones, nil where it has few or is a speaker's label.
  private static func words(of line: Range<Int>, in bytes: [UInt8]) -> [UInt8]? {
    guard let letters = letters(of: line, in: bytes), RoleWord.role(of: bytes.string(line).trimmed) == nil else {
      return nil
    }
    return letters
  }

  private static func letters(of line: Range<Int>, in bytes: [UInt8]) -> [UInt8]? {
    let end = bytes.trimmingBlanks(from: line.lowerBound, to: line.upperBound)
    guard end > line.lowerBound, end - line.lowerBound <= 200, bytes[end - 1] != ASCII.colon else { return nil }
    let letters = bytes[line.lowerBound..<end].filter { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 }
    return letters.count > 3 ? letters.map { $0 < 0x80 ? $0 | 0x20 : $0 } : nil
  }
}
