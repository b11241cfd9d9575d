import Model
import Retrieval

/// What one should know of a condition that compares by size: values that are no numbers, and numbers with a point in them.
enum NumberRemarks {
  /// How many values are named.
  private static let most = 5

  /// - Parameter values: the values that occur, of each attribute.
  static func notes(on condition: Condition, values: [(name: String, values: [String])]) -> [Table.Note] {
    var texts: [String] = []
    var read: [String] = []
    for (attribute, comparison, wanted) in condition.comparisons {
      let known = values.filter { Folding.fold($0.name) == Folding.fold(attribute) }.flatMap(\.values)
      let isBySize = comparison != .equal && comparison != .notEqual
      if isBySize { texts += self.texts(of: attribute, known, wanted) }
      guard Condition.number(wanted) != nil else { continue }
      read += [wanted].compactMap(reading) + (isBySize ? known.compactMap(reading) : [])
    }
    return note("Compared as text", texts) + note("Read as numbers", read)
  }

  private static func note(_ label: String, _ found: [String]) -> [Table.Note] {
    let all = found.distinct()
    guard !all.isEmpty else { return [] }
    return [
      .init(label, all.prefix(most).joined(separator: "; ") + (all.count > most ? " and \(all.count - most) more" : ""))
    ]
  }

  /// Letters come after digits: `n.v.t.` is more than any number.
  private static func texts(of attribute: String, _ known: [String], _ wanted: String) -> [String] {
    let numbers = known.count { Condition.number($0) != nil }
    guard Condition.number(wanted) != nil else {
      return numbers > 0 ? ["\(attribute) with '\(wanted)', which is no number"] : []
    }
    return known.filter { Condition.number($0) == nil }.map { "'\($0)' of \(attribute), which is no number" }
  }

  /// `1.100` may be meant as one thousand one hundred.
  private static func reading(_ text: String) -> String? {
    let parts = text.trimmed.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count == 2, (1...3).contains(parts[0].count), parts[0] != "0", parts[1].count == 3,
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }), let number = Condition.number(text)
    else { return nil }
    return "'\(text)' as \(number), not as \(parts.joined())"
  }
}
