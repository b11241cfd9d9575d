import Model

/// The different ways in which units were judged, each with the number of units judged so.
///
/// Statistics need no more: a million judgements with few values are a few hundred patterns, and a resample of the units
/// is no more than other weights.
struct UnitPatterns: Equatable {
  let coderCount: Int
  let valueCount: Int
  /// The judgements of pattern `p` are those from `offsets[p]` up to `offsets[p + 1]`, coders ascending.
  private(set) var offsets: [Int32] = [0]
  private(set) var coder: [Int32] = []
  private(set) var value: [Int32] = []
  /// For each unit, or each pattern that was recoded, its pattern.
  private(set) var patternOfUnit: [Int32] = []
  /// For each pattern how many units have it.
  private(set) var weights: [Double] = []
  /// The values of pattern `p`, each once, are those from `groupOffsets[p]` up to `groupOffsets[p + 1]`.
  private(set) var groupOffsets: [Int32] = [0]
  private(set) var groupValue: [Int32] = []
  /// How many coders gave the value.
  private(set) var groupCount: [Double] = []

  var count: Int { offsets.count - 1 }

  init(_ judgements: Judgements) {
    coderCount = judgements.coders.count
    valueCount = judgements.values.count
    collect(offsets: judgements.offsets, coders: judgements.coder, values: judgements.value, weights: nil)
    group()
  }

  /// The same units with other values: `table` gives for each value the new one.
  init(_ finer: UnitPatterns, table: [Int32], valueCount: Int) {
    coderCount = finer.coderCount
    self.valueCount = valueCount
    collect(
      offsets: finer.offsets, coders: finer.coder, values: finer.value.map { table[Int($0)] }, weights: finer.weights)
    group()
  }

  /// Weights of these patterns where those of the finer patterns are given.
  func weights(from finer: [Double]) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    for (index, pattern) in patternOfUnit.enumerated() { weights[Int(pattern)] += finer[index] }
    return weights
  }

  /// Gives equal rows one number, by open addressing over a table that is at most half full.
  private mutating func collect(offsets rows: [Int32], coders: [Int32], values: [Int32], weights given: [Double]?) {
    var places = [Int32](repeating: -1, count: 1024)
    var hashes: [UInt64] = []
    patternOfUnit.reserveCapacity(rows.count - 1)
    for row in 0..<(rows.count - 1) {
      let range = Int(rows[row])..<Int(rows[row + 1])
      let hash = Self.hash(coders, values, range)
      var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
      var found = places[place]
      while found >= 0, hashes[Int(found)] != hash || !isPattern(Int(found), coders, values, range) {
        place = (place + 1) & (places.count - 1)
        found = places[place]
      }
      if found < 0 {
        found = Int32(hashes.count)
        places[place] = found
        hashes.append(hash)
        coder.append(contentsOf: coders[range])
        value.append(contentsOf: values[range])
        offsets.append(Int32(value.count))
        weights.append(0)
        if hashes.count * 2 > places.count { places = Self.grown(places.count * 2, hashes) }
      }
      weights[Int(found)] += given?[row] ?? 1
      patternOfUnit.append(found)
    }
  }

  private func isPattern(_ pattern: Int, _ coders: [Int32], _ values: [Int32], _ range: Range<Int>) -> Bool {
    let start = Int(offsets[pattern])
    guard Int(offsets[pattern + 1]) - start == range.count else { return false }
    for (index, row) in range.enumerated()
    where coder[start + index] != coders[row] || value[start + index] != values[row] {
      return false
    }
    return true
  }

  @inline(__always)
  private static func hash(_ coders: [Int32], _ values: [Int32], _ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for row in range {
      let both = UInt64(UInt32(bitPattern: coders[row])) << 32 | UInt64(UInt32(bitPattern: values[row]))
      hash = (hash ^ both) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }

  private static func grown(_ size: Int, _ hashes: [UInt64]) -> [Int32] {
    var places = [Int32](repeating: -1, count: size)
    for (pattern, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & (size - 1)
      while places[place] >= 0 { place = (place + 1) & (size - 1) }
      places[place] = Int32(pattern)
    }
    return places
  }

  private mutating func group() {
    var counts = [Double](repeating: 0, count: valueCount)
    for pattern in 0..<count {
      let start = groupValue.count
      for row in Int(offsets[pattern])..<Int(offsets[pattern + 1]) {
        let given = Int(value[row])
        if counts[given] == 0 { groupValue.append(value[row]) }
        counts[given] += 1
      }
      for index in start..<groupValue.count {
        groupCount.append(counts[Int(groupValue[index])])
        counts[Int(groupValue[index])] = 0
      }
      groupOffsets.append(Int32(groupValue.count))
    }
  }

  /// How many coders judged the units of a pattern.
  func judged(_ pattern: Int) -> Double { Double(offsets[pattern + 1] - offsets[pattern]) }

  /// The places of the values of a pattern in `groupValue` and `groupCount`.
  func groups(_ pattern: Int) -> Range<Int> { Int(groupOffsets[pattern])..<Int(groupOffsets[pattern + 1]) }

  /// The places of the judgements of a pattern in `coder` and `value`.
  func rows(_ pattern: Int) -> Range<Int> { Int(offsets[pattern])..<Int(offsets[pattern + 1]) }
}
