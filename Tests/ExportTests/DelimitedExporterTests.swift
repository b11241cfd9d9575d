import Export
import Model
import TestSupport
import Testing

struct DelimitedExporterTests {
  @Test("CSV has the heads of the contract and unrounded numbers, whatever the labels")
  func csv() {
    let expected = """
      code,name,count,n,percent
      B3,Instructie in kleine groepen,1643,1888,87.02330508474576
      C|1,"Welbevinden, ""rust"" en sfeer",0,0,
      '=F,'-,1,3,33.333333333333336

      """
    #expect(ExportFormat.csv.text(Samples.frequencies) == expected)
    #expect(
      ExportFormat.csv.text(Samples.frequencies, options: ExportOptions(width: 10, colour: true, labels: .nl))
        == expected)
  }

  @Test("TSV quotes tabs and leaves commas alone")
  func tsv() {
    let table = Table(
      title: "T", columns: [.init("a", "A", .text), .init("b", "B", .number)],
      rows: [[.text("x\ty"), .number(-.infinity)], [.text("x,y"), .number(-0.5)], [.none, .number(.nan)]])
    #expect(ExportFormat.tsv.text(table) == "a\tb\n\"x\ty\"\t-inf\nx,y\t-0.5\n\t\n")
  }

  @Test("Numbers and times keep their digits; infinite is inf, undefined is empty")
  func numbers() {
    #expect(
      ExportFormat.csv.text(Samples.pairs) == """
        code_a,lift,pmi,time
        B3,1.25,-inf,751.9
        C1,inf,-0.0004,3661
        D,,12,

        """)
  }

  @Test("Excerpts are a row each, the whole text in a cell")
  func excerpts() {
    #expect(
      ExportFormat.csv.text(Samples.excerpts) == """
        case,transcript,segment,speaker,role,start,end,codes,text
        School 1,s01-team,12,Anneke,leerkracht,804,882,K1 B3,"Er is meer rust. Dat merk je aan de kinderen,
        en thuis is het volgens de ouders óók rustig.
        "
        ,s02,3-4,,,0,5,,"'- ""Rust"", ja | *echt*"

        """)
  }

  @Test(
    "Text that a spreadsheet would run gets an apostrophe",
    arguments: ["=1+1", "+1", "-x", "@a", "\t=1", "\r", "\u{1}"])
  func formulas(text: String) {
    let table = Table(title: "", columns: [.init("a", "A", .text)], rows: [[.text(text)], [.text("a" + text)]])
    let cells = DelimitedText(ExportFormat.csv.text(table)).records.map(\.fields)
    // A control character becomes a blank.
    let withoutReturn = text.filter { $0 != "\r" || text.count == 1 }.map { $0 == "\u{1}" ? " " : String($0) }.joined()
    #expect(cells == [["a"], ["'" + withoutReturn], ["a" + withoutReturn]])
  }

  @Test("Any cells can be read back")
  func roundTrip() {
    var generator = SeededGenerator(seed: 4180)
    let scraps = ["a", "\"", ",", "\n", "\t", " ", "é", ";", "'", "="]
    for format in [ExportFormat.csv, .tsv] {
      for _ in 0..<500 {
        let rows = (0..<3).map { _ in
          (0..<3).map { _ in
            "x" + (0..<4).map { _ in scraps[Int.random(in: 0..<scraps.count, using: &generator)] }.joined()
          }
        }
        let columns = ["a", "b", "c"].map { Table.Column($0, $0, .text) }
        let table = Table(title: "", columns: columns, rows: rows.map { $0.map { .text($0) } })
        #expect(DelimitedText(format.text(table)).records.map(\.fields) == [["a", "b", "c"]] + rows)
      }
    }
  }
}
