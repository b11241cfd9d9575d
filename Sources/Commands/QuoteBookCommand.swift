import ArgumentParser
import Model
import Workbench

struct QuoteBook: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes", abstract: "Quote what has each code, under the code's name and definition",
    discussion: """
      As in: quotes K --attribution role,sector --output quotes.docx. A code brings its children; =K names it alone. Behind each quote \
      stands who said it, as (schoolleider vo).
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(
    name: .long,
    help: "What stands behind a quote: role, speaker, case, transcript, place or attributes (default: role,sector)")
  var attribution: String?
  @Option(name: .long, help: "How many quotes of each code at most; 0 for all (on a terminal 5 where nothing is said)")
  var limit: Int?
  @Option(name: .long, help: "So many quotes of each code, drawn by lot") var sample: Int?
  @Option(name: .long, help: "The lot: the same number draws the same quotes") var seed = 1
  @Option(name: .long, help: "Segments of context before and after") var context = 0
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    var quotes = QuoteRequest(
      limit: try sample == nil ? limit.orDefault(for: output.request(console), reading: 5) : limit.orAll)
    (quotes.sample, quotes.seed, quotes.context) = (sample, seed, context)
    let request = QuoteBookRequest(
      codes: codes, attribution: attribution?.split(separator: ",").map(\.trimmed) ?? [], quotes: quotes)
    try console.show(try workbench.quoteBook(request, filter.request), output)
  }
}
