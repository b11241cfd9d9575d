import ArgumentParser
import Model
import Workbench

struct Frequencies: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frequencies", abstract: "Count how often codes occur",
    discussion: """
      A code brings its children; =K names it alone. A case with two children of a code counts once for it. 'dominant' counts \
      the transcripts in which a code has the most codings. Documentation/Measures.md has each number's formula and source.
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "What to count: cases, transcripts, turns, segments, codings, words, dominant or all")
  var count = "cases"
  @Option(name: .long, help: "An attribute, for a column a value; two as --by sector,wave") var by: [String] = []
  @Option(
    name: .long, help: "Of what n is: a code (the units that have it), any (those with one of the codes) or all")
  var base: String?
  @Option(name: .long, help: "codebook or count") var sort = "codebook"
  @Option(name: .long, help: "How many codes at most; 0 for all") var limit: Int?
  @Option(name: .long, help: "Only the codes on the first N places, all that share the last; with --by for each value")
  var top: Int?
  @Option(name: .long, help: "case: also the percentage in which every case counts the same") var weight: String?
  @Flag(name: .long, help: "Also a 95% interval of the percentage (Wilson)") var interval = false
  @Flag(name: .long, help: "Only codes without codes below them") var leaves = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func table(of workbench: Workbench) throws -> Table {
    let request = FrequencyRequest(
      codes: codes, count: count, by: by, base: base, sort: sort, limit: try limit.orAll, top: top, weight: weight,
      interval: interval, leaves: leaves)
    return try workbench.frequencies(request, filter.request)
  }
}
