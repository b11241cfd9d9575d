import ArgumentParser
import Model
import Workbench

struct Compare: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Set two groups side by side",
    discussion: """
      As in: compare C K --left sector=po --right sector=vo. Differences are in percentage points, the greatest first, with a 95% \
      interval (Newcombe) and an exact test. Two waves of the same cases: compare --left wave=1 --right wave=2 --paired.
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "A condition: sector=po") var left: String
  @Option(name: .long, help: "Another: sector=vo") var right: String
  @Option(name: .long, help: "What to count: cases, transcripts, turns, segments, codings or words") var count = "cases"
  @Flag(name: .long, help: "Only the cases in both groups, each against itself") var paired = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let request = CompareRequest(codes: codes, left: left, right: right, count: count, paired: paired)
    try console.show(try rows.arranged(workbench.compare(request, filter.request)), output)
  }
}
