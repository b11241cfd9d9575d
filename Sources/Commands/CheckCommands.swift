import ArgumentParser
import Model
import Workbench

struct Check: WorkbenchCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look whether the study file is whole",
    discussion: """
      Every text is compared with its digest, every coding with the words that were coded, every kept file with what came in, \
      and the index and the counts with the texts.
      """)
  @Flag(name: .long, help: "Make anew what can be worked out from the rest, after a copy was kept")
  var repair = false

  func run(on workbench: Workbench, _ console: Console) throws {
    guard repair else { return console.result(try workbench.check()) }
    for line in try workbench.repair() { console.result(line) }
  }
}

/// Opens no study: that may be past opening.
struct Rescue: StandaloneCommand {
  static let configuration = CommandConfiguration(
    commandName: "rescue", abstract: "Put what can be read of a damaged study into a new one",
    discussion: "What is lost is listed. The damaged file stays as it is. As in: rescue damaged.draad rescued.draad")
  @Argument(help: "The damaged study") var damaged: String
  @Argument(help: "The study to make") var file: String

  var isStandalone: Bool { true }

  func runAlone(_ console: Console, command: String, goingOn: @escaping @Sendable () throws -> Void) throws {
    let rescued = try Workbench.rescue(damaged, to: file, line: command)
    for line in rescued.lost { console.message("Lost: \(line)") }
    console.result(rescued.summary)
  }

  func run(on workbench: Workbench, _ console: Console) throws {}
}
