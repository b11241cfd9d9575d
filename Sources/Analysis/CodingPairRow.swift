import Model

/// The columns of a pair of codes whose codings meet.
struct CodingPairRow: Equatable {
  let nA: Int
  let nB: Int
  let nAB: Int

  static let columns: [Table.Column] = [
    .init("n_a", "Codings A", .count), .init("n_b", "Codings B", .count), .init("n_ab", "Pairs", .count),
    .init("c", "c", .number), .init("frequency_ratio", "Frequency ratio", .number),
  ]

  /// n_ab / (n_a + n_b - n_ab), the c-coefficient of the ATLAS.ti manual.
  ///
  /// Above 1 it is out of range, nil where undefined.
  var coefficient: Double? {
    let below = nA + nB - nAB
    return below > 0 ? Double(nAB) / Double(below) : nil
  }

  /// The larger number of codings by the smaller; ATLAS.ti warns of c above 5.
  var frequencyRatio: Double? {
    min(nA, nB) > 0 ? Double(max(nA, nB)) / Double(min(nA, nB)) : nil
  }

  var cells: [Table.Cell] {
    [.count(nA), .count(nB), .count(nAB)] + [coefficient, frequencyRatio].map { $0.map { .number($0) } ?? .none }
  }

  /// What a reader of c must know, for the pairs of one table.
  static func notes(on rows: [CodingPairRow]) -> [Table.Note] {
    let outside = rows.count { ($0.coefficient ?? 0) > 1 }
    let unequal = rows.count { ($0.frequencyRatio ?? 0) > 5 }
    var notes: [Table.Note] = []
    if outside > 0 {
      notes.append(.init("c", "Out of range (above 1) in \(pairs(outside)), where codings overlap several others."))
    }
    if unequal > 0 {
      notes.append(.init("Frequency ratio", "Above 5 in \(pairs(unequal)): there c says little."))
    }
    return notes
  }

  private static func pairs(_ number: Int) -> String { number == 1 ? "1 pair" : "\(number) pairs" }
}
