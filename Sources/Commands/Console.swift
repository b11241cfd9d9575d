import Foundation
import Model
import Synchronization
import Workbench

/// Where words go: results to standard output, messages to standard error.
///
/// Nothing else in the project prints.
final class Console {
  /// The columns of the terminal; nil when results do not go to one.
  var width: Int?
  var height: Int?
  /// The columns of the terminal that messages go to; nil when they do not go to one.
  var messageWidth: Int?
  /// Takes the sizes anew, since a window can have been made smaller.
  private var sizes: (() -> Sizes)?
  var colour: Bool
  /// A person types, and sees what is written.
  let isTerminal: Bool
  /// Shows what is longer than the terminal is high; set by the shell.
  var pager: Pager?
  /// The files that results were written to since that was last asked.
  var writtenFiles: [String] = []
  /// Puts a question to the person and gives the line that comes back, nil at the end of input; nil where nobody sits there.
  var ask: ((String) -> String?)?
  /// The last result that was shown or written, for another look.
  private(set) var last: Result?
  private let out: (String) -> Void
  private let error: (String) -> Void
  /// Whether messages go to a terminal, where a progress bar can be drawn.
  private let drawsProgress: Bool
  private var drawn = false
  private let onTerminal = OnTerminal()
  /// Results that are for a program, while one asks for them, and whether messages have colours meanwhile.
  private var collected: (text: String, colour: Bool)?

  struct Sizes {
    var width: Int?
    var height: Int?
    var messageWidth: Int?

