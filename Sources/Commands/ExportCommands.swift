import ArgumentParser
import Workbench

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write the whole study for other programs",
    subcommands: [Whole.self, R.self, Python.self],
    defaultSubcommand: Whole.self)

  struct Whole: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "whole", abstract: "Write transcripts, codebook, codings, memos and attributes",
      discussion: """
        STUDY.qdpx is a REFI-QDA project, which ATLAS.ti, MAXQDA, NVivo, QualCoder and others read. What has no place in it is \
        listed. With --plain it is a folder of text, YAML and CSV that can be compared from one version to the next, and \
        that 'import FOLDER' reads. Documentation/Exchange.md says what goes over to which program.
        """)
    @Argument(help: "The file to write: STUDY.qdpx; with --plain a folder")
    var file: String
    @Flag(name: .long, help: "Write a folder of plain text")
    var plain = false
    @Flag(name: .customLong("utf16"), help: "Count positions in UTF-16 units, as NVivo does")
    var utf16 = false
    @Flag(name: .long, help: "Write nothing where something would be lost")
    var strict = false
    @Flag(name: .long, help: "Overwrite the file")
    var force = false

    func run(on workbench: Workbench, _ console: Console) throws {
      console.show(
        try workbench.exportStudy(
          to: file, StudyExportRequest(countsUTF16: utf16, isStrict: strict, isForced: force, isPlain: plain)))
    }
  }

  struct R: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "r", abstract: "Write sheets for R, with a script that loads them as data frames")
    @Argument(help: "The folder to write")
    var folder: String
    @Flag(name: .long, help: "Overwrite a folder that was written before")
    var force = false

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.exportStatistics(for: "r", to: folder, force: force))
    }
  }

  struct Python: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "python", abstract: "Write sheets for Python, with a script that loads them with pandas")
    @Argument(help: "The folder to write")
    var folder: String
    @Flag(name: .long, help: "Overwrite a folder that was written before")
    var force = false

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.exportStatistics(for: "python", to: folder, force: force))
    }
  }
}

extension Console {
  /// Shows what did not fit, what did not go over, and what was done.
  func show(_ transfer: StudyTransfer) {
    for problem in transfer.problems { note(problem) }
    for remark in transfer.remarks { message(remark) }
    result(transfer.summary)
  }
}
