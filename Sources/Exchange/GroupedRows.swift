import Model

/// Rows of units and coders in the order of units, then coders; found by counting, in linear time.
struct GroupedRows {
  /// Those who judged anything, in the order of their names.
  let coders: [String]
  /// The rows of unit `u` are `order[offsets[u]..<offsets[u + 1]]`; those from `offsets[u]` on where nothing was reordered.
  private(set) var offsets: [Int32]
  private(set) var order: [Int32]
  private var isReordered = false
  /// For each row the number of its coder among `coders`.
  private let coder: [Int32]
  /// Pairs of rows of one unit and one coder.
  private(set) var doubles: [(first: Int, second: Int)] = []

  init(unit: [Int32], unitCount: Int, coder given: [Int32], coders names: [String]) {
    var isUsed = [Bool](repeating: false, count: names.count)
    for by in given { isUsed[Int(by)] = true }
    let used = names.indices.filter { isUsed[$0] }
    let (sorted, places) = NameOrder.places(of: used.map { names[$0] })
    var table = [Int32](repeating: 0, count: names.count)
    for (name, place) in zip(used, places) { table[name] = place }
    coders = sorted
    coder = given.map { table[Int($0)] }
    offsets = [Int32](repeating: 0, count: unitCount + 1)
    order = []
    guard !isInOrder(unit) else { return }
    for number in unit { offsets[Int(number) + 1] += 1 }
    for number in 0..<unitCount { offsets[number + 1] += offsets[number] }
    var next = offsets
    order = [Int32](repeating: 0, count: unit.count)
    isReordered = true
    for (row, number) in unit.enumerated() {
      order[Int(next[Int(number)])] = Int32(truncatingIfNeeded: row)
      next[Int(number)] += 1
    }
    for number in 0..<unitCount { sort(Int(offsets[number])..<Int(offsets[number + 1])) }
  }

  /// Whether the rows stand by unit and coder already, each once; counts them then.
  private mutating func isInOrder(_ unit: [Int32]) -> Bool {
    for row in unit.indices.dropFirst() where (unit[row - 1], coder[row - 1]) >= (unit[row], coder[row]) {
      return false
    }
    for (row, number) in unit.enumerated() { offsets[Int(number) + 1] = Int32(truncatingIfNeeded: row + 1) }
    return true
  }

  private mutating func sort(_ range: Range<Int>) {
    guard range.count > 1 else { return }
    var isSorted = true
    for place in (range.lowerBound + 1)..<range.upperBound
    where coder[Int(order[place - 1])] >= coder[Int(order[place])] {
      isSorted = false
    }
    guard !isSorted else { return }
    let coder = coder
    order[range].sort { (coder[Int($0)], $0) < (coder[Int($1)], $1) }
    for place in (range.lowerBound + 1)..<range.upperBound
    where coder[Int(order[place - 1])] == coder[Int(order[place])] {
      doubles.append((Int(order[place - 1]), Int(order[place])))
    }
  }

  /// - Parameter value: for each row its value.
  func judgements(_ value: [Int32], of values: [String], isDeclared: Bool) -> Judgements {
    Judgements(
      coders: coders, values: values, isDeclared: isDeclared, offsets: offsets,
      coder: isReordered ? order.map { coder[Int($0)] } : coder,
      value: isReordered ? order.map { value[Int($0)] } : value)
  }
}
