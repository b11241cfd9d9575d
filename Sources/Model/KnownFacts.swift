/// The facts that a copy of a study ever had or heard of, as marks.
///
/// A fact that a copy knows and does not have was taken away there, or replaced.
public struct KnownFacts: Equatable, Sendable {
  /// Ascending, each once.
  private(set) public var marks: [UInt64]

  public init(_ marks: [UInt64] = []) {
    var sorted = marks.sorted()
    var kept = 0
    for mark in sorted where kept == 0 || sorted[kept - 1] != mark {
      sorted[kept] = mark
      kept += 1
    }
    sorted.removeSubrange(kept...)
    self.marks = sorted
  }

  /// Eight bytes a mark, the lowest first; what is left over is no mark.
  public init(bytes: [UInt8]) {
    var marks: [UInt64] = []
    marks.reserveCapacity(bytes.count / 8)
    for start in stride(from: 0, to: bytes.count - bytes.count % 8, by: 8) {
      var mark: UInt64 = 0
      for place in 0..<8 { mark |= UInt64(bytes[start + place]) << UInt64(8 * place) }
      marks.append(mark)
    }
    self.init(marks)
  }

  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(marks.count * 8)
    for mark in marks { for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: mark >> UInt64(8 * place))) } }
    return bytes
  }

  public func contains(_ mark: UInt64) -> Bool {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle] < mark { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low] == mark
  }

  public func union(_ other: KnownFacts) -> KnownFacts {
    if other.marks.isEmpty { return self }
    if marks.isEmpty { return other }
    var both: [UInt64] = []
    both.reserveCapacity(marks.count + other.marks.count)
    var (mine, theirs) = (0, 0)
    while mine < marks.count, theirs < other.marks.count {
      let (mark, next) = (marks[mine], other.marks[theirs])
      both.append(min(mark, next))
      if mark <= next { mine += 1 }
      if next <= mark { theirs += 1 }
    }
    both += marks[mine...]
    both += other.marks[theirs...]
    return KnownFacts(ascending: both)
  }

  /// Those that the other does not have.
  public func subtracting(_ other: KnownFacts) -> KnownFacts {
    if other.marks.isEmpty { return self }
    var left: [UInt64] = []
    var theirs = 0
    for mark in marks {
      while theirs < other.marks.count, other.marks[theirs] < mark { theirs += 1 }
      if theirs == other.marks.count || other.marks[theirs] != mark { left.append(mark) }
    }
    return KnownFacts(ascending: left)
  }

  private init(ascending marks: [UInt64]) { self.marks = marks }
}
