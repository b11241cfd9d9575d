import ArgumentParser
import Workbench

/// What a memo is about, as an option.
enum MemoAbout: String, CaseIterable, ExpressibleByArgument {
  case study, `case`, transcript, code, passage

  var kind: MemoKind {
    switch self {
    case .study: .study
    case .case: .case
    case .transcript: .transcript
    case .code: .code
    case .passage: .passage
    }
  }
}

struct MemoCommand: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "memo", abstract: "Write a memo about a passage, a transcript, a case or a code",
    discussion: """
      As in: memo s01-team:12 hier aarzelt ze lang. A memo stands beside what it is about: 'memos' lists them, and the book \
      of quotes has those about its codes and passages.
      """)
  @Argument(help: "s01-team:12, a transcript, a case, a code, or study") var subject: String
  @Argument(help: "The words") var words: [String] = []
  @Option(name: .long, help: "What the name is that of: study, case, transcript, code or passage") var about: MemoAbout?
  @Option(name: .long, help: "The code on the passage that the memo is about") var code: String?
  @Option(name: .long, help: "Take the words from a text file") var file: String?

  func run(on workbench: Workbench, _ console: Console) throws {
    let text = try file.map { try Workbench.text(ofScript: $0) } ?? words.joined(separator: " ")
    let place = MemoPlace(subject, kind: about?.kind, code: code)
    console.result(try workbench.addMemo(about: place, text).summary)
  }
}

struct Memos: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memos", abstract: "List the memos, write one anew, delete one",
    subcommands: [List.self, Edit.self, Delete.self], defaultSubcommand: List.self)

  struct List: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the memos, of all or of one thing",
      discussion:
        "The memos of a transcript are also those about its passages, those of a code also those about what it stands on."
    )
    @Argument(help: "s01-team:12, a transcript, a case, a code, or study") var subject: String?
    @Option(name: .long, help: "What the name is that of: study, case, transcript, code or passage") var about:
      MemoAbout?
    @Option(name: .long, help: "Only memos with these words in them") var containing: String?
    @OptionGroup var rows: RowOptions
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      let place = subject.map { MemoPlace($0, kind: about?.kind) }
      try console.show(try rows.arranged(workbench.memosTable(about: place, containing: containing)), output)
    }
  }

  struct Edit: WorkbenchCommand {
    static let configuration = CommandConfiguration(commandName: "edit", abstract: "Give a memo other words")
    @Argument(help: "The number of the memo") var memo: Int
    @Argument(help: "The words") var words: [String]

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.editMemo(memo, words.joined(separator: " ")).summary)
    }
  }

  struct Delete: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "delete", abstract: "Delete a memo; undo brings it back")
    @Argument(help: "The number of the memo") var memo: Int

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.deleteMemo(memo).summary)
    }
  }
}
