import ArgumentParser
import Model
import Workbench

/// How a result leaves; the same options everywhere.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "How to write the result: text, csv, tsv, json, md, html, tex, docx, xlsx, svg, png, graphml or gexf")
  var format: String?

  @Option(name: [.short, .long], help: "Write into a file; its ending says the format")
  var output: String?

  @Flag(name: .long, help: "Overwrite the file")
  var force = false

  @Option(name: .long, help: "The language of headings and numbers: en or nl")
  var labels = "en"

  @Option(name: .long, help: "How many decimals percentages and other numbers have, where people read them")
  var decimals: Int?

  @Option(name: .long, help: "How percentages are rounded: half, or largest-remainder where they add up to 100")
  var round: String?

  @Option(name: .long, help: "What svg and png show: heatmap, bars, stacked, network, curve or codeline")
  var picture: String?

  /// Whether anything was said of how the result is to leave.
  var isGiven: Bool { format != nil || output != nil }

  func request(_ console: Console) -> OutputRequest {
    OutputRequest(
      format: format, file: output, force: force, width: console.width, colour: console.colour, labels: labels,
      decimals: decimals, round: round, picture: picture)
  }
}

/// Which rows of a table are shown and in what order; the same options everywhere.
struct RowOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "The rows in the order of a column, named by its head: numbers from high to low, texts from a to z")
  var sort: String?

  @Option(name: .long, help: "How many rows at most; 0 for all")
  var limit: Int?

  func arranged(_ table: Table) throws -> Table { try table.arranged(sort: sort, limit: try limit.orAll) }
}

/// Which entries of a list are shown.
struct ListOptions: ParsableArguments {
  @Option(name: .long, help: "Only where a condition holds: 'sector=vo'")
  var `where`: String?

  @OptionGroup var rows: RowOptions

  func arranged(_ table: Table) throws -> Table { try rows.arranged(table) }
}

/// What is looked at; the same options everywhere.
struct FilterOptions: ParsableArguments {
  @Option(name: .long, help: "Only where a condition holds: 'sector=vo and role=schoolleider'")
  var `where`: String?

  @Option(name: .long, help: "Only the codings of this coder (may be repeated)")
  var coder: [String] = []

  var request: FilterRequest { FilterRequest(condition: `where`, coders: coder) }
}

/// A command that asks or changes the open study.
protocol WorkbenchCommand: ParsableCommand {
  func run(on workbench: Workbench, _ console: Console) throws
}

/// A command whose whole answer is a table, so that another can ask for it.
protocol TableCommand: WorkbenchCommand {
  var output: OutputOptions { get }
  func table(of workbench: Workbench) throws -> Table
}

extension TableCommand {
  func run(on workbench: Workbench, _ console: Console) throws { try console.show(try table(of: workbench), output) }
}

extension Console {
  /// Prints a table, or says which file it went to.
  func show(_ table: Table, _ options: OutputOptions) throws {
    keep(.table(table))
    var request = options.request(self)
    let rendered = try Output.render(table, request)
    // What is long goes to the pager, in one piece where that keeps the heads in sight.
    guard isLong(rendered.text ?? ""), pager?.keepsHeads == true else { return show(rendered) }
    request.movesSideways = true
    show(try Output.render(table, request))
  }

  func show(_ excerpts: Excerpts, _ options: OutputOptions) throws {
    keep(.excerpts(excerpts))
    show(try Output.render(excerpts, options.request(self)))
  }

  private func show(_ rendered: Rendered) {
    if let text = rendered.text { result(text, isRendered: true, keeping: rendered.head) }
    if let note = rendered.note { message(note) }
    if let file = rendered.file { writtenFiles.append(file) }
  }

  func show(_ outcome: Outcome) {
    for note in outcome.notes { message(note) }
    result(outcome.act.summary)
  }
}
