import ArgumentParser
import Model
import Workbench

struct CheckTable: StandaloneCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-table",
    abstract: "Work out the percentages and totals of a printed table again",
    discussion: """
      Reads CSV, XLSX, Markdown or text copied from a page, with Dutch or English numbers (1.888, 87%, 87,3%, n=12, 12 (40%)). Its \
      heads say which column is what (aantal, count, n, %), else it is tried. With --of the counts are also held against the \
      study, as in: check-table table.csv --of 'tabulate chosen'. Ends with exit code 2 where something is not right.
      """)
  @Argument(help: "The file, or - for standard input") var file: String
  @Option(name: .customLong("n"), help: "What counts are of, where the table does not say") var base: Int?
  @Option(name: .long, help: "The sheet of an Excel file, where it is not the first") var sheet: String?
  @Option(name: .long, help: "A command of the study that gives the same counts, as 'tabulate chosen'") var of: String?
  @OptionGroup var output: OutputOptions

  var isStandalone: Bool { of == nil }

  func run(on workbench: Workbench, _ console: Console) throws {
    let line = of ?? ""
    guard let command = try Draad.parseAsRoot(ShellLine.words(line)) as? any TableCommand else {
      throw Problem(
        "'\(line)' gives no counts to compare with.",
        hint: "After --of comes 'tabulate ...' or 'frequencies ...', in quotes.", kind: .usage)
    }
    try show(console, command: workbench.command, against: try command.table(of: workbench))
  }

  func runAlone(_ console: Console, command: String, goingOn: @escaping @Sendable () throws -> Void) throws {
    try show(console, command: command)
  }

  private func show(_ console: Console, command: String, against study: Table? = nil) throws {
    var request = CheckTableRequest(file: file, base: base, sheet: sheet, command: command)
    if file == "-" {
      var text = ""
      while let line = readLine(strippingNewline: false) { text += line }
      (request.file, request.text) = ("standard input", text)
    }
    let (table, isRight) = try Workbench.checkTable(request, against: study)
    try console.show(table, output)
    if !isRight { throw ExitCode(2) }
  }
}
