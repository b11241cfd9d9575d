/// What the head of a column says of it: what its numbers are, and of whom.
struct PrintedHead: Equatable {
  enum Role: Equatable {
    case count, base, percent
    /// `n`, which heads counts where there are no others, and else what they are of.
    case n
    /// Which of several tables a row is of.
    case table
  }

  let role: Role?
  /// In `% (n=1.887)`.
  let base: Int?
  /// Without those words: `po` of `po_count`.
  let rest: String

  private static let words: [(role: Role, words: Set<String>)] = [
    (
      .percent,
      [
        "percent", "percentage", "percentages", "perc", "pct", "procent", "procenten", "procentueel", "proc", "aandeel",
        "relatief",
        "share",
      ]
    ),
    (.base, ["base", "basis"]),
    (
      .count,
      [
        "count", "counts", "aantal", "aantallen", "freq", "frequentie", "frequency", "frequencies", "abs", "absoluut",
        "number",
      ]
    ),
    (.n, ["n"]), (.table, ["table", "tabel"]),
  ]
  private static let small: Set<String> = ["as", "of", "van", "in", "printed", "de", "het", "the"]

  init(_ head: String) {
    base = PrintedNumber.all(in: head).numbers.first { $0.isBase }?.whole
    var words = head.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if base != nil { words.removeAll { $0.lowercased() == "n" || $0.first?.isNumber == true } }
    let known = Set(words.map { $0.lowercased() })
    let said = Self.words.first { !$0.words.isDisjoint(with: known) }
    role = head.contains("%") ? .percent : said?.role
    let all = Self.words.reduce(Self.small) { $0.union($1.words) }
    rest = words.filter { !all.contains($0.lowercased()) }.joined(separator: " ")
  }
}
