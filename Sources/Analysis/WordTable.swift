public import Model

/// The tables of words: how often each was said, how often in groups, and which are typical of a group.
public struct WordTable: Sendable {
  public enum Order: String, CaseIterable, Sendable {
    /// The most frequent first.
    case count
    /// By the alphabet.
    case word
    /// In the most segments, transcripts or cases first.
    case segments, transcripts, cases
  }

  public var order: Order
  /// The number of rows at most, after sorting.
  public var limit: Int?

  public init(order: Order = .count, limit: Int? = nil) {
    self.order = order
    self.limit = limit
  }

  /// One row a word with `word,count,per_1000,segments,transcripts,cases`; the first column is `pair` where pairs are counted.
  public func table(_ words: WordCounts) -> Table {
    let columns: [Table.Column] = [
      .init("count", "Count", .count), .init("per_1000", "Per 1000", .number),
      .init("segments", "Segments", .count), .init("transcripts", "Transcripts", .count),
      .init("cases", "Cases", .count),
    ]
    return table("", words, columns, rows: Array(words.words.indices), sorted: key(words)) { row in
      [
        .count(words.counts[row]), Self.perThousand(words.counts[row], of: words.total),
        .count(Int(words.segments[row])), .count(Int(words.transcripts[row])), .count(Int(words.cases[row])),
      ]
    }
  }

  /// One row a word with `<value>_count,<value>_per_1000` for each group, in the order of `values`.
  public func table(_ words: WordCounts, by values: [String]) -> Table {
    let columns = values.flatMap { value -> [Table.Column] in
      [
        .init("\(value)_count", "\(value) count", .count, group: value, measure: "count"),
        .init("\(value)_per_1000", "\(value) per 1000", .number, group: value, measure: "per_1000"),
      ]
    }
    var table = table("", words, columns, rows: Array(words.words.indices), sorted: key(words)) { row in
      zip(words.counts(inGroupsOf: row), words.groupTotals).flatMap { count, total in
        [.count(count), Self.perThousand(count, of: total)]
      }
    }
    let sizes = zip(values, words.groupTotals).map { "\($0): \(words.unit.counted($1))" }
    table.notes.insert(.init("Groups", sizes.joined(separator: ", ")), at: 2)
    return table
  }

  /// One row a word that the first group says more often than chance, with
  /// `word,count,rest,per_1000,rest_per_1000,expected,log_likelihood,transcripts`; the most typical first.
  ///
  /// The rest is what was said outside the group; the transcripts are all that have the word. Log-likelihood is 2 Σ O ln(O/E) over the two counts of a word (Rayson &
  /// Garside, "Comparing corpora using frequency profiling", 2000), after Dunning (1993).
  public func typical(_ words: WordCounts, named group: String) -> Table {
    let columns: [Table.Column] = [
      .init("count", "Count", .count), .init("rest", "Rest", .count), .init("per_1000", "Per 1000", .number),
      .init("rest_per_1000", "Rest per 1000", .number), .init("expected", "Expected", .number),
      .init("log_likelihood", "Log-likelihood", .number), .init("transcripts", "Transcripts", .count),
    ]
    let size = words.groupTotals.first ?? 0
    let comparisons = words.words.indices.map { row in
      let inGroup = words.counts(inGroupsOf: row).first ?? 0
      return FrequencyComparison(
        one: inGroup, other: words.counts[row] - inGroup, sizeOfOne: size, sizeOfOther: words.total - size)
    }
    let rows = comparisons.indices.filter { comparisons[$0].isMoreThanExpected }
    var table = table(
      " typical of \(group)", words, columns, rows: rows, sorted: { -comparisons[$0].logLikelihood }
    ) { row in
      let compared = comparisons[row]
      return [
        .count(compared.one), .count(compared.other), Self.perThousand(compared.one, of: compared.sizeOfOne),
        Self.perThousand(compared.other, of: compared.sizeOfOther), .number(compared.expected),
        .number(compared.logLikelihood), .count(Int(words.transcripts[row])),
      ]
    }
    table.notes.insert(
      .init(
        "Groups",
        "\(group): \(words.unit.counted(size)), the rest: \(words.unit.counted(words.total - size))"), at: 2)
    table.notes.insert(
      .init(
        "Log-likelihood",
        "15.13 and more would be p < 0.0001 (1 degree of freedom) if words were said independently of each other. The words "
          + "of one interview are not: read the order, and look in how many transcripts a word is said"), at: 3)
    return table
  }

  private func key(_ words: WordCounts) -> (Int) -> Double {
    switch order {
    case .word: { _ in 0 }
    case .count: { -Double(words.counts[$0]) }
    case .segments: { -Double(words.segments[$0]) }
    case .transcripts: { -Double(words.transcripts[$0]) }
    case .cases: { -Double(words.cases[$0]) }
    }
  }

  private func table(
    _ kind: String, _ words: WordCounts, _ columns: [Table.Column], rows: [Int], sorted key: (Int) -> Double,
    cells: (Int) -> [Table.Cell]
  ) -> Table {
    let keys = rows.map(key)
    var order = Array(rows.indices)
    order.sort { keys[$0] < keys[$1] || keys[$0] == keys[$1] && words.words[rows[$0]] < words.words[rows[$1]] }
    var notes = [Table.Note("Unit", words.unit.sentence), Table.Note("Base", words.base)]
    if words.leastOfEachWord > 1 {
      notes.append(.init("Kept", "all pairs of words that are each said \(words.leastOfEachWord) times or more"))
    }
    if let limit, limit < order.count {
      notes.append(.init("Limit", "The first \(max(0, limit)) of \(order.count) \(words.unit.plural)."))
      order.removeSubrange(max(0, limit)...)
    }
    return Table(
      title: words.unit.heading + "s" + kind,
      columns: [.init(words.unit.singular, words.unit.heading, .text)] + columns,
      rows: order.map { [.text(words.words[rows[$0]])] + cells(rows[$0]) }, notes: notes)
  }

  private static func perThousand(_ count: Int, of total: Int) -> Table.Cell {
    total == 0 ? .none : .number(1000 * Double(count) / Double(total))
  }
}

extension WordCounts {
  fileprivate var base: String {
    func counted(_ number: Int, _ name: String) -> String { number == 1 ? "1 \(name)" : "\(number) \(name)s" }
    let places = [
      counted(segmentCount, "segment"), counted(transcriptCount, "transcript"), counted(caseCount, "case"),
    ]
    return "\(unit.counted(total)) in " + places.joined(separator: ", ")
  }
}

extension WordCounts.Unit {
  fileprivate var singular: String { self == .words ? "word" : "pair" }
  fileprivate var plural: String { singular + "s" }
  fileprivate var heading: String { self == .words ? "Word" : "Pair" }

  fileprivate func counted(_ number: Int) -> String { number == 1 ? "1 \(singular)" : "\(number) \(plural)" }

  fileprivate var sentence: String {
    switch self {
    case .words: "words as search takes them: letters and digits in a row, without capitals and accents"
    case .pairs: "pairs of words that stand next to each other in a segment; words as search takes them"
    }
  }
}
