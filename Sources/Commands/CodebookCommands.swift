import ArgumentParser
import Model
import Workbench

struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Load, show, compare and write the codebook",
    subcommands: [Show.self, Load.self, Export.self, Diff.self], defaultSubcommand: Show.self)

  struct Show: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show the codes with their codings, or all of one code")
    @Argument(help: "A code, for everything the codebook says of it")
    var code: [String] = []
    @OptionGroup var rows: RowOptions
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      guard code.isEmpty else {
        return console.result(try workbench.describe(code.joined(separator: " ")).joined(separator: "\n"))
      }
      try console.show(
        try rows.arranged(workbench.codebookTable(withDefinitions: !Output.isForReading(output.request(console)))),
        output)
    }
  }

  struct Load: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "load", abstract: "Load a codebook file (YAML, CSV or REFI-QDA) into the study's codebook")
    @Argument(help: "A codebook file")
    var file: String

    func run(on workbench: Workbench, _ console: Console) throws { console.show(try workbench.loadCodebook(file)) }
  }

  struct Export: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "export", abstract: "Write the codebook to a file (.yaml, .csv or .qdc)")
    @Argument(help: "The file to write")
    var file: String
    @Flag(name: .long, help: "Overwrite the file")
    var force = false

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.exportCodebook(to: file, force: force))
    }
  }

  struct Diff: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff", abstract: "Tell how a codebook file differs from the study's codebook")
    @Argument(help: "A codebook file")
    var file: String

    func run(on workbench: Workbench, _ console: Console) throws {
      let lines = try workbench.codebookDiff(file)
      console.result(lines.isEmpty ? "The file says what the study says." : lines.joined(separator: "\n"))
    }
  }
}

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Change one code of the codebook",
    subcommands: [
      Add.self, Rename.self, Move.self, Merge.self, Split.self, Retire.self, Delete.self, History.self,
    ])

  struct Add: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a code")
    @Argument(help: "Its key, as K10") var key: String
    @Argument(help: "Its name") var name: String
    @Option(name: .long, help: "The code it stands under") var under: String?
    @Option(name: .long, help: "What it means") var definition: String?

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.addCode(key: key, name: name, under: under, definition: definition).summary)
    }
  }

  struct Rename: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "rename", abstract: "Give a code another name")
    @Argument(help: "A code") var code: String
    @Argument(help: "Its new name") var name: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.renameCode(code, to: name).summary)
    }
  }

  struct Move: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "move", abstract: "Put a code under another, or at the top")
    @Argument(help: "A code") var code: String
    @Option(name: .long, help: "The code to stand under; the top where none is given") var under: String?

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.moveCode(code, under: under).summary)
    }
  }

  struct Merge: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge", abstract: "Make one code of two: the codings of the first go to the second")
    @Argument(help: "The code that goes") var code: String
    @Argument(help: "The code that stays") var into: String
    @Option(name: .long, help: "Why; it stands in the log, with the counts before and after") var reason: String?

    func run(on workbench: Workbench, _ console: Console) throws {
      guard let reason else { return console.result(try workbench.mergeCode(code, into: into).summary) }
      console.result(try workbench.mergeCode(code, into: into, reason: reason).summary)
    }
  }

  struct Delete: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete", abstract: "Delete a code with its codings; undo brings them back")
    @Argument(help: "A code") var code: String
    @Flag(name: .long, help: "The codes below it too") var withChildren = false

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.deleteCode(code, withChildren: withChildren).summary)
    }
  }

  struct Split: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "split", abstract: "Make a new code of some codings of another",
      discussion: """
        As in: code split K1 K1b "Werk in het weekend" --containing weekend --reason "Two things in one." The new code stands \
        beside the other and takes over its definition, for you to change.
        """)
    @Argument(help: "The code that is split") var code: String
    @Argument(help: "The key of the new code") var key: String
    @Argument(help: "The name of the new code") var name: String
    @Option(name: .long, help: "What must occur in the coded words") var containing: String
    @Option(name: .long, help: "Why; it stands in the log, with the counts before and after") var reason: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(
        try workbench.splitCode(code, into: key, named: name, containing: containing, reason: reason).summary)
    }
  }

  struct Retire: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "retire", abstract: "Put a code out of use: its codings stay, and it is put no more")
    @Argument(help: "A code") var code: String
    @Option(name: .long, help: "Why; it stands in the codebook and in the log") var reason: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.retireCode(code, reason: reason).summary)
    }
  }

  struct History: TableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history", abstract: "Tell what a code meant before, and when that changed")
    @Argument(help: "A code") var code: String
    @OptionGroup var output: OutputOptions

    func table(of workbench: Workbench) throws -> Table { try workbench.codeHistory(code) }
  }
}
