import ArgumentParser
import Model
import Workbench

struct CooccurrenceCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "cooccurrence", abstract: "Count which codes meet",
    discussion: """
      As in: cooccurrence A B C --with K, for interventions by bottlenecks. A number counts the units that have both codes, at \
      exact, overlap and within/N the pairs of codings that meet. The diagonal has the units with the code, at those levels the \
      pairs of two different codings of the code. Documentation/Measures.md has the formula and source of each measure.
      """)
  @Argument(help: "Codes for the rows; all where none is named") var codes: [String] = []
  @Option(
    name: .long, parsing: .upToNextOption, help: "Codes for the columns, where they are others: --with K S, or K,S")
  var with: [String] = []
  @Option(name: .long, help: "Where they meet: segment, turn, transcript, case, exact, overlap or within/N")
  var level = "segment"
  @Flag(name: .long, help: "One row a pair, with measures of association") var long = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let others = with.flatMap { $0.split(separator: ",").map { $0.trimmed } }
    try console.show(
      try rows.arranged(workbench.cooccurrence(codes, with: others, level: level, long: long, filter.request)), output)
  }
}
