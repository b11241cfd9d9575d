import CLine
import Foundation
import Model
import Reading

/// The whole screen of a terminal, given back however the program ends.
final class FullScreen {
  enum Event: Equatable {
    case bytes([UInt8])
    /// Nothing came for as long as was waited.
    case quiet
    case resized
    case again
    /// The terminal is gone, or a signal asked the program to end.
    case ended
  }

  private(set) var width = 80
  private(set) var height = 24
  private var isOpen = true

  /// Nil where standard input is no terminal.
  init?() {
    guard cline_screen_open(ScreenText.enter, ScreenText.leave) == 0 else { return nil }
    measure()
  }

  deinit { close() }

  /// Gives the terminal back; the signal that asked the program to end, or 0.
  @discardableResult
  func close() -> Int32 {
    guard isOpen else { return 0 }
    isOpen = false
    return cline_screen_close()
  }

  /// Without end where the milliseconds are below 0.
  func wait(milliseconds: Int) -> Event {
    var bytes = [UInt8](repeating: 0, count: 4096)
    var count = 0
    switch cline_screen_wait(Int32(milliseconds), &bytes, bytes.count, &count) {
    case .bytes: return .bytes(Array(bytes[..<count]))
    case .quiet: return .quiet
    case .resized:
      measure()
      return .resized
    case .ended: return .ended
    case .again: return .again
    }
  }

  func write(_ text: String) { _ = Console.write(text, to: STDOUT_FILENO) }

  private func measure() {
    var (columns, rows): (Int32, Int32) = (0, 0)
    cline_screen_size(&columns, &rows)
    (width, height) = (Int(columns), Int(rows))
  }

  /// Throws where there is no terminal, or one that can only write line after line.
  static func require(_ console: Console, _ environment: [String: String], for transcript: String) throws {
    guard console.isTerminal else { throw noTerminal(transcript) }
    let kind = environment["TERM"] ?? ""
    guard kind.isEmpty || kind == "dumb" else { return }
    throw Problem(
      "This terminal cannot be read on: it only writes line after line\(kind.isEmpty ? "" : " (TERM is '\(kind)')").",
      hint: instead(of: transcript))
  }

  static func noTerminal(_ transcript: String) -> Problem {
    Problem("There is no terminal to read on.", hint: instead(of: transcript))
  }

  private static func instead(of transcript: String) -> String {
    "See the words with: show \(transcript), and code with: tag \(transcript):1 CODE"
  }

  static func palette(_ console: Console, _ environment: [String: String]) -> ScreenText.Palette {
    guard console.colour else { return .none }
    return ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "") ? .direct : .indexed
  }
}
