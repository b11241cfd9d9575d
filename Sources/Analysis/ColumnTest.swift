/// A code against the values of an attribute: how many units of each value have the code.
///
/// Each unit is in exactly one column; columns without units take no part.
struct ColumnTest: Equatable {
  /// Units with the code, a column each.
  let having: [Int]
  /// All units of each column.
  let sizes: [Int]

  init(having: [Int], sizes: [Int]) {
    self.having = having
    self.sizes = sizes
  }

  var total: Int { sizes.reduce(0, +) }
  var totalHaving: Int { having.reduce(0, +) }
  private var columns: Int { sizes.count { $0 > 0 } }

  /// Columns that hold units, less one; nil where there is nothing to compare.
  var degreesOfFreedom: Int? {
    columns > 1 && totalHaving > 0 && totalHaving < total ? columns - 1 : nil
  }

  /// n m / N: the units with the code in a column if the code did not depend on it; nil without units.
  func expected(_ column: Int) -> Double? {
    total > 0 ? Double(sizes[column]) * Double(totalHaving) / Double(total) : nil
  }

  /// Σ (O - E)² / E over units with and without the code.
  ///
  /// Pearson, Philosophical Magazine 50 (1900) 157.
  var chiSquare: Double? {
    guard degreesOfFreedom != nil else { return nil }
    let share = Double(totalHaving) / Double(total)
    return zip(having, sizes).reduce(0.0) { sum, column in
      guard column.1 > 0 else { return sum }
      let distance = Double(column.0) - Double(column.1) * share
      return sum + distance * distance / (Double(column.1) * share * (1 - share))
    }
  }

  var probability: Double? {
    guard let chiSquare, let degreesOfFreedom else { return nil }
    return ChiSquareTail.probability(of: chiSquare, degreesOfFreedom: degreesOfFreedom)
  }

  /// √(χ² / N), as one side of the table has two rows.
  ///
  /// Cramér, Mathematical Methods of Statistics (1946), 21.9.
  var cramersV: Double? { chiSquare.map { ($0 / Double(total)).squareRoot() } }

  /// (O - E) / √(E (1 - n/N) (1 - m/N)): about standard normal when the code does not depend on the column.
  ///
  /// Haberman, Biometrics 29 (1973) 205.
  func adjustedResidual(_ column: Int) -> Double? {
    guard degreesOfFreedom != nil, let expected = expected(column) else { return nil }
    let size = Double(total)
    let variance = expected * (1 - Double(sizes[column]) / size) * (1 - Double(totalHaving) / size)
    return variance > 0 ? (Double(having[column]) - expected) / variance.squareRoot() : nil
  }
}
