import Model

extension CodingColumns {
  /// The codings with each transcript, start, end and code once: two coders who agree make one coding.
  ///
  /// Empty spans are left out.
  var distinct: CodingColumns {
    var result = CodingColumns()
    var seen = [Int](repeating: -1, count: Int(code.max() ?? -1) + 1)
    var run = 0
    for index in 0..<count where start[index] < end[index] {
      if !sameSpan(index, run) { run = index }
      let number = Int(code[index])
      guard seen[number] != run else { continue }
      seen[number] = run
      result.append(
        transcript: transcript[index], start: start[index], end: end[index], code: code[index], coder: coder[index])
    }
    return result
  }

  func sameSpan(_ a: Int, _ b: Int) -> Bool {
    start[a] == start[b] && end[a] == end[b] && transcript[a] == transcript[b]
  }
}
