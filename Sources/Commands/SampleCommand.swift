import ArgumentParser
import Model
import Workbench

struct Sample: TableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Draw some transcripts or segments by lot, for more than one to code",
    discussion: """
      As in: sample --size 20% --by sector --seed 7. Each value of the attribute gets its share. The same seed draws the same \
      in every copy of the study that holds the same; 'assign --sample' gives the transcripts to coders.
      """)
  @Option(name: .customLong("of"), help: "What is drawn: transcripts or segments") var unit = "transcripts"
  @Option(name: .long, help: "How many: 20, or 10% rounded up") var size = "10%"
  @Option(name: .long, help: "An attribute whose values get their shares each (may be repeated)") var by: [String] = []
  @Option(name: .long, help: "The lot: the same number draws the same") var seed = 1
  @Option(name: .long, help: "Only where a condition holds: 'sector=vo and role=schoolleider'") var `where`: String?
  @OptionGroup var output: OutputOptions

  func table(of workbench: Workbench) throws -> Table {
    try workbench.sample(SampleRequest(unit: unit, size: size, by: by, seed: seed), where: `where`)
  }
}
