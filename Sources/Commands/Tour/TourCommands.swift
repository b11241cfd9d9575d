import ArgumentParser

/// Carried out by the session, as the other commands of this file.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Make the sample study, and its files in a folder",
    discussion: """
      Thirty-one invented interviews at fourteen schools, in Dutch, with a codebook, sheets of attributes and the codings of \
      two coders: the files as they come from a recorder or a transcriber, and the study made of them. 'tour' walks through it.
      """)
  @Argument(help: "The folder that is made") var folder = "draad-sample"
}

struct TourCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tour", abstract: "Walk through the sample study in ten short steps",
    discussion: """
      Each step is a line that you type; any other line works as always, and the step waits. 'tour' shows the step again, \
      'tour next' skips it, 'tour back' goes back one, 'tour stop' ends the tour.
      """)

  enum Wish: String, ExpressibleByArgument, CaseIterable { case next, back, stop }

  @Argument(help: "next, back or stop") var wish: Wish?
}
