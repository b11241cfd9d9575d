import Model

/// The answers of some subjects to a closed question, weighted where that is asked.
struct AnswerTally {
  /// For each value the subjects, or their weight, that gave it.
  private(set) var counts: [Double]
  /// For each value of how many.
  private(set) var n: [Double]
  /// Subjects, unweighted.
  let asked: Int
  private(set) var answered = 0
  private(set) var answeredWithNothing = 0
  /// Answers whose value is not in the base question; only there.
  private(set) var outside = 0
  /// Subjects with an answer that belong to no case, where cases weigh.
  private(set) var withoutCase = 0

  init(_ tabulation: Tabulation, values: [Tabulation.Value], members: [Int]) {
    let question = tabulation.question
    let nothing = question.values.firstIndex(of: AttributeColumn.answeredWithNothing).map(Int32.init)
    asked = members.count
    counts = [Double](repeating: 0, count: values.count)
    let weights = Self.weights(tabulation, members)
    var rowOf = [Int](repeating: -1, count: question.values.count)
    for (row, value) in values.enumerated() where value.inQuestion >= 0 { rowOf[Int(value.inQuestion)] = row }
    var whole = 0.0
    var ofBase = counts
    for (subject, weight) in zip(members, weights) {
      if let base = tabulation.base {
        for (row, value) in values.enumerated() where base[subject].contains(value.inBase) { ofBase[row] += weight }
      }
      let answer = question[subject]
      guard !answer.isEmpty else { continue }
      answered += 1
      if weight == 0 { withoutCase += 1 }
      whole += weight
      if answer.allSatisfy({ $0 == nothing }) { answeredWithNothing += 1 }
      for value in answer where rowOf[Int(value)] >= 0 {
        let row = rowOf[Int(value)]
        if let base = tabulation.base, !base[subject].contains(values[row].inBase) {
          outside += 1
        } else {
          counts[row] += weight
        }
      }
    }
    n = tabulation.base == nil ? values.map { _ in whole } : ofBase
  }

  /// 1 each; by case 1 divided by those of the case who answered, 0 without a case.
  private static func weights(_ tabulation: Tabulation, _ members: [Int]) -> [Double] {
    guard tabulation.isWeightedByCase else { return members.map { _ in 1 } }
    var people: [Int32: Int] = [:]
    for subject in members where !tabulation.question[subject].isEmpty {
      people[tabulation.caseOfSubject[subject], default: 0] += 1
    }
    return members.map { subject in
      let number = tabulation.caseOfSubject[subject]
      guard number >= 0, let sharing = people[number] else { return 0 }
      return 1 / Double(sharing)
    }
  }

  /// Count, n and percentage; there is no percentage of nothing.
  func cells(_ row: Int, _ isWeighted: Bool) -> [Table.Cell] {
    let percent: Table.Cell = n[row] == 0 ? .none : .number(100 * counts[row] / n[row])
    return isWeighted
      ? [.number(counts[row]), .number(n[row]), percent]
      : [.count(Int(counts[row])), .count(Int(n[row])), percent]
  }
}
