import Export
import Model

/// Invented results that the tests of documents and pictures share.
extension Samples {
  static let notes: [Table.Note] = [
    .init("Unit", "cases"), .init("Base", "14 cases"), .init("Filter", "none"), .init("Coders", "all (anna, bram)"),
    .init("Multiple response", "a case may have several codes"),
  ]

  static func recipe(_ command: String) -> Recipe {
    Recipe(
      command: command, version: "0.1.0", content: String(repeating: "0123456789abcdef", count: 4),
      lastChange: "2026-03-04T09:30:00Z")
  }

  /// A matrix of codes by codes.
  static let meetings = Table(
    title: "Co-occurrence of codes by segment",
    columns: [.init("code", "Code", .text)]
      + ["B3", "C1", "K1"].map { .init($0, $0, .count, group: $0, measure: "count") },
    rows: [
      [.text("B3"), .count(40), .count(2), .count(12)], [.text("C1"), .count(2), .count(30), .count(0)],
      [.text("K1"), .count(12), .count(0), .count(25)],
    ],
    notes: [.init("Unit", "segments"), .init("Base", "1888 segments")],
    recipe: recipe("draad cooccurrence B3 C1 K1"))

  static let pairsOfCodes = Table(
    title: "Pairs",
    columns: [
      .init("code_a", "Code A", .text), .init("code_b", "Code B", .text), .init("both", "Both", .count),
      .init("a_only", "A only", .count), .init("b_only", "B only", .count),
    ],
    rows: [
      [.text("B3"), .text("C1"), .count(2), .count(38), .count(28)],
      [.text("B3"), .text("K1"), .count(12), .count(28), .count(13)],
      [.text("C1"), .text("K1"), .count(0), .count(30), .count(25)],
    ])

  static let newCodes = Table(
    title: "Codes by transcript",
    columns: [
      .init("document", "Document", .text), .init("codes_in_document", "Codes", .count),
      .init("new_codes", "New codes", .count), .init("cumulative_codes", "Cumulative", .count),
      .init("rarefaction_expected", "Expected", .number),
    ],
    rows: [
      [.text("int1"), .count(4), .count(4), .count(4), .number(4.3)],
      [.text("int2"), .count(3), .count(0), .count(4), .number(6.6)],
      [.text("int3"), .count(5), .count(3), .count(7), .number(7)],
    ], notes: notes, recipe: recipe("draad frequencies C D"))

  static let segments = Table(
    title: "s01-team",
    columns: [
      .init("segment", "Segment", .count), .init("speaker", "Speaker", .text), .init("codes", "Codes", .text),
      .init("text", "Text", .text),
    ],
    rows: [
      [.count(1), .text("Anneke"), .text(""), .text("Welkom.")],
      [.count(2), .text("Bram"), .text("K1 B3"), .text("Er is te weinig personeel.")],
      [.count(3), .text("Bram"), .text("K1"), .text("En geen tijd.")],
    ], notes: notes, recipe: recipe("draad frequencies C D"))

  /// The answers to a closed question, which add up to a hundred per cent in each sector.
  static let answers = Table(
    title: "Answers",
    columns: [.init("value", "Value", .text)]
      + ["po", "vo"].flatMap { (sector: String) -> [Table.Column] in
        [
          .init("\(sector)_count", "\(sector) count", .count, group: sector, measure: "count"),
          .init("\(sector)_percent", "\(sector) percentage", .percent, group: sector, measure: "percent"),
        ]
      },
    rows: [
      [.text("ja"), .count(1), .number(100.0 / 3), .count(6), .number(75)],
      [.text("nee"), .count(1), .number(100.0 / 3), .count(1), .number(12.5)],
      [.text("weet niet"), .count(1), .number(100.0 / 3), .count(1), .number(12.5)],
    ], notes: notes, recipe: recipe("draad frequencies C D"))

  /// What may stand in a transcript or be typed as a name, and must do nothing where it is shown.
  static let hostileWords = [
    "=HYPERLINK(\"http://a.b\";\"x\")", "+1", "-2", "@SUM(A1)", "<script>alert(1)</script>", "</text></svg><b>",
    "]]>&amp;<!--", "\" onload=\"alert(1)", "\\input{x} \\write18 $x^2_3 % # & ~ { }", "[link](http://a.b) *b* `c` | d",
    "\u{1B}[31mred\u{1B}]0;title\u{7}", "abc\u{202E}fed\u{2066}x\u{2069}", "a\u{0}b\u{FFFE}\u{85}c", "\t=1", "\r\n=1",
    "e\u{301}\u{1F468}\u{200D}\u{1F469}", String(repeating: "W", count: 10_000), "",
  ]

  static let hostile = Table(
    title: hostileWords.joined(separator: " "),
    columns: [.init("code", hostileWords[4], .text), .init("name", "Name", .text)]
      + hostileWords.enumerated().map { .init("k\($0)_count", $1 + " count", .count, group: $1, measure: "count") },
    rows: hostileWords.enumerated().map { place, words in
      [.text("K\(place)"), .text(words)] + hostileWords.indices.map { .count((place * $0) % 7) }
    },
    notes: hostileWords.map { .init($0, $0) }, recipe: hostileRecipe)

  static let hostileRecipe = Recipe(
    command: hostileWords.joined(separator: " "), version: hostileWords[4], content: hostileWords[8],
    files: hostileWords.map { .init(name: $0, sha256: $0) }, lastChange: hostileWords[10])

  /// The same words as the heads of a matrix.
  static let hostileMatrix = Table(
    title: hostile.title,
    columns: [.init("code", "Code", .text)]
      + hostileWords.map { .init($0, $0, .count, group: $0, measure: "count") },
    rows: hostileWords.enumerated().map { place, words in
      [.text(words)] + hostileWords.indices.map { .count((place + $0) % 7) }
    }, notes: [.init("Base", hostileWords[11])], recipe: hostileRecipe)

  static let hostileExcerpts = Excerpts(
    title: hostile.title,
    items: hostileWords.map { words in
      var excerpt = Excerpt(
        caseName: words, transcript: words, firstSegment: 1, lastSegment: 2, speaker: words, role: words, time: .nan,
        start: 0, end: 5, codes: [words, "K"], text: words + "\n" + words,
        hits: [TextSpan(0, 2), TextSpan(1, 3), TextSpan(-1, 4), TextSpan(3, 9_999_999)])
      excerpt.before = [ContextSegment(speaker: words, role: words, text: words)]
      return excerpt
    }, total: 99, notes: hostile.notes, recipe: hostileRecipe)

  /// The same under codes whose names and definitions mean harm too.
  static let hostileBook: Excerpts = {
    var book = hostileExcerpts
    book.sections = hostileWords.enumerated().map { number, words in
      ExcerptSection(
        code: words, name: words, definition: words + "\n" + words, depth: number, quotes: 9, transcripts: 1, cases: 1,
        shown: 1)
    }
    for place in book.items.indices { book.items[place].ascription = [hostileWords[place], hostileWords[place]] }
    return book
  }()
}
