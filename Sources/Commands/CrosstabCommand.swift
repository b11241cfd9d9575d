import ArgumentParser
import Model
import Workbench

struct CrosstabCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "crosstab", abstract: "Set codes against the values of an attribute",
    discussion: """
      As in: crosstab C K --by sector --tests. A code brings its children. Counted are the cases with the code of all cases with \
      the value, a column a value; what has no value comes last, then all. --show takes other numbers by their heads in --long: \
      codings, row_pct, column_pct, total_pct, cases_with_code, cases, pct_of_cases, pct_of_responses, equal_case_weight_pct, \
      codings_per_1000_words, expected_cases, adjusted_residual and more. Tests are over cases or transcripts, as turns of one \
      interview are not independent. Documentation/Measures.md has each formula and source.
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "The attribute; two as --by sector,wave") var by: [String]
  @Option(name: .long, help: "What is compared: cases or transcripts") var count = "cases"
  @Option(name: .long, help: "Which numbers stand under each value, as --show codings,row_pct") var show: [String] = []
  @Flag(name: .long, help: "One row a code and value, every number a column") var long = false
  @Flag(name: .long, help: "One row a code: chi-square, Cramér's V and an exact test, adjusted for their number")
  var tests = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if long, tests { throw ValidationError("--long and --tests are two tables; name one of them.") }
    if !show.isEmpty, long || tests { throw ValidationError("--show is for the table without --long and --tests.") }
  }

  func run(on workbench: Workbench, _ console: Console) throws {
    let form: CrosstabRequest.Form = long ? .long : tests ? .tests : .wide
    let request = CrosstabRequest(codes: codes, by: by, count: count, show: show, form: form)
    try console.show(try rows.arranged(workbench.crosstab(request, filter.request)), output)
  }
}
