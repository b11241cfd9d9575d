import ArgumentParser
import Model
import Workbench

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "new", abstract: "Make a study file")

  @Argument(help: "The file; .draad is added where no ending is given")
  var file: String

  @Option(name: .long, help: "The language of the transcripts")
  var language = "nl"
}

struct Info: WorkbenchCommand {
  static let configuration = CommandConfiguration(commandName: "info", abstract: "Show what the study holds")
  @Flag(name: .long, help: "Only the digest of the content: the same for the same content")
  var digest = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if digest, output.isGiven {
      throw ValidationError("--digest is a line of its own; leave --format and --output out.")
    }
  }

  func run(on workbench: Workbench, _ console: Console) throws {
    guard !digest else { return console.result(try workbench.contentDigest()) }
    try console.show(try workbench.info(), output)
  }
}

struct Log: WorkbenchCommand {
  static let configuration = CommandConfiguration(commandName: "log", abstract: "List what was done, by whom and when")
  @Option(name: .long, help: "How many acts at most; 0 for all")
  var limit = 20
  @Option(name: .long, help: "Only the acts after which the content had this digest, or one that begins so")
  var digest: String?
  @Flag(name: .long, help: "Only the acts that can still be undone")
  var undoable = false
  @Flag(name: .long, help: "The files that results were written to, instead of the acts")
  var exports = false
  @Option(name: .customLong("export"), help: "Write the whole log to this file, in the format of its ending")
  var file: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if file != nil, output.isGiven || digest != nil || exports || undoable {
      throw ValidationError("--export writes the whole log; leave the other options out.")
    }
  }

  func run(on workbench: Workbench, _ console: Console) throws {
    if let file {
      var whole = output
      whole.output = file
      return try console.show(try workbench.log(limit: nil), whole)
    }
    if exports { return try console.show(try workbench.exportsTable(), output) }
    let limit = try Int?(limit).orAll
    try console.show(
      try digest.map { try workbench.log(digest: $0, limit: limit) } ?? workbench.log(limit: limit, undoable: undoable),
      output)
  }
}

struct Undo: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take back the last act, or the last N",
    discussion: "'log --undoable' lists what can be undone; redo makes it again until something else is done.")
  @Argument(help: "How many acts")
  var count = 1
  @Option(name: .customLong("to"), help: "Back to before this act of the log, whatever came after it")
  var act: Int?

  func run(on workbench: Workbench, _ console: Console) throws {
    for line in try act.map({ try workbench.undo(toAct: $0) }) ?? workbench.undo(count) { console.result(line) }
  }
}

struct Redo: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Make an undone act again, or N of them")
  @Argument(help: "How many acts")
  var count = 1

  func run(on workbench: Workbench, _ console: Console) throws {
    for line in try workbench.redo(count) { console.result(line) }
  }
}

/// Carried out by the session, which has the shell.
struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "shell", abstract: "Work in the study line by line")
}

/// Carried out by the session, which reads the lines.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Carry out the lines of a file; stops at the first error")
  @Argument(help: "The file, or - for standard input")
  var script: String
}

/// Carried out by the session, which remembers who codes.
struct CoderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder", abstract: "Say who codes, or show who does")
  @Argument(help: "The name of the coder")
  var name: String?
}
