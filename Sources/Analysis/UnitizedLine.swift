import Model

/// The spans of all coders on one line of characters: the documents one after the other.
struct UnitizedLine {
  /// A span of one code by one coder; those that overlapped are one, those that only touch are two.
  struct Unit: Equatable {
    var coder: Int
    var code: Int
    /// Characters from the start of the first document, end exclusive.
    var start: Int
    var end: Int

    var length: Double { Double(end - start) }
  }

  let length: Int
  let coderCount: Int
  let codeCount: Int
  /// By code, then coder, then start.
  let units: [Unit]
  /// The units of code `c` are those from `bounds[c]` up to `bounds[c + 1]`.
  let bounds: [Int]

  /// - Parameter families: for each code the codes that count for it; each code alone where this is not given.
  init(_ spans: CodedSpans, families: [[Int]]? = nil) {
    var starts = [0]
    for length in spans.lengths { starts.append(starts[starts.count - 1] + length) }
    var countsFor = spans.codes.indices.map { [$0] }
    if let families {
      countsFor = spans.codes.map { _ in [] }
      for (code, family) in families.enumerated() { for member in family { countsFor[member].append(code) } }
    }
    var found: [Unit] = []
    for row in 0..<spans.count {
      let base = starts[Int(spans.document[row])]
      for code in countsFor[Int(spans.code[row])] {
        found.append(
          Unit(
            coder: Int(spans.coder[row]), code: code, start: base + Int(spans.start[row]),
            end: base + Int(spans.end[row])))
      }
    }
    length = starts[starts.count - 1]
    coderCount = spans.coders.count
    codeCount = spans.codes.count
    units = Self.merged(found)
    var bounds = [0]
    for code in 0..<codeCount {
      var end = bounds[code]
      while end < units.count, units[end].code == code { end += 1 }
      bounds.append(end)
    }
    self.bounds = bounds
  }

  private static func merged(_ found: [Unit]) -> [Unit] {
    let sorted = found.sorted { ($0.code, $0.coder, $0.start, $0.end) < ($1.code, $1.coder, $1.start, $1.end) }
    var merged: [Unit] = []
    merged.reserveCapacity(sorted.count)
    for unit in sorted {
      if let last = merged.last, last.code == unit.code, last.coder == unit.coder, unit.start < last.end {
        merged[merged.count - 1].end = max(last.end, unit.end)
      } else {
        merged.append(unit)
      }
    }
    return merged
  }

  func units(of code: Int) -> ArraySlice<Unit> { units[bounds[code]..<bounds[code + 1]] }

  /// The units by coder and start, whatever their code.
  var unitsByCoder: [[Unit]] {
    var byCoder = [[Unit]](repeating: [], count: coderCount)
    for unit in units { byCoder[unit.coder].append(unit) }
    return byCoder.map { $0.sorted { $0.start < $1.start } }
  }

  /// The first coder with several codes on one place, and on how many spans; nil where no codes overlap.
  var overlap: (coder: Int, count: Int)? {
    for (coder, units) in unitsByCoder.enumerated() {
      var end = 0
      var count = 0
      for unit in units {
        if unit.start < end { count += 1 }
        end = max(end, unit.end)
      }
      if count > 0 { return (coder, count) }
    }
    return nil
  }
}
