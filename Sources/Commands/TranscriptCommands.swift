import ArgumentParser
import Workbench

struct TranscriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "transcript", abstract: "Give a transcript a corrected text; its codings go with their words",
    subcommands: [Replace.self, Unplaced.self, Place.self, Drop.self])

  struct Replace: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "replace", abstract: "Give a transcript the text of a corrected file",
      discussion: """
        Codings and memos go with their words. A coding of which less than half of the letters are left is kept aside with \
        its old words: 'transcript unplaced' lists those. 'undo' brings the old text back.
        """)
    @Argument(help: "A transcript") var transcript: String
    @Argument(help: "The file with the corrected text") var file: String
    @Flag(name: .long, help: "Join lines and words that were broken for a page") var joinLines = false
    @Flag(name: .customLong("fix-ocr"), help: "Change words that a scanner misread, where that is sure")
    var fixOCR = false
    @Option(name: .long, help: "Footnotes and comments: end (after the talk) or omit") var notes: String?
    @Flag(name: .long, help: "Only tell what would be done") var dryRun = false
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      var request = ImportRequest()
      (request.notes, request.joinsLines, request.fixesScannedWords) = (notes, joinLines, fixOCR)
      let report = try workbench.replaceText(of: transcript, with: file, request, dryRun: dryRun)
      for note in report.notes { console.note(note) }
      if let table = report.table { try console.show(table, output) }
      console.result(dryRun ? "Would be done: " + report.summary : report.summary)
    }
  }

  struct Unplaced: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "unplaced", abstract: "List the codings whose words are no longer in the text")
    @Argument(help: "A transcript") var transcript: String?
    @OptionGroup var output: OutputOptions

    func run(on workbench: Workbench, _ console: Console) throws {
      try console.show(try workbench.unplacedTable(of: transcript), output)
    }
  }

  struct Place: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "place", abstract: "Put a coding that lost its words on segments")
    @Argument(help: "The number of the coding") var coding: Int
    @Argument(help: "Segments, as s01-team:12 or s01-team:12-14") var address: String

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.placeCoding(coding, at: address).summary)
    }
  }

  struct Drop: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop", abstract: "Give up a coding that lost its words; undo brings it back")
    @Argument(help: "The number of the coding") var coding: Int

    func run(on workbench: Workbench, _ console: Console) throws {
      console.result(try workbench.dropCoding(coding).summary)
    }
  }
}

struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case", abstract: "Take a case out for good", subcommands: [Erase.self])

  struct Erase: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "erase", abstract: "Take a case and its transcripts out for good",
      discussion:
        "For a participant who withdraws: out of text, kept files, index and log; undo does not bring it back, nor anything done before."
    )
    @Argument(help: "A case") var name: String
    @Flag(name: .long, help: "Really") var yes = false
    @Flag(name: .long, help: "Remove the copies of the study that Draad made, too") var copies = false

    func run(on workbench: Workbench, _ console: Console) throws {
      for line in try workbench.erase(case: name, confirmed: yes, withCopies: copies) { console.result(line) }
    }
  }
}
