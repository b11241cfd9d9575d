import Export
import Model
import Testing

struct TextExporterTests {
  @Test("A table has title, heads on a rule, rows and notes")
  func table() {
    #expect(
      ExportFormat.text.text(Samples.frequencies) == """
        Codes by number of cases

        Code  Name                          Count     n  Percentage
        ───────────────────────────────────────────────────────────
        B3    Instructie in kleine groepen   1643  1888         87%
        C|1   Welbevinden, "rust" en sfeer      0     0           –
        =F    -                                 1     3         33%

        Unit: 1888 cases
        Filter: sector = po

        """)
  }

  @Test("The cells of a matrix are shaded on a terminal with colours, and nowhere else")
  func heat() {
    let options = ExportOptions(colour: true)
    #expect(
      ExportFormat.text.text(Samples.matrix, options: options) == "\u{1B}[1mCode  B3  C1\u{1B}[0m\n────────────\n"
        + "B3     4  \u{1B}[48;5;25m\u{1B}[38;5;231m 1\u{1B}[0m\n"
        + "C1    \u{1B}[48;5;25m\u{1B}[38;5;231m 1\u{1B}[0m   –\n")
    #expect(!ExportFormat.text.text(Samples.matrix).contains("\u{1B}"))
    #expect(!ExportFormat.text.text(Samples.byValue, options: options).contains("48;5"))
  }

  @Test("Dutch labels come with Dutch numbers; a long name wraps where the page is narrow")
  func dutch() {
    #expect(
      ExportFormat.text.text(Samples.frequencies, options: ExportOptions(width: 54, labels: .nl)) == """
        Codes by number of cases

        Code  Naam                   Aantal      n  Percentage
        ──────────────────────────────────────────────────────
        B3    Instructie in kleine    1.643  1.888         87%
              groepen
        C|1   Welbevinden, "rust"         0      0           –
              en sfeer
        =F    -                           1      3         33%

        Eenheid: 1.888 casussen
        Filter: sector = po

        """)
  }

  @Test("A wide table is split between groups, with the row heads repeated")
  func blocks() {
    #expect(
      ExportFormat.text.text(Samples.byValue, options: ExportOptions(width: 44)) == """
        Codes by sector

                                   po          po
        Code  Name              Count  Percentage
        ─────────────────────────────────────────
        B3    Instructie in         3        100%
              kleine groepen
        C1    Welbevinden           2         67%

                                   vo          vo
        Code  Name              Count  Percentage
        ─────────────────────────────────────────
        B3    Instructie in         5         63%
              kleine groepen
        C1    Welbevinden           0           –

        Base: po: 3 cases, vo: 8 cases

        """)
  }

  @Test("What can be kept in sight of a table are the lines above its rows, and the names of the rows")
  func head() throws {
    var options = ExportOptions(width: 30)
    let table = Samples.byValue
    #expect(textHead(of: table, options: options) == nil)
    options.movesSideways = true
    let lines = ExportFormat.text.text(table, options: options).split(separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(textHead(of: table, options: options))
    #expect(lines[head.lines - 1].allSatisfy { $0 == "─" } && lines[head.lines].hasPrefix("B3"))
    #expect(head.columns == 6)
    #expect(textHead(of: Samples.matrix, options: options).map { [$0.lines, $0.columns] } == [2, 6])
    #expect(textHead(of: Table(title: "", columns: [], rows: []), options: options) == nil)
  }

  @Test("Colour makes titles and heads bold and adds nothing else")
  func colour() {
    #expect(
      ExportFormat.text.text(Samples.pairs, options: ExportOptions(colour: true))
        == ExportFormat.text.text(Samples.pairs).replacing("Pairs", with: "\u{1B}[1mPairs\u{1B}[0m")
        .replacing("Code A   Lift     PMI      Time", with: "\u{1B}[1mCode A   Lift     PMI      Time\u{1B}[0m"))
  }

  @Test("Infinite, undefined and tiny numbers and times are told apart")
  func numbers() {
    #expect(
      ExportFormat.text.text(Samples.pairs) == """
        Pairs

        Code A   Lift     PMI      Time
        ───────────────────────────────
        B3      1.250    -inf  00:12:31
        C1        inf   0.000  01:01:01
        D           –  12.000         –

        """)
  }

  @Test("A table without rows still has its heads")
  func empty() {
    let table = Table(title: "None", columns: [.init("code", "Code", .text)], rows: [])
    #expect(ExportFormat.text.text(table, options: ExportOptions(width: 10)) == "None\n\nCode\n────\n")
  }

  @Test("Wide characters and control characters do not disturb the columns")
  func characters() {
    let table = Table(
      title: "", columns: [.init("a", "A", .text), .init("b", "B", .count)],
      rows: [[.text("漢字"), .count(1)], [.text("e\u{301}\n\u{1B}[2J"), .count(22)]])
    #expect(ExportFormat.text.text(table) == "A        B\n──────────\n漢字     1\ne\u{301}  [2J  22\n")
  }
}
