import ArgumentParser
import Model
import Workbench

struct Disagreements: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disagreements", abstract: "List the passages where two coders differ, and decide them",
    subcommands: [List.self, Walk.self, Decide.self], defaultSubcommand: List.self)

  struct Pair: ParsableArguments {
    @Option(name: .long, help: "One of the two coders (twice); those of the study where it has two")
    var coder: [String] = []
  }

  struct List: TableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List them by kind and code, with both codings and what the codes mean")
    @Argument(help: "Codes; all where none is named") var codes: [String] = []
    @OptionGroup var pair: Pair
    @OptionGroup var output: OutputOptions

    func table(of workbench: Workbench) throws -> Table {
      try workbench.disagreements(DisagreementRequest(codes: codes, coders: pair.coder))
    }
  }

  struct Walk: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "walk", abstract: "Go through them one by one and decide each, on a terminal")
    @Argument(help: "Codes; all where none is named") var codes: [String] = []
    @OptionGroup var pair: Pair

    func run(on workbench: Workbench, _ console: Console) throws {
      guard let ask = console.ask else {
        throw Problem(
          "Nobody can be asked here.", hint: "Decide one by its mark: disagreements decide MARK keep --reason \"...\"")
      }
      let request = DisagreementRequest(codes: codes, coders: pair.coder)
      try DisagreementDialogue(workbench, request, show: console.message, ask: ask).walk()
    }
  }

  struct Decide: WorkbenchCommand {
    static let configuration = CommandConfiguration(
      commandName: "decide", abstract: "Decide one passage, so that both coders have the same there",
      discussion: """
        keep: what the first coder put stands, or what the only one put. drop: what the second put stands, or nothing. both: \
        what either put stands. A code: it stands instead, on all the words. As in: \
        disagreements decide 3fa2c keep --reason "It is about the hours."
        """)
    @Argument(help: "The mark of the passage, as the list has it") var mark: String
    @Argument(help: "keep, drop, both, or a code that stands instead") var decision: String
    @Option(name: .long, help: "Why; it stands in the log") var reason = ""
    @OptionGroup var pair: Pair

    func run(on workbench: Workbench, _ console: Console) throws {
      console.show(
        try workbench.decide(mark, decision, reason: reason, DisagreementRequest(coders: pair.coder)))
    }
  }
}

/// Shows a person one passage after the other and takes what is decided.
struct DisagreementDialogue {
  private let workbench: Workbench
  private let request: DisagreementRequest
  private let show: (String) -> Void
  private let ask: (String) -> String?

  init(
    _ workbench: Workbench, _ request: DisagreementRequest, show: @escaping (String) -> Void,
    ask: @escaping (String) -> String?
  ) {
    self.workbench = workbench
    self.request = request
    self.show = show
    self.ask = ask
  }

  /// Until the last, or until the person stops; each decision is an act of its own.
  func walk() throws {
    let views = try workbench.disagreementViews(request)
    for (number, view) in views.enumerated() {
      show("\(number + 1) of \(views.count): \(view.kind), \(view.address)\n  \(view.words)")
      for coding in view.codings { show("  \(coding)") }
      guard try decide(view) else { return show("Stopped; what was decided is kept.") }
    }
    show(views.isEmpty ? "There is nothing to decide." : "That was the last.")
  }

  /// False where the person stops.
  private func decide(_ view: DisagreementView) throws -> Bool {
    while let typed = ask("(k)eep, (d)rop, (b)oth, a code, (n)ext or (s)top? ")?.trimmed {
      // Only small letters are short for words, so that a code K can be typed.
      let words = ["k": "keep", "d": "drop", "b": "both", "n": "next", "s": "stop"]
      let decision = words[typed] ?? typed
      if decision == "stop" { return false }
      if decision == "next" { return true }
      guard !decision.isEmpty else { continue }
      do {
        try workbench.requireDecision(decision)
        guard let reason = reason() else { return false }
        let outcome = try workbench.decide(
          view.mark, decision, reason: reason, DisagreementRequest(coders: request.coders))
        for note in [outcome.act.summary] + outcome.notes { show(note) }
        return true
      } catch let problem as Problem {
        show(problem.what + (problem.hint.map { " " + $0 } ?? ""))
      }
    }
    return false
  }

  /// nil at the end of input.
  private func reason() -> String? {
    while let typed = ask("Why? ")?.trimmed { if !typed.isEmpty { return typed } }
    return nil
  }
}
