import ArgumentParser
import Model
import Workbench

struct Tag: WorkbenchCommand {
  static let configuration = CommandConfiguration(commandName: "tag", abstract: "Put codes on segments")
  @Argument(help: "Segments, as s01-team:12 or s01-team:12-14") var address: String
  @Argument(help: "Codes, by key or name") var codes: [String]

  func run(on workbench: Workbench, _ console: Console) throws {
    console.result(try workbench.tag(address, codes).summary)
  }
}

struct Untag: WorkbenchCommand {
  static let configuration = CommandConfiguration(commandName: "untag", abstract: "Take codes off segments")
  @Argument(help: "Segments, as s01-team:12 or s01-team:12-14") var address: String
  @Argument(help: "Codes, by key or name") var codes: [String]

  func run(on workbench: Workbench, _ console: Console) throws {
    console.result(try workbench.untag(address, codes).summary)
  }
}

struct Autocode: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "autocode", abstract: "Put a code on every passage that a query finds")
  @Argument(help: "A code, by key or name in one word or quoted") var code: String
  @Argument(help: "A query, as for find") var query: [String]
  @Flag(name: .long, help: "Only tell what would be done") var dryRun = false
  @OptionGroup var filter: FilterOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    console.result(
      try workbench.autocode(code, query.joined(separator: " "), filter.request, dryRun: dryRun))
  }
}

struct Codings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codings", abstract: "Load and write codings", subcommands: [Load.self, Export.self, Outdated.self])

  struct Load: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "load", abstract: "Load codings from a sheet",
      discussion: """
        The heads are transcript,start,end,code,coder (characters from 0, end exclusive) or \
        transcript,segment,code,coder.
        """)
    @Argument(help: "A CSV file") var file: String
    @Flag(name: .long, help: "Load the rows that fit and name the others") var skipBad = false

    func run(on workbench: Workbench, _ console: Console) throws {
      console.show(try workbench.loadCodings(file, skipBad: skipBad))
    }
  }

  struct Export: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the codings as a sheet: transcript,start,end,code,coder")
    @Argument(help: "The file to write") var file: String
    @Flag(name: .long, help: "Overwrite the file") var force = false
    @Option(name: .long, help: "Only the codings of this coder (may be repeated)") var coder: [String] = []

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.exportCodings(to: file, coders: coder, force: force))
    }
  }

  struct Outdated: TableCommand {
    static let configuration = CommandConfiguration(
      commandName: "outdated", abstract: "List the codings put under an older definition of their code")
    @Argument(help: "Codes; all where none is named") var codes: [String] = []
    @Option(name: .long, help: "Only the codings of this coder (may be repeated)") var coder: [String] = []
    @OptionGroup var output: OutputOptions

    func table(of workbench: Workbench) throws -> Table { try workbench.outdatedCodings(codes, coders: coder) }
  }
}
