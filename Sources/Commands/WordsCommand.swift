import ArgumentParser
import Model
import Workbench

struct Words: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "words", abstract: "List the words that are said most, or those typical of some who speak",
    discussion: "As in: words --typical sector=po, for what primary schools say more than the others.")
  @Flag(name: .long, help: "Pairs of words next to each other in a segment") var pairs = false
  @Option(name: .long, help: "An attribute, for columns a value") var by: String?
  @Option(name: .long, help: "Words said more where a condition holds than in the rest (log-likelihood)")
  var typical: String?
  @Option(name: .long, help: "drop or keep the function words of the study's language")
  var stopWords = "drop"
  @Option(name: .long, help: "count, word, segments, transcripts or cases") var sort: String?
  @Option(name: .long, help: "How many words at most; 0 for all (on a terminal 50 where nothing is said)")
  var limit: Int?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    var request = WordsRequest()
    (request.pairs, request.by, request.typical) = (pairs, by, typical)
    (request.stopWords, request.sort) = (stopWords, sort)
    request.limit = try limit.orDefault(for: output.request(console), reading: 50)
    try console.show(try workbench.words(request, filter.request), output)
  }
}
