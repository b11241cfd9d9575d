import ArgumentParser
import Model
import Workbench

struct Find: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Quote the passages that a query asks for",
    discussion: "As in: find personeel matching tekort where sector=vo and role=schoolleider")
  @Argument(help: "Codes, matching words, where a condition holds") var query: [String]
  @Option(name: .long, help: "How many quotes at most; 0 for all (on a terminal 20 where nothing is said)")
  var limit: Int?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let found = try workbench.find(
      query.joined(separator: " "), filter.request, limit: limit.orDefault(for: output.request(console)))
    try console.show(found, output)
  }
}

struct Search: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Quote the segments with certain words in them (find matching WORDS)")
  @Argument(help: "Words, as: tekort or \"te weinig mensen\" or leer* or ~achterstand") var words: [String]
  @Option(name: .long, help: "How many quotes at most; 0 for all (on a terminal 20 where nothing is said)")
  var limit: Int?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let found = try workbench.search(
      words.joined(separator: " "), filter.request, limit: limit.orDefault(for: output.request(console)))
    try console.show(found, output)
  }
}

struct KwicCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "kwic", abstract: "Show words in their context, one line a place")
  @Argument(help: "Words, as for search") var words: [String]
  @Option(name: .long, help: "Characters of context on each side") var width = 40
  @Option(name: .long, help: "How many lines at most; 0 for all") var limit: Int?
  @OptionGroup var filter: FilterOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    try console.show(
      try workbench.kwic(
        words.joined(separator: " "), filter.request, width: width,
        limit: limit.orDefault(for: output.request(console), reading: 50)), output)
  }
}

extension Int? {
  /// All where a program reads, a screenful where a person does, and 0 for all where the person says so.
  func orDefault(for request: OutputRequest, reading: Int = 20) -> Int? {
    guard let self else { return Output.isForReading(request) && request.file == nil ? reading : nil }
    return self == 0 ? nil : self
  }
}
