import Model

/// The codes of the distinct codings of each case or transcript, laid end to end.
struct CodingsByUnit: Equatable {
  /// Unit `u` has `codes[offsets[u]..<offsets[u + 1]]`, a code once for each of its codings.
  private(set) var offsets: [Int]
  private(set) var codes: [Int32]

  /// - Parameter unit: cases or transcripts.
  init(_ ground: CountingGround, unit: CountUnit) {
    let codings = ground.codings.distinct
    let isCases = unit == .cases
    func number(_ index: Int) -> Int {
      isCases ? Int(ground.caseOfTranscript[Int(codings.transcript[index])]) : Int(codings.transcript[index])
    }
    var next = [Int](repeating: 0, count: (isCases ? ground.cases.count : ground.transcripts.count) + 1)
    for index in 0..<codings.count where number(index) >= 0 { next[number(index) + 1] += 1 }
    for unit in next.indices.dropFirst() { next[unit] += next[unit - 1] }
    offsets = next
    codes = [Int32](repeating: 0, count: next.last ?? 0)
    for index in 0..<codings.count where number(index) >= 0 {
      codes[next[number(index)]] = codings.code[index]
      next[number(index)] += 1
    }
  }

  var unitCount: Int { offsets.count - 1 }

  subscript(unit: Int) -> ArraySlice<Int32> { codes[offsets[unit]..<offsets[unit + 1]] }
}
