import Export
import Model

/// Invented results that the export tests share.
enum Samples {
  static let frequencies = Table(
    title: "Codes by number of cases",
    columns: [
      .init("code", "Code", .text), .init("name", "Name", .text), .init("count", "Count", .count),
      .init("n", "n", .count),
      .init("percent", "Percentage", .percent),
    ],
    rows: [
      [.text("B3"), .text("Instructie in kleine groepen"), .count(1643), .count(1888), .number(87.02330508474576)],
      [.text("C|1"), .text("Welbevinden, \"rust\" en sfeer"), .count(0), .count(0), .none],
      [.text("=F"), .text("-"), .count(1), .count(3), .number(100.0 / 3)],
    ],
    notes: [.init("Unit", "1888 cases"), .init("Filter", "sector = po")])

  static let byValue = Table(
    title: "Codes by sector",
    columns: [
      .init("code", "Code", .text), .init("name", "Name", .text),
      .init("po_count", "po Count", .count, group: "po", measure: "count"),
      .init("po_percent", "po Percentage", .percent, group: "po", measure: "percent"),
      .init("vo_count", "vo Count", .count, group: "vo", measure: "count"),
      .init("vo_percent", "vo Percentage", .percent, group: "vo", measure: "percent"),
    ],
    rows: [
      [.text("B3"), .text("Instructie in kleine groepen"), .count(3), .number(100), .count(5), .number(62.5)],
      [.text("C1"), .text("Welbevinden"), .count(2), .number(66.7), .count(0), .none],
    ],
    notes: [.init("Base", "po: 3 cases, vo: 8 cases")])

  static let matrix = Table(
    title: "",
    columns: [
      .init("code", "Code", .text), .init("B3", "B3", .count, group: "B3", measure: "count"),
      .init("C1", "C1", .count, group: "C1", measure: "count"),
    ],
    rows: [[.text("B3"), .count(4), .count(1)], [.text("C1"), .count(1), .none]])

  static let pairs = Table(
    title: "Pairs",
    columns: [
      .init("code_a", "Code A", .text), .init("lift", "Lift", .number), .init("pmi", "PMI", .number),
      .init("time", "Time", .time),
    ],
    rows: [
      [.text("B3"), .number(1.25), .number(-.infinity), .number(751.9)],
      [.text("C1"), .number(.infinity), .number(-0.0004), .count(3661)],
      [.text("D"), .number(.nan), .number(12), .none],
    ])

  static let excerpts = Excerpts(
    title: "Quotes with 'rust'",
    items: [
      Excerpt(
        caseName: "School 1", transcript: "s01-team", firstSegment: 12, lastSegment: 12, speaker: "Anneke",
        role: "leerkracht", time: 751, start: 804, end: 882, codes: ["K1", "B3"],
        text: "Er is meer rust. Dat merk je aan de kinderen,\nen thuis is het volgens de ouders óók rustig.\n",
        hits: [TextSpan(11, 15), TextSpan(85, 91)]),
      Excerpt(
        caseName: nil, transcript: "s02", firstSegment: 3, lastSegment: 4, speaker: nil, role: nil, time: nil, start: 0,
        end: 5, codes: [], text: "- \"Rust\", ja | *echt*"),
    ],
    total: 14, notes: [.init("Command", "find matching rust")])
}

extension Samples {
  /// A family of which one code has both quotes, and another that has more than are shown.
  static let book: Excerpts = {
    var book = Excerpts(title: "Quotes by code", items: excerpts.items, notes: excerpts.notes)
    book.items[0].ascription = ["leerkracht", "po"]
    book.items[1].ascription = ["ouder"]
    book.items[0].memos = [
      ExcerptMemo(coder: "anna", text: "Lacht *erbij*."), ExcerptMemo(coder: nil, text: "Zie ook <s02>.\nNog eens."),
    ]
    book.sections = [
      ExcerptSection(
        code: "O", name: "Opbrengsten", definition: "Wat het *oplevert*.\n# Ook later.", quotes: 0, transcripts: 0,
        cases: 0, shown: 0, memos: [ExcerptMemo(coder: "bram", text: "Splitsen?")]),
      ExcerptSection(
        code: "O1", name: "Rust & sfeer", depth: 1, quotes: 1, transcripts: 1, cases: 1, shown: 1),
      ExcerptSection(
        code: "O2", name: "Cijfers", definition: "Toetsen", depth: 1, quotes: 1200, transcripts: 12, cases: 7, shown: 1),
    ]
    return book
  }()
}

extension ExportFormat {
  /// What is written, as text; what the problem says where nothing is.
  func text(_ table: Table, options: ExportOptions = ExportOptions()) -> String {
    do { return String(decoding: try export(table, options: options), as: UTF8.self) } catch { return error.what }
  }

  func text(_ excerpts: Excerpts, options: ExportOptions = ExportOptions()) -> String {
    do { return String(decoding: try export(excerpts, options: options), as: UTF8.self) } catch { return error.what }
  }
}
