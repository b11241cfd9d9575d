import ArgumentParser
import Model
import Workbench

struct Frequencies: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "frequencies", abstract: "Count how often codes occur",
    discussion: "A code brings its children; =K names it alone. A case with two children of a code counts once for it.")
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "What to count: cases, transcripts, turns, segments, codings, words or all")
  var count = "cases"
  @Option(name: .long, help: "An attribute, for a column a value") var by: String?
  @Option(name: .long, help: "Only of the units that have this code") var base: String?
  @Option(name: .long, help: "codebook or count") var sort = "codebook"
  @Option(name: .long, help: "How many codes at most; 0 for all") var limit: Int?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let request = FrequencyRequest(codes: codes, count: count, by: by, base: base, sort: sort, limit: try limit.orAll)
    try console.show(try workbench.frequencies(request, filter.request), output)
  }
}

struct CooccurrenceCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "cooccurrence", abstract: "Count which codes meet",
    discussion: "As in: cooccurrence A B C --with K, for interventions by bottlenecks.")
  @Argument(help: "Codes for the rows; all where none is named") var codes: [String] = []
  @Option(
    name: .long, parsing: .upToNextOption, help: "Codes for the columns, where they are others: --with K S, or K,S")
  var with: [String] = []
  @Option(name: .long, help: "Where they meet: segment, turn, transcript, case, exact, overlap or within/N")
  var level = "segment"
  @Flag(name: .long, help: "One row a pair, with measures of association") var long = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let others = with.flatMap { $0.split(separator: ",").map { $0.trimmed } }
    try console.show(
      try workbench.cooccurrence(codes, with: others, level: level, long: long, filter.request), output)
  }
}
