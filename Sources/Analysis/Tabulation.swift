public import Model

/// How a closed question was answered: each value with how many gave it, of how many who answered.
public struct Tabulation: Sendable {
  public enum Order: String, Sendable {
    /// As the values stand in the column.
    case value
    /// The most frequent first, equals in the order of the values.
    case count
    /// The greatest share first, equals in the order of the values; what has no share comes last.
    case percent
  }

  /// The question, an answer a subject.
  public var question: AttributeColumn
  /// Another question: n of a value is then how many have that value there.
  public var base: AttributeColumn?
  /// What the columns are split by.
  public var by: AttributeColumn?
  /// The case of each subject, -1 without one.
  public var caseOfSubject: [Int32]
  /// Whether every case weighs the same, however many of its people answered.
  public var isWeightedByCase: Bool
  public var order: Order
  /// Values that stand below all others, in this order, and that no limit leaves out: `Other`, `None of these`.
  public var last: [String]
  public var limit: Int?
  /// How two spellings of one value are known for the same, between questions.
  public var fold: @Sendable (String) -> String

  public init(
    question: AttributeColumn, base: AttributeColumn? = nil, by: AttributeColumn? = nil, caseOfSubject: [Int32],
    isWeightedByCase: Bool = false, order: Order = .value, last: [String] = [],
    limit: Int? = nil, fold: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.question = question
    self.base = base
    self.by = by
    self.caseOfSubject = caseOfSubject
    self.isWeightedByCase = isWeightedByCase
    self.order = order
    self.last = last
    self.limit = limit
    self.fold = fold
  }

  /// One row a value with `value,count,n,percent`, or a triple for each value of `by`.
  ///
  /// - Parameter unit: what a subject is called in the notes.
  public func table(unit: AttributeLevel) -> Table {
    let values = shownValues
    let groups = by.map(groups) ?? [(name: "", members: Array(0..<question.count))]
    let tallies = groups.map { AnswerTally(self, values: values, members: $0.members) }
    let columns = groups.flatMap { group in
      [("count", "Count", Table.Kind.count), ("n", "n", .count), ("percent", "Percentage", .percent)].map { part in
        let kind = isWeightedByCase && part.2 == .count ? Table.Kind.number : part.2
        return by == nil
          ? Table.Column(part.0, part.1, kind)
          : Table.Column(
            "\(group.name)_\(part.0)", "\(group.name) \(part.1.lowercased())", kind, group: group.name, measure: part.0)
      }
    }
    let rows = shownRows(values, tallies)
    var notes = notes(unit, zip(groups.map(\.name), tallies).map { ($0, $1) })
    if rows.count < values.count {
      let below = Set(last.map(fold))
      let pinned = rows.count { below.contains(fold(values[$0].name)) }
      let more = pinned == 0 ? "" : ", and \(pinned) below them"
      notes.append(.init("Limit", "The first \(rows.count - pinned) of \(values.count) values\(more)."))
    }
    return Table(
      title: by.map { "\(question.name) by \($0.name)" } ?? question.name,
      columns: [Table.Column("value", "Value", .text)] + columns,
      rows: rows.map { row in [.text(values[row].name)] + tallies.flatMap { $0.cells(row, isWeightedByCase) } },
      notes: notes)
  }

  /// The names of `last` that no answer has.
  public var unknownLast: [String] {
    let names = Set(shownValues.map { fold($0.name) })
    return last.filter { !names.contains(fold($0)) }
  }

  /// The places of the values that become rows, in their order.
  private func shownRows(_ values: [Value], _ tallies: [AnswerTally]) -> [Int] {
    let place = Dictionary(last.enumerated().map { (fold($1), $0) }) { first, _ in first }
    let isLast = values.map { place[fold($0.name)] }
    var rows = values.indices.filter { isLast[$0] == nil }
    let counts = values.indices.map { row in tallies.reduce(0.0) { $0 + $1.counts[row] } }
    switch order {
    case .value: break
    case .count: rows.sort { (-counts[$0], $0) < (-counts[$1], $1) }
    case .percent:
      let bases = values.indices.map { row in tallies.reduce(0.0) { $0 + $1.n[row] } }
      let shares = values.indices.map { bases[$0] == 0 ? -1 : counts[$0] / bases[$0] }
      rows.sort { (-shares[$0], $0) < (-shares[$1], $1) }
    }
    if let limit, limit < rows.count { rows.removeSubrange(max(0, limit)...) }
    return rows + values.indices.filter { isLast[$0] != nil }.sorted { (isLast[$0] ?? 0) < (isLast[$1] ?? 0) }
  }

  /// A value with its numbers in the question and in the base, -1 where it does not occur there.
  struct Value {
    var name: String
    var inQuestion: Int32
    var inBase: Int32
  }

  private var shownValues: [Value] {
    var place: [String: Int] = [:]
    var values: [Value] = []
    for (number, name) in question.values.enumerated() where name != AttributeColumn.answeredWithNothing {
      place[fold(name)] = values.count
      values.append(Value(name: name, inQuestion: Int32(number), inBase: -1))
    }
    for (number, name) in (base?.values ?? []).enumerated() where name != AttributeColumn.answeredWithNothing {
      if let known = place[fold(name)] {
        values[known].inBase = Int32(number)
      } else {
        values.append(Value(name: name, inQuestion: -1, inBase: Int32(number)))
      }
    }
    return values
  }

  private func groups(of column: AttributeColumn) -> [(name: String, members: [Int])] {
    var members = [[Int]](repeating: [], count: column.values.count + 1)
    for subject in 0..<column.count {
      if column[subject].isEmpty { members[column.values.count].append(subject) }
      for value in column[subject] { members[Int(value)].append(subject) }
    }
    let missing = GroundPartition.nameOfMissing(besides: column.values)
    let named = zip(column.values + [missing], members).map { (name: $0, members: $1) }
    return named.last?.members.isEmpty == true ? named.dropLast() : named
  }

  private func notes(_ unit: AttributeLevel, _ tallies: [(name: String, tally: AnswerTally)]) -> [Table.Note] {
    func counted(_ number: Int) -> String {
      number == 1 ? "1 \(unit.rawValue.dropLast())" : "\(number) \(unit.rawValue)"
    }
    let bases = tallies.map { name, tally in
      let answered = "\(counted(tally.answered)) with an answer, of \(tally.asked)"
      return name.isEmpty ? answered : "\(name): \(answered)"
    }
    var notes = [Table.Note("Unit", unit.rawValue), Table.Note("Base", bases.joined(separator: "; "))]
    if let base {
      notes.append(.init("n", "those that have the value in \(base.name); the count has it in both"))
      let outside = tallies.reduce(0) { $0 + $1.tally.outside }
      if outside > 0 {
        notes.append(
          .init(
            "Left out",
            "\(outside == 1 ? "1 answer" : "\(outside) answers") of those that have the value only in \(question.name)")
        )
      }
    }
    let nothing = tallies.reduce(0) { $0 + $1.tally.answeredWithNothing }
    if nothing > 0 { notes.append(.init("Nothing", "\(counted(nothing)) answered '-', which is in n and in no row")) }
    if question.isMultipleResponse {
      notes.append(.init("Multiple response", "several answers were possible; percentages may add up to more than 100"))
    }
    if isWeightedByCase {
      let weightless = tallies.reduce(0) { $0 + $1.tally.withoutCase }
      let left = weightless > 0 ? "; \(counted(weightless)) without a case left out" : ""
      notes.append(.init("Weight", "every case counts as one, shared by those of it who answered\(left)"))
    }
    return notes + [.rounding]
  }
}
