import ArgumentParser
import Model
import Workbench

struct Tabulate: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tabulate", abstract: "Count the answers to a closed question",
    discussion: """
      A question is an attribute of cases, transcripts or speakers; several answers stand in one cell as a|b|c. n is those with an \
      answer: an empty cell is no answer, '-' is an answer with nothing in it. With --by or --base-of an attribute of another \
      level, whoever is nearest to a person is counted.
      """)
  @Argument(help: "The attribute") var attribute: String
  @Option(name: .long, help: "Another attribute, for a column a value") var by: String?
  @Option(name: .long, help: "Another attribute: n of a value is those that have the value there")
  var baseOf: String?
  @Option(name: .long, help: "case: every case counts as one, shared by those of it who answered") var weight: String?
  @Option(name: .long, help: "value, count or percent") var sort = "value"
  @Option(name: .long, help: "A value that stands below all others, such as Other (may be repeated)")
  var last: [String] = []
  @Option(name: .long, help: "How many values at most; 0 for all") var limit: Int?
  @Option(name: .long, help: "Only where a condition holds: 'sector=vo'") var `where`: String?
  @OptionGroup var output: OutputOptions

  func table(of workbench: Workbench) throws -> Table {
    try workbench.tabulate(
      TabulateRequest(
        attribute: attribute, by: by, baseOf: baseOf, weight: weight, sort: sort, last: last, limit: try limit.orAll,
        condition: `where`))
  }
}
