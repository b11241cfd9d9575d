import ArgumentParser
import Model
import Workbench

struct Assign: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give transcripts to coders, or show who has what",
    discussion: """
      As in: assign s01-team s02-team --to Anna. By lot: assign --sample 20% --by sector --to Bram gives Bram a sample, and \
      assign --share 20% --to Anna,Bram divides all transcripts and gives a sample to both. Without anything it shows who has \
      what and how far they are; 'read' without a transcript opens the next.
      """)
  @Argument(help: "Transcripts") var transcripts: [String] = []
  @Option(name: .long, help: "Who gets them: a coder, or several with commas between") var to: [String] = []
  @Option(name: .long, help: "Draw so many, 20 or 10%, and give them to each coder") var sample: String?
  @Option(name: .long, help: "Divide all between the coders; so many, 20 or 10%, go to each of them") var share: String?
  @Option(name: .long, help: "An attribute whose values get their shares each (may be repeated)") var by: [String] = []
  @Option(name: .long, help: "The lot: the same number draws the same") var seed = 1
  @Option(name: .long, help: "Draw or divide only where a condition holds") var `where`: String?
  @Option(name: .long, help: "Take them from this coder; all of theirs where none is named") var remove: [String] = []
  @Flag(name: .long, help: "You are done with these") var done = false
  @Flag(name: .long, help: "You are not done with these after all") var open = false
  @OptionGroup var output: OutputOptions

  var draws: Bool { sample != nil || share != nil || !by.isEmpty || `where` != nil }
  /// Whether it only shows who has what.
  var isList: Bool { to.isEmpty && remove.isEmpty && !done && !open && transcripts.isEmpty }

  func run(on workbench: Workbench, _ console: Console) throws {
    let wishes = [!to.isEmpty || draws, !remove.isEmpty, done, open].count { $0 }
    guard wishes < 2, !draws || !to.isEmpty, !output.isGiven || (wishes == 0 && transcripts.isEmpty) else {
      throw Problem(
        "That cannot be asked all at once.",
        hint: "assign T --to NAME, assign T --remove NAME, assign T --done, or assign alone to see who has what.",
        kind: .usage)
    }
    if !remove.isEmpty { return console.result(try workbench.unassign(transcripts, from: remove).summary) }
    if done || open { return console.result(try workbench.setDone(done, transcripts).summary) }
    if to.isEmpty, transcripts.isEmpty { return try console.show(try workbench.assignmentsTable(), output) }
    console.show(
      try workbench.assign(
        AssignRequest(
          transcripts, to: to, sample: sample, share: share, by: by, where: `where`, seed: seed)))
  }
}

struct Blind: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "blind", abstract: "Hide from a coder what the others put, until it is switched off",
    discussion: """
      'read', 'show', 'find', 'search' and 'codings outdated' then show only that coder's codings and say so, and \
      'disagreements' waits. What is counted is counted as ever.
      """)
  @Argument(help: "on or off; who codes blind where nothing is said") var state: String?
  @Argument(help: "A coder; you where nobody is named") var coder: String?

  func run(on workbench: Workbench, _ console: Console) throws {
    guard let state else { return console.result(try workbench.blindSentence()) }
    guard ["on", "off"].contains(state) else {
      throw Problem("'\(state)' is neither on nor off.", hint: "As in: blind on, or: blind off Anna", kind: .usage)
    }
    console.result(try workbench.setBlind(state == "on", coder).summary)
  }
}
