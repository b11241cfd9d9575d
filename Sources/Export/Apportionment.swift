import Model

/// Rounds parts of a hundred so that they still add up to a hundred.
///
/// Each part is cut off, and what is missing goes one by one to the parts that lost most; of equals the first. (The
/// method of the largest remainder, Hamilton 1792.)
enum Apportionment {
  /// The rounded parts; nil where the parts do not add up to a hundred, or one is negative or undefined.
  static func rounded(_ parts: [Double], decimals: Int) -> [Double]? {
    guard !parts.isEmpty, parts.allSatisfy({ $0 >= 0 && $0 <= 100.000001 }) else { return nil }
    guard abs(parts.reduce(0, +) - 100) < 1e-6 else { return nil }
    let unit = (0..<min(max(0, decimals), 6)).reduce(1.0) { unit, _ in unit * 10 }
    // A third of a hundred is not one in binary; a hair above keeps whole parts whole.
    var whole = parts.map { ($0 * unit + 1e-9).rounded(.down) }
    let missing = Int((100 * unit - whole.reduce(0, +)).rounded())
    guard missing >= 0, missing <= parts.count else { return nil }
    let lost = parts.indices.map { parts[$0] * unit - whole[$0] }
    // Remainders that differ by less than the binary hair are equals.
    let order = parts.indices.sorted { abs(lost[$0] - lost[$1]) > 1e-9 ? lost[$0] > lost[$1] : $0 < $1 }
    for place in order.prefix(missing) { whole[place] += 1 }
    return whole.map { $0 / unit }
  }
}

extension Table {
  /// The table with percentages rounded together where that is asked for and a column adds up to a hundred.
  func rounded(_ options: ExportOptions) -> Table {
    var table = self
    for (place, parts) in apportioned(options) {
      for row in rows.indices { table.rows[row][place] = .number(parts[row]) }
    }
    return table
  }

  /// The columns that are rounded together, each with its rounded percentages.
  func apportioned(_ options: ExportOptions) -> [(place: Int, parts: [Double])] {
    guard options.rounding == .largestRemainder else { return [] }
    return columns.indices.compactMap { place in
      guard columns[place].kind == .percent else { return nil }
      let parts = rows.compactMap { $0[place].double }
      guard parts.count == rows.count else { return nil }
      return Apportionment.rounded(parts, decimals: options.decimals ?? 0).map { (place, $0) }
    }
  }
}

extension Table.Cell {
  /// The number in it, if there is one and it is finite.
  var double: Double? {
    switch self {
    case .count(let count): Double(count)
    case .number(let number): number.isFinite ? number : nil
    case .text, .none: nil
    }
  }
}
