import ArgumentParser
import Workbench

/// The command tree, in the order of the flow; the command line and the shell parse with it.
struct Draad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draad",
    abstract: "A workbench for coding interviews",
    discussion: """
      The study is named by -s FILE (or --study FILE), else by DRAAD_STUDY, else it is the only .draad file in this folder. \
      Who codes is named by --as NAME or DRAAD_CODER. 'draad FILE.draad' opens the shell: there Tab completes, Ctrl-R searches \
      the lines typed before, Ctrl-C stops what is running, and 'quit' leaves.
      """,
    version: Program.version,
    groupedSubcommands: [
      CommandGroup(
        name: "Study",
        subcommands: [
          New.self, Demo.self, Info.self, Check.self, Rescue.self, Log.self, Undo.self, Redo.self, Backup.self,
          Backups.self,
          ShellCommand.self, Run.self,
        ]),
      CommandGroup(
        name: "Sources",
        subcommands: [
          Import.self, Transcripts.self, TranscriptCommand.self, Show.self, SegmentCommand.self, Cases.self,
          CaseCommand.self,
          Speakers.self, Remove.self,
        ]),
      CommandGroup(name: "Codebook", subcommands: [CodebookCommand.self, CodeCommand.self]),
      CommandGroup(name: "Exchange", subcommands: [ExportCommand.self]),
      CommandGroup(
        name: "Coding",
        subcommands: [
          CoderCommand.self, Read.self, Tag.self, Untag.self, Autocode.self, MemoCommand.self, Memos.self, Codings.self,
        ]),
      CommandGroup(
        name: "Coders",
        subcommands: [
          Sample.self, Assign.self, Blind.self, Branch.self, Diff.self, Merge.self, Disagreements.self,
        ]),
      CommandGroup(
        name: "Retrieval",
        subcommands: [Find.self, Search.self, QuoteBook.self, KwicCommand.self, Words.self, SavedQuery.self]),
      CommandGroup(
        name: "Analysis",
        subcommands: [
          Frequencies.self, Tabulate.self, CrosstabCommand.self, CooccurrenceCommand.self, Compare.self,
          MatrixCommand.self, SaturationCommand.self, AgreementCommand.self, CheckTable.self,
        ]),
      CommandGroup(
        name: "Shell", subcommands: [Use.self, Clear.self, Last.self, Save.self, SetCommand.self, TourCommand.self]),
    ])
}
