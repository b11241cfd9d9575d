import ArgumentParser
import Model
import Testing

@testable import Commands

@Suite struct SharedFilterTests {
  @Test(
    "The filter stands in the words of a command, beside its own condition and instead of nobody's codings",
    arguments: [
      (["find", "A"], ["find", "A", "--where", "sector=vo", "--coder", "Anna"]),
      (
        ["find", "A", "--where", "wave=1", "--limit", "2"],
        ["find", "A", "--limit", "2", "--where", "(sector=vo) and (wave=1)", "--coder", "Anna"]
      ),
      (["find", "A", "--where=wave=1"], ["find", "A", "--where", "(sector=vo) and (wave=1)", "--coder", "Anna"]),
      (["find", "A", "--coder", "Bram"], ["find", "A", "--coder", "Bram", "--where", "sector=vo"]),
      (["find", "--", "--where"], ["find", "--where", "sector=vo", "--coder", "Anna", "--", "--where"]),
    ])
  func applied(words: [String], expected: [String]) {
    let shared = SharedFilter(condition: "sector=vo", coders: ["Anna"])
    #expect(shared.applied(to: words) == expected)
  }

  @Test("Nothing is put in where nothing is set, and no coder where a command looks at all")
  func empty() {
    #expect(SharedFilter().applied(to: ["find", "A"]) == ["find", "A"])
    let shared = SharedFilter(condition: nil, coders: ["Anna"])
    #expect(shared.only(.condition).applied(to: ["tabulate", "chosen"]) == ["tabulate", "chosen"])
    #expect(shared.shown == "coder Anna")
    #expect(SharedFilter().isEmpty && !shared.isEmpty)
  }

  @Test("What does not hold for a command is told, and nothing where all of it holds")
  func notHolding() {
    let shared = SharedFilter(condition: "sector=vo", coders: ["Anna", "Bram"])
    #expect(
      shared.noteThatItDoesNotHold
        == Problem("'use where sector=vo' and 'use coder Anna, Bram' do not hold here."))
    #expect(shared.only(.coders).noteThatItDoesNotHold == Problem("'use coder Anna, Bram' does not hold here."))
    #expect(shared.only([]).noteThatItDoesNotHold == nil)
    #expect(shared.only(.all) == shared)
  }

  @Test("Every command that shows or writes something of the study looks through the filter, or says that it does not")
  func everyCommand() {
    func all(_ command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
      let below = command.configuration.subcommands + command.configuration.groupedSubcommands.flatMap(\.subcommands)
      return below.isEmpty ? [command] : below.flatMap(all)
    }
    let silent = all(Draad.self).filter { command in
      command is any WorkbenchCommand.Type && !(command is any SharesFilter.Type)
        && !(command is any LooksAtAll.Type)
    }
    // What changes the study, or is about the study itself.
    #expect(
      Set(silent.map { String(reflecting: $0).dropFirst("Commands.".count) }) == [
        "Info", "Check", "Rescue", "Log", "Undo", "Redo", "Backup", "Import", "Transcripts.Load",
        "TranscriptCommand.Replace", "TranscriptCommand.Place", "TranscriptCommand.Drop",
        "SegmentCommand", "Cases.Load", "Cases.Assign", "Cases.Set", "Speakers.Role", "Speakers.Merge", "Remove",
        "CodebookCommand.Load", "CodebookCommand.Export", "CodebookCommand.Diff", "CodeCommand.Add",
        "CodeCommand.Rename", "CodeCommand.Move", "CodeCommand.Merge", "CodeCommand.Split", "CodeCommand.Retire",
        "CodeCommand.Delete", "Tag", "Untag", "MemoCommand", "Memos.Edit", "Memos.Delete", "Codings.Load", "Blind",
        "Branch", "Merge", "Disagreements.Decide", "SavedQuery.List", "SavedQuery.Save", "SavedQuery.Show",
        "SavedQuery.Delete", "CaseCommand.Erase",
      ])
  }
}
