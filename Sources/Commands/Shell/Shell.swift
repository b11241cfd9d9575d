import Dispatch
import Foundation
import Model
import Workbench

/// The conversation: reads a line, carries it out, shows the answer.
public final class Shell {
  private let session: Session
  private var heard: Heard?

  init(_ session: Session) {
    self.session = session
    session.isConversing = true
  }

  /// A shell without a terminal, whose answers are given as text: for recorded sessions.
  public init(
    study: String? = nil, coder: String? = nil, environment: [String: String], clock: @escaping () -> String
  ) {
    let heard = Heard()
    let console = Console(
      width: 100, out: { heard.text += $0 }, error: { heard.text += $0 })
    session = Session(console: console, environment: environment, study: study, coder: coder, clock: clock)
    session.isConversing = true
    self.heard = heard
  }

  /// What is printed, results and messages alike, when a line is carried out.
  public func respond(to line: String) -> String {
    heard?.text = ""
    session.run(line: line)
    return heard?.text ?? ""
  }

  public func close() { session.close() }

  private final class Heard { var text = "" }

  /// Reads lines until the end of input or `quit`.
  func converse() throws {
    let workbench = try session.open()
    let history = StateFolder.path(session.environment) + "/history"
    StateFolder.make(for: history)
    let editor = LineEditor(historyFile: history)
    editor.completer = { [session] line, cursor in
      Completion.answer(line, cursor: cursor, vocabulary: ShellVocabulary.make(session.workbench))
    }
    if editor.isInteractive {
      session.console.message(
        "Draad, study \(workbench.path). 'help' lists the commands, Tab completes, 'quit' leaves.")
      let terminal = session.environment["TERM"] ?? ""
      session.console.pager = Pager(
        session.environment,
        palette: terminal.isEmpty || terminal == "dumb"
          ? nil : FullScreen.palette(session.console, session.environment))
    }
    defer { session.console.pager = nil }
    while true {
      editor.showsHints = session.console.colour && session.settings.hints
      switch editor.readLine(prompt: prompt) {
      case .end:
        if editor.isInteractive { session.console.message("") }
        return
      case .interrupted: continue
      case .line(let line):
        guard !line.trimmed.isEmpty else { continue }
        editor.remember(line)
        if Self.isFarewell(line.trimmed) { return }
        carryOut(line, editor)
      }
    }
  }

  static func isFarewell(_ line: String) -> Bool { line == "quit" || line == "exit" }

  private var prompt: String {
    let name = session.workbench.map { ($0.path as NSString).lastPathComponent } ?? "draad"
    let stem = (name as NSString).deletingPathExtension
    let coder = session.workbench?.coder.map { " (\($0))" } ?? ""
    let filter = session.shared.isEmpty ? "" : " [\(session.shared.shown)]"
    return "\(stem)\(coder)\(filter)> "
  }

  /// While a command runs, Ctrl-C stops it and not the shell.
  private func carryOut(_ line: String, _ editor: LineEditor) {
    let interrupt = session.workbench?.interrupter
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { interrupt?.stop() }
    source.resume()
    session.run(line: line)
    source.cancel()
    signal(SIGINT, SIG_DFL)
    if interrupt?.takeStopped() == true { editor.dropPasted() }
  }
}
