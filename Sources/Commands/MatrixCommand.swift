import ArgumentParser
import Model
import Workbench

struct MatrixCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "matrix", abstract: "Lay out cases by codes, for R, SPSS or a spreadsheet",
    discussion: """
      As in: matrix --cells binary --output cases.csv. One row a case, with all its attributes and a column a code; a case without \
      codings has 0 everywhere. A code brings its children, whose codings are added to it.
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "cases or transcripts") var rows = "cases"
  @Option(name: .long, help: "codings (how many), binary (1 or 0) or words (how many the code lies on)")
  var cells = "codings"
  @OptionGroup var filter: FilterOptions
  @OptionGroup var order: RowOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    try console.show(
      try order.arranged(workbench.matrix(codes, rows: rows, cells: cells, filter.request)), output)
  }
}
