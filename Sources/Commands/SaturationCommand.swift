import ArgumentParser
import Model
import Workbench

struct SaturationCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "saturation", abstract: "See whether new transcripts still bring new codes",
    discussion: """
      The curve has for each transcript its codes, those that are new, all so far, and what any order would give on average. runs \
      and points follow Guest, Namey and Chen (2020): the new codes in a run of transcripts after a base, and where that is at \
      most the threshold. richness says how many codes there would be at least (Chao2). A coding counts for the nearest of the \
      codes named: 'saturation =C =K' counts families.
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "What is added one by one: transcripts or cases") var count = "transcripts"
  @Option(name: .long, help: "In which order: study, coding, name or an attribute such as date") var order = "study"
  @Option(name: .long, help: "curve, runs, points or richness") var show = "curve"
  @Option(name: .long, help: "How many transcripts are the base, as 4 or 4,5,6") var base = "4,5,6"
  @Option(name: .long, help: "How many transcripts are a run, as 2 or 2,3") var run = "2,3"
  @Option(name: .long, help: "The share of new codes that is low enough, as 0.05 or 0.05,0") var threshold = "0.05,0"
  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let request = SaturationRequest(
      codes: codes, count: count, order: order, show: show, bases: try numbers(base, "--base") { Int($0) },
      runs: try numbers(run, "--run") { Int($0) }, thresholds: try numbers(threshold, "--threshold") { Double($0) })
    try console.show(try rows.arranged(workbench.saturation(request, filter.request)), output)
  }

  private func numbers<Number>(_ typed: String, _ option: String, _ read: (String) -> Number?) throws -> [Number] {
    try typed.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let number = read(part.trimmed) else {
        throw Problem("'\(part)' is no number.", hint: "As in: \(option) 2, or several with commas.", kind: .usage)
      }
      return number
    }
  }
}
