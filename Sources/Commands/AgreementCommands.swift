import ArgumentParser
import Model
import Workbench

/// A command that can do without a study; what it needs then stands in its options.
protocol StandaloneCommand: WorkbenchCommand {
  /// Whether no study is asked for.
  var isStandalone: Bool { get }
  /// - Parameters:
  ///   - command: the words as typed, for notes.
  ///   - goingOn: throws where somebody asked to stop.
  func runAlone(_ console: Console, command: String, goingOn: @escaping @Sendable () throws -> Void) throws
}

struct AgreementCommand: StandaloneCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement", abstract: "Tell how far coders agree",
    discussion: """
      In a study: of the segments of transcripts that two coders read, code by code, as in: agreement K --coder Anna --coder Bram. \
      With --data: of a sheet unit,coder,value or unit,coder,codes (a|b) or document,coder,code,start,end, without a study.
      """)
  @Argument(help: "Codes; all where none is named") var codes: [String] = []
  @Option(name: .long, help: "What is compared: segment, turn, paragraph or sentence") var unit = "segment"
  @Flag(name: .long, help: "Compare the spans as they were marked, not the units they touch") var spans = false
  @Option(name: .long, help: "A sheet of judgements; no study is needed") var data: String?
  @Option(name: .long, help: "With --data: all values of the scheme, in order: a,b,c") var values: String?
  @Option(name: .long, help: "With --data: a sheet document,length") var lengths: String?
  @Option(name: .long, help: "The statistics to show, as: cohen_kappa,gwet_ac1; or all") var statistics: String?
  @Option(name: .long, help: "Intervals from this many resamples of the units") var bootstrap: Int?
  @Option(name: .long, help: "Where the resamples start; the same seed gives the same intervals") var seed: UInt64 = 1
  @Flag(name: .long, help: "Work out the published examples and compare") var selfTest = false
  @OptionGroup var filter: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup var output: OutputOptions

  var isStandalone: Bool { data != nil || selfTest }

  private func request() throws -> AgreementRequest {
    if let bootstrap, bootstrap < 2 || bootstrap > 1_000_000 {
      throw Problem(
        "--bootstrap \(bootstrap) is no number of resamples.", hint: "From 2 to 1000000; 1000 is usual.", kind: .usage)
    }
    return AgreementRequest(
      codes: codes, unit: unit, spans: spans,
      statistics: statistics?.split(separator: ",").map(\.trimmed) ?? [], resamples: bootstrap, seed: seed)
  }

  func run(on workbench: Workbench, _ console: Console) throws {
    for (option, value) in [("--values", values), ("--lengths", lengths)] where value != nil {
      throw Problem("\(option) belongs to --data.", hint: "agreement --data FILE \(option) ...", kind: .usage)
    }
    try console.show(try rows.arranged(workbench.agreement(request(), filter.request)), output)
  }

  func runAlone(_ console: Console, command: String, goingOn: @escaping @Sendable () throws -> Void) throws {
    guard !selfTest else {
      let (table, agrees) = try Workbench.agreementExamples()
      try console.show(try rows.arranged(table), output)
      if !agrees { throw ExitCode(2) }
      return
    }
    let misplaced = [
      ("A code", !codes.isEmpty), ("--unit", unit != "segment"), ("--spans", spans), ("--where", filter.where != nil),
    ]
    if let wrong = misplaced.first(where: \.1)?.0 {
      throw Problem("\(wrong) belongs to a study, not to --data.", hint: "Leave it out, or --data.", kind: .usage)
    }
    let table = try Workbench.agreement(
      inSheet: data ?? "", lengths: lengths, values: values, coders: filter.coder, request(), command: command,
      goingOn: goingOn)
    try console.show(try rows.arranged(table), output)
  }
}
