import ArgumentParser
import Model
import Workbench

struct Branch: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "branch", abstract: "Copy the study for another coder, so that both can be merged again")
  @Argument(help: "The file to make; .draad is added where no ending is given") var file: String

  func run(on workbench: Workbench, _ console: Console) throws {
    let act = try workbench.branch(to: file)
    workbench.recordExport(PathText.ending(of: file).isEmpty ? file + ".draad" : file)
    console.result(act.summary)
  }
}

struct Diff: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tell how another copy of the study differs from this one")
  @Argument(help: "The other study") var other: String
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    let plan = try workbench.mergePlan(other)
    if output.isGiven { return try console.show(plan.differenceTable, output) }
    console.result(plan.differences.isEmpty ? "Both studies hold the same." : plan.differences.joined(separator: "\n"))
  }
}

struct Merge: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Bring in what another copy of the study has",
    discussion: """
      As in: merge bram.draad --dry-run, and then: merge bram.draad. What only one of the two changed needs no decision. \
      Where both changed the same thing, you are asked on a terminal; --prefer says it for all: mine, theirs, or both, \
      which keeps both texts and gives the same study whichever copy merges the other. 'undo' takes the whole merge back.
      """)
  @Argument(help: "The other study") var other: String
  @Flag(name: .long, help: "Show what would happen and change nothing") var dryRun = false
  @Flag(name: .long, help: "Merge a study that has no interview and no code in common with this one")
  var unrelated = false
  @Option(name: .long, help: "Whose counts where both changed the same thing: mine, theirs or both") var prefer: String?
  @Flag(name: .long, help: "Take in again what was erased here for good") var alsoErased = false
  @OptionGroup var output: OutputOptions

  func run(on workbench: Workbench, _ console: Console) throws {
    guard dryRun else {
      if output.isGiven {
        throw Problem("--format and --output belong to --dry-run.", hint: "merge \(other) --dry-run", kind: .usage)
      }
      let dialogue = MergeDialogue(console)
      return console.show(
        try workbench.merge(
          other, prefer: prefer, alsoErased: alsoErased, unrelated: unrelated, asking: dialogue?.answer,
          agreeing: dialogue?.agrees))
    }
    let plan = try workbench.mergePlan(other, prefer: prefer, alsoErased: alsoErased)
    try console.show(plan.table, output)
    for conflict in plan.conflicts { console.message(conflict) }
    if plan.isUnrelated, !unrelated {
      console.message("The two have no interview and no code in common: the merge itself needs --unrelated.")
    }
    console.message(plan.changesNothing ? "This study has all of it." : "Nothing was written.")
  }
}

/// Asks a person what is to stand where both studies changed the same thing.
struct MergeDialogue {
  private let ask: (String) -> String?

  /// nil where nobody can be asked.
  init?(_ console: Console) {
    guard let ask = console.ask else { return nil }
    self.ask = ask
  }

  /// Whether two studies that have nothing in common are to be one.
  func agrees(_ sentence: String) -> Bool {
    var text = "\(sentence)\nAre both to be one study, (y)es or (n)o? "
    while let typed = ask(text)?.trimmed.lowercased() {
      if !typed.isEmpty, let word = ["yes", "no"].first(where: { $0.hasPrefix(typed) }) { return word == "yes" }
      text = "y or n? "
    }
    return false
  }

  /// `mine`, `theirs` or `both`; nil where the person stops.
  func answer(_ question: MergeQuestion) -> String? {
    var text = "\(question.number) of \(question.count): \(question.sentence)\n(m)ine, (t)heirs, (b)oth or (s)top? "
    while let typed = ask(text)?.trimmed.lowercased() {
      if typed == "s" || typed == "stop" { return nil }
      if !typed.isEmpty, let word = ["mine", "theirs", "both"].first(where: { $0.hasPrefix(typed) }) { return word }
      text = "m, t, b or s? "
    }
    return nil
  }
}
