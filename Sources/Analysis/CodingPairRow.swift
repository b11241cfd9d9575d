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
  static func notes(on rows: [CodingPairRow], named names: [String]) -> [Table.Note] {
    func list(_ fits: (CodingPairRow) -> Bool) -> String? {
      let found = zip(rows, names).filter { fits($0.0) }.map(\.1)
      guard !found.isEmpty else { return nil }
      let more = found.count > 5 ? " and \(found.count - 5) more" : ""
      return
        "\(found.count == 1 ? "1 pair" : "\(found.count) pairs") (\(found.prefix(5).joined(separator: "; "))\(more))"
    }
    var notes: [Table.Note] = []
    if let outside = list({ ($0.coefficient ?? 0) > 1 }) {
      notes.append(.init("c", "Out of range (above 1) in \(outside), where codings overlap several others."))
    }
    if let undefined = list({ $0.coefficient == nil && $0.nAB > 0 }) {
      notes.append(.init("c", "Undefined in \(undefined), where there are as many pairs as codings or more."))
    }
    if let absent = list({ $0.nA == 0 || $0.nB == 0 }) {
      notes.append(.init("Empty", "No frequency ratio in \(absent): a code does not occur."))
    }
    if let unequal = list({ ($0.frequencyRatio ?? 0) > 5 }) {
      notes.append(.init("Frequency ratio", "Above 5 in \(unequal): there c says little."))
    }
    return notes
  }
}
