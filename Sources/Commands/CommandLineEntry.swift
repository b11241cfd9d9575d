import Foundation
import Model
import Synchronization
import Workbench

/// The command line: `draad [-s FILE] [--as NAME] COMMAND ...`, or `draad FILE.draad` for the shell.
public enum DraadCommandLine {
  /// Carries out the arguments (without the program's name) and gives the exit code.
  public static func run(_ arguments: [String]) -> Int32 {
    signal(SIGPIPE, SIG_DFL)
    let console = Console.standard()
    var words = arguments
    do {
      let study = try take(["-s", "--study"], from: &words)
      let coder = try take(["--as"], from: &words)
      if study == nil, words.count == 1, words[0].hasSuffix(".draad") {
        return run(["shell"], Session(console: console, study: words[0], coder: coder))
      }
      if study != nil, words.isEmpty { words = ["shell"] }
      let session = Session(console: console, study: study, coder: coder)
      if words.isEmpty, let code = session.begin() {
        session.close()
        return code
      }
      return run(words, session)
    } catch let problem as Problem {
      console.problem(problem)
    } catch {}
    return 64
  }

  private static func run(_ words: [String], _ session: Session) -> Int32 {
    defer { session.close() }
    let code = session.run(words)
    guard Console.outputFailed.load(ordering: .relaxed) else { return code }
    session.console.problem(
      Problem("The answer could not be written to standard output.", hint: "Look at where it goes."))
    return max(code, 2)
  }

  /// Takes a global option and its value out of the words, wherever it stands.
  private static func take(_ names: [String], from words: inout [String]) throws -> String? {
    let end = words.firstIndex(of: "--") ?? words.count
    for (index, word) in words[..<end].enumerated() {
      if let name = names.first(where: { $0.hasPrefix("--") && word.hasPrefix($0 + "=") }) {
        words.remove(at: index)
        return String(word.dropFirst(name.count + 1))
      }
      guard names.contains(word) else { continue }
      guard index + 1 < end else { throw Problem("A value is missing after '\(word)'.", kind: .usage) }
      let value = words[index + 1]
      words.removeSubrange(index...index + 1)
      return value
    }
    return nil
  }
}
