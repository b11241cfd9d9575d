import ArgumentParser
import Model
import Reading
import Workbench

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Read a transcript on the whole screen and code it with a key or two",
    discussion: """
      Letters find a code: its whole key puts it on the segment in focus, Enter puts the one that was found by name, Tab puts \
      it and moves on; 1 to 9 put \
      the codes used last, the full stop the very last one, - takes a code off, Ctrl-Z undoes. Arrows and Space move, \
      → and ← choose words of a segment, / searches, ? shows all keys, Ctrl-Q leaves. Each coding is in the study at once. \
      Without a segment it begins where you stopped; without a transcript it opens the next that was assigned to you and that \
      you did not say you are done with.
      """)
  @Argument(help: "A transcript, as s01-team or s01-team:12; the next that is assigned to you where none is named")
  var transcript: String?

  @Argument(help: "The segment to begin with")
  var from: Int?

  @Flag(name: .long, help: "Hide what other coders did")
  var blind = false

  @Flag(name: .long, help: "Go to the next answer after each code; Tab then stays")
  var moveOn = false

  /// What to read; nil where the next is meant.
  var address: String? { transcript.map { name in from.map { "\(name):\($0)" } ?? name } }

  /// - Parameter isBlind: whether the coder codes blind in this study.
  func options(isBlind: Bool) -> Reader.Options { Reader.Options(movesOn: moveOn, isBlind: blind || isBlind) }
}