    /// Of the terminals that standard output and standard error are, 80 columns where one does not say.
    static func standard() -> Sizes {
      func size(of descriptor: Int32) -> winsize? {
        var size = winsize()
        guard isatty(descriptor) == 1 else { return nil }
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? size : winsize()
      }
      let out = size(of: STDOUT_FILENO)
      let error = size(of: STDERR_FILENO)
      return Sizes(
        width: out.map { $0.ws_col > 0 ? Int($0.ws_col) : 80 },
        height: out.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil },
        messageWidth: error.map { $0.ws_col > 0 ? Int($0.ws_col) : 80 })
    }
  }

  func measure() {
    guard collected == nil, let sizes = sizes?() else { return }
    (width, height, messageWidth) = (sizes.width, sizes.height, sizes.messageWidth)
  }

  enum Result {
    case table(Table)
    case excerpts(Excerpts)
  }

  init(
    width: Int? = nil, height: Int? = nil, colour: Bool = false, isTerminal: Bool = false, drawsProgress: Bool = false,
    out: @escaping (String) -> Void, error: @escaping (String) -> Void
  ) {
    self.width = width
    self.height = height
    self.colour = colour
    self.isTerminal = isTerminal
    self.drawsProgress = drawsProgress
    self.out = out
    self.error = error
  }

  /// The console of this process, its colours off where `NO_COLOR` is set or the terminal is dumb.
  static func standard() -> Console {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let environment = ProcessInfo.processInfo.environment
    let colour = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    let console = Console(
      colour: colour, isTerminal: isTerminal && isatty(STDIN_FILENO) == 1, drawsProgress: isatty(STDERR_FILENO) == 1,
      out: { if !write($0, to: STDOUT_FILENO) { outputFailed.store(true, ordering: .relaxed) } },
      error: { _ = write($0, to: STDERR_FILENO) })
    console.sizes = Sizes.standard
    console.measure()
    if isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 {
      console.ask = { [unowned console] question in
        console.endPatience()
        _ = write(question, to: STDERR_FILENO)
        return readLine()
      }
    }
    return console
  }

  /// Whether something could not be written to standard output: a full disk, a closed descriptor.
  static let outputFailed = Atomic(false)

  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
      }
      return true
    }
  }

  /// A sentence or several; what was rendered has its own colours, and everything else nothing that commands a terminal.
  ///
  /// `head` is what of a table the pager can keep in sight.
  func result(_ text: String, isRendered: Bool = false, keeping head: FrozenHead? = nil) {
    endPatience()
    var text =
      isRendered ? text : Self.wrapped(Self.printable(text), to: collected == nil && width != nil ? messageWidth : nil)
    if !text.hasSuffix("\n"), !text.isEmpty { text += "\n" }
    if collected != nil {
      collected?.text += text
      return
    }
    if let pager, isLong(text) || head != nil {
      if pager.show(text, keeping: head) { return }
    }
    out(text)
  }

  /// Whether a text is for the pager.
  func isLong(_ text: String) -> Bool {
    guard pager != nil, collected == nil, let height else { return false }
    return text.utf8.count(where: { $0 == 0x0A }) >= height
  }

  /// The results of some work as plain text, for a program: no colours, no pager, as wide as they are.
  func collecting(_ work: () -> Void) -> String {
    let (formerWidth, formerColour) = (width, colour)
    (width, colour, collected) = (nil, false, ("", colour))
    work()
    defer { (width, colour, collected) = (formerWidth, formerColour, nil) }
    return collected?.text ?? ""
  }

  func keep(_ result: Result) { last = result }

  /// On a terminal lines break between words; those that begin with a blank stay as they are.
  func message(_ text: String) {
    endPatience()
    error(Self.wrapped(text, to: messageWidth) + "\n")
  }

  private static func wrapped(_ text: String, to width: Int?) -> String {
    guard let width else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.hasPrefix(" ") ? [String(line)] : Output.wrapped(String(line), width: width)
    }
    return lines.joined(separator: "\n")
  }

  private static func printable(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Output.printable(String($0)) }
      .joined(separator: "\n")
  }

  func problem(_ problem: Problem) {
    message(ProblemText.lines(problem, colour: collected?.colour ?? colour).joined(separator: "\n"))
  }

  func note(_ note: Problem) {
    message(
      Self.printable("Note: \(note.place.map { $0 + ": " } ?? "")\(note.what)\(note.hint.map { " " + $0 } ?? "")"))
  }

  func progress(_ done: Int, _ all: Int, _ label: String) {
    guard drawsProgress else { return }
    guard done < all else { return clearProgress() }
    onTerminal.state.withLock { $0 = .bar }
    let cells = all > 0 ? done * 30 / all : 0
    let bar = String(repeating: "█", count: cells) + String(repeating: "░", count: 30 - cells)
    error("\r\u{1B}[K\(bar) \(all > 0 ? done * 100 / all : 0)% \(Output.printable(String(label.prefix(40))))")
    drawn = true
  }

  /// Does what may take long: after a second a note on the terminal says that it goes on, and how to stop it.
  func patiently<Answer>(_ work: () throws -> Answer) rethrows -> Answer {
    guard drawsProgress else { return try work() }
    onTerminal.state.withLock { $0 = .free }
    let note = DispatchWorkItem { [onTerminal] in
      onTerminal.state.withLock { state in
        guard state == .free else { return }
        state = .noted
        _ = Self.write("\r\u{1B}[KStill working; Ctrl-C stops it.", to: STDERR_FILENO)
      }
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + 1, execute: note)
    defer {
      note.cancel()
      endPatience()
    }
    return try work()
  }

  /// What stands on the terminal while something goes on; a thread of its own writes the note.
  private final class OnTerminal: Sendable {
    enum State { case free, noted, bar, ended }
    let state = Mutex(State.ended)
  }

  /// Before an answer, a pager or a question stands there, in which the note would be in the way.
  private func endPatience() {
    clearProgress()
    onTerminal.state.withLock { $0 = .ended }
  }

  private func clearProgress() {
    let noted = onTerminal.state.withLock { state in
      defer { if state != .ended { state = .free } }
      return state == .noted
    }
    guard drawn || noted else { return }
    error("\r\u{1B}[K")
    drawn = false
  }
}

/// How a problem is told: what, the line that was typed with a caret, where, and the next step.
enum ProblemText {
  static func lines(_ problem: Problem, colour: Bool) -> [String] {
    let place = problem.place.map { "\(cut($0)): " } ?? ""
    // That there is nothing is an answer.
    let mark = problem.kind == .nothingFound ? "" : styled("Error:", "31", colour) + " "
    var lines = [mark + "\(place)\(cut(problem.what))"]
    if let typed = problem.typed, let caret = problem.caret {
      lines.append("  " + cut(typed))
      lines.append(
        "  " + String(repeating: " ", count: Output.width(of: typed.prefix(caret)) + max(0, caret - typed.count)) + "^")
    }
    if let hint = problem.hint { lines.append(styled("Hint:", "36", colour) + " \(cut(hint))") }
    return lines
  }

  /// A file can put a line of any length into a sentence.
  private static func cut(_ text: String) -> String {
    let shown = text.utf8.count > 4000 ? text.prefix(1000) + "…" : text
    return shown.split(separator: "\n", omittingEmptySubsequences: false).map { Output.printable(String($0)) }
      .joined(separator: "\n")
  }

  private static func styled(_ word: String, _ code: String, _ colour: Bool) -> String {
    colour ? "\u{1B}[1;\(code)m\(word)\u{1B}[0m" : word
  }
}
