import Model
import Testing

@testable import Analysis

struct WordTableTests {
  /// *geld* 6 times, 5 of them in the first group; *tijd* 6 times, 1 of them; *rust* once, in the second.
  private var words: WordCounts {
    var words = WordCounts(.words)
    words.words = ["tijd", "geld", "rust"]
    words.counts = [6, 6, 1]
    words.segments = [3, 6, 1]
    words.transcripts = [2, 1, 1]
    words.cases = [2, 1, 0]
    words.total = 20
    words.leftOut = 7
    words.segmentCount = 8
    words.transcriptCount = 2
    words.caseCount = 1
    words.groupTotals = [8, 12]
    words.cellStarts = [0, 2, 4, 5]
    words.cellGroups = [0, 1, 1, 0, 1]
    words.cellCounts = [1, 5, 1, 5, 1]
    return words
  }

  private let twelfth = 1000.0 / 12

  @Test("Words stand by how often they were said, equals by the alphabet, per thousand of all that was said")
  func plain() {
    let table = WordTable(limit: 2).table(words)
    #expect(table.title == "Words")
    #expect(table.columns.map(\.key) == ["word", "count", "per_1000", "segments", "transcripts", "cases"])
    let rows: [[Table.Cell]] = [
      [.text("geld"), .count(6), .number(300), .count(6), .count(1), .count(1)],
      [.text("tijd"), .count(6), .number(300), .count(3), .count(2), .count(2)],
    ]
    #expect(table.rows == rows)
    let notes: [Table.Note] = [
      .init("Unit", "words as search takes them: letters and digits in a row, without capitals and accents"),
      .init("Base", "20 words in 8 segments, 2 transcripts, 1 case"), .init("Limit", "The first 2 of 3 words."),
    ]
    #expect(table.notes == notes)
  }

  @Test(
    "Rows can be sorted by the alphabet and by what they are said in",
    arguments: [
      (WordTable.Order.word, ["geld", "rust", "tijd"]), (.segments, ["geld", "tijd", "rust"]),
      (.transcripts, ["tijd", "geld", "rust"]), (.cases, ["tijd", "geld", "rust"]),
    ])
  func orders(order: WordTable.Order, expected: [String]) {
    #expect(WordTable(order: order).table(words).rows.map { $0[0] } == expected.map(Table.Cell.text))
  }

  @Test("Each group has a pair of columns, per thousand of what was said in it")
  func groups() {
    let table = WordTable().table(words, by: ["po", "missing"])
    #expect(
      table.columns.map(\.key) == ["word", "po_count", "po_per_1000", "missing_count", "missing_per_1000"])
    #expect(table.columns.map(\.group) == [nil, "po", "po", "missing", "missing"])
    let rows: [[Table.Cell]] = [
      [.text("geld"), .count(5), .number(625), .count(1), .number(twelfth)],
      [.text("tijd"), .count(1), .number(125), .count(5), .number(5000.0 / 12)],
      [.text("rust"), .count(0), .number(0), .count(1), .number(twelfth)],
    ]
    #expect(table.rows == rows)
    #expect(table.notes.contains(.init("Groups", "po: 8 words, missing: 12 words")))
  }

  @Test("Typical is what a group says more often than expected, the most typical first")
  func typical() {
    let table = WordTable().typical(words, named: "sector = po")
    #expect(table.title == "Words typical of sector = po")
    #expect(
      table.columns.map(\.key) == [
        "word", "count", "rest", "per_1000", "rest_per_1000", "expected", "log_likelihood", "transcripts",
      ])
    let comparison = FrequencyComparison(one: 5, other: 1, sizeOfOne: 8, sizeOfOther: 12)
    let row: [Table.Cell] = [
      .text("geld"), .count(5), .count(1), .number(625), .number(twelfth), .number(comparison.expected),
      .number(comparison.logLikelihood), .count(1),
    ]
    #expect(table.rows == [row])
    #expect(table.notes.contains(.init("Groups", "sector = po: 8 words, the rest: 12 words")))
  }

  @Test("Pairs are called pairs, and it is told where not all are kept")
  func pairs() {
    var pairs = WordCounts(.pairs)
    pairs.words = ["kleine groep"]
    (pairs.counts, pairs.segments, pairs.transcripts, pairs.cases) = ([1], [1], [1], [0])
    (pairs.total, pairs.segmentCount, pairs.transcriptCount, pairs.leastOfEachWord) = (1, 1, 1, 4)
    let table = WordTable().table(pairs)
    #expect(table.title == "Pairs" && table.columns.first == .init("pair", "Pair", .text))
    let notes: [Table.Note] = [
      .init("Unit", "pairs of words that stand next to each other in a segment; words as search takes them"),
      .init("Base", "1 pair in 1 segment, 1 transcript, 0 cases"),
      .init("Kept", "all pairs of words that are each said 4 times or more"),
    ]
    #expect(table.notes == notes)
  }

  @Test("Where nothing is said there are no rows")
  func empty() {
    #expect(WordTable().table(WordCounts(.words)).rows.isEmpty)
    #expect(WordTable().typical(WordCounts(.words), named: "x").rows.isEmpty)
  }
}
