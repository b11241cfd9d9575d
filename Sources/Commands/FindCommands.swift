import ArgumentParser
import Model
import Workbench

/// How many quotes, of what, and how they leave.
struct QuoteOptions: ParsableArguments {
  @Option(name: .long, help: "How many quotes at most; 0 for all (on a terminal 20 where nothing is said)")
  var limit: Int?
  @Flag(name: .long, help: "The best first, by how well the words fit (BM25)")
  var rank = false
  @Option(name: .long, help: "So many quotes drawn by lot")
  var sample: Int?
  @Option(name: .long, help: "The lot: the same number draws the same quotes")
  var seed = 1
  @Option(name: .long, help: "Segments of context before and after")
  var context = 0
  @Option(name: .long, help: "Count the passages by the values of an attribute of cases or transcripts")
  var by: String?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func show(
    _ console: Console, shared: Bool = false, _ find: (FilterRequest, QuoteRequest) throws -> Excerpts
  ) throws {
    var request = QuoteRequest(limit: try (sample == nil ? limit.orDefault(for: output.request(console)) : limit.orAll))
    (request.isRanked, request.sample, request.seed) = (rank, sample, seed)
    (request.context, request.by, request.shared) = (context, by, shared)
    try console.show(try find(filter.request, request), output)
  }
}

struct Find: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Quote the passages that a query asks for",
    discussion: "As in: find personeel matching tekort where sector=vo and role=schoolleider")
  @Argument(help: "Codes, matching words, where a condition holds") var query: [String]
  @Flag(name: .long, help: "Of 'a and b' only what both share, not the whole passages")
  var shared = false
  @OptionGroup var quotes: QuoteOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    try quotes.show(console, shared: shared) { try workbench.find(query.joined(separator: " "), $0, $1) }
  }
}

struct Search: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Quote the segments with certain words in them (find matching WORDS)")
  @Argument(help: "Words, as: tekort or \"te weinig mensen\" or leer* or ~achterstand") var words: [String]
  @OptionGroup var quotes: QuoteOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    try quotes.show(console) { try workbench.search(words.joined(separator: " "), $0, $1) }
  }
}

struct KwicCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic", abstract: "Show words in their context, one line a place")
  @Argument(help: "Words, as for search") var words: [String]
  @Option(name: .long, help: "Characters of context on each side") var width = 40
  @Option(name: .long, help: "Order by the words before (left), after (right), or the word itself (word)")
  var sort: String?
  @Option(name: .long, help: "How many lines at most; 0 for all") var limit: Int?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    try console.show(
      try workbench.kwic(
        words.joined(separator: " "), filter.request, width: width, sort: sort,
        limit: try limit.orDefault(for: output.request(console), reading: 50)), output)
  }
}

struct SavedQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Keep queries under a name; @NAME stands for one inside another",
    subcommands: [List.self, Save.self, Show.self, Delete.self], defaultSubcommand: List.self)

  struct List: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the saved queries")
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      try console.show(try workbench.savedQueriesTable(), output)
    }
  }

  struct Save: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "save", abstract: "Keep a query under a name", discussion: "As in: query save tekort K1 or K2")
    @Argument(help: "The name, without @") var name: String
    @Argument(help: "The query, as for find") var query: [String]

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.saveQuery(name, query.joined(separator: " ")).summary)
    }
  }

  struct Show: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show what a name stands for")
    @Argument(help: "The name of a saved query") var name: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.savedQuery(name).text)
    }
  }

  struct Delete: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "delete", abstract: "Take a saved query away")
    @Argument(help: "The name of a saved query") var name: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.deleteQuery(name).summary)
    }
  }
}

extension Int? {
  /// All where a program reads, a screenful where a person does, and 0 for all where the person says so.
  func orDefault(for request: OutputRequest, reading: Int = 20) throws -> Int? {
    self == nil && Output.isForReading(request) && request.file == nil ? reading : try orAll
  }

  /// 0 is all.
  ///
  /// Throws where it is below 0.
  var orAll: Int? {
    get throws {
      guard let self, self != 0 else { return nil }
      guard self > 0 else { throw Problem("--limit \(self) is no number of rows.", hint: "0 is all.", kind: .usage) }
      return self
    }
  }
}
