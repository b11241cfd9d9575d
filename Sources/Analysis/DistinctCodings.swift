import Model

extension CountingGround {
  /// For each code of the tree how many distinct codings it has of its own.
  func ownCodings(_ codeCount: Int) -> [Int] {
    if let distinctCodings { return distinctCodings }
    var own = [Int](repeating: 0, count: codeCount)
    codings.forEachDistinct { own[Int($0)] += 1 }
    return own
  }
}

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

  /// Calls with the code of each coding that `distinct` has.
  func forEachDistinct(_ body: (Int32) -> Void) {
    var seen = [Int](repeating: -1, count: Int(code.max() ?? -1) + 1)
    var run = 0
    var (runTranscript, runStart, runEnd): (Int32, Int32, Int32) = (-1, -1, -1)
    for index in code.indices {
      let (spanStart, spanEnd) = (start[index], end[index])
      guard spanStart < spanEnd else { continue }
      if spanStart != runStart || spanEnd != runEnd || transcript[index] != runTranscript {
        run = index
        (runTranscript, runStart, runEnd) = (transcript[index], spanStart, spanEnd)
      }
      let number = Int(code[index])
      guard seen[number] != run else { continue }
      seen[number] = run
      body(Int32(number))
    }
  }

  func sameSpan(_ a: Int, _ b: Int) -> Bool {
    start[a] == start[b] && end[a] == end[b] && transcript[a] == transcript[b]
  }
}
