import Foundation
import Model
import Reading
import Workbench

/// The program that shows what is longer than the terminal is high.
final class Pager {
  private let command: String
  /// How tables are shown here, where nobody named a program for it.
  private let tables: ScreenText.Palette?
  /// Whether it can keep the heads of a table in sight: what is built in, and `less` from version 600 on, which is asked of
  /// the program the first time.
  private(set) lazy var keepsHeads = tables != nil || programKeepsHeads
  private lazy var programKeepsHeads = Self.isLess(command) && (Self.lessVersion(in: said()) ?? 0) >= 600

  /// - Parameters:
  ///   - command: the line of the system's shell that starts it.
  ///   - tables: the colours of the terminal where tables are shown without a program.
  init(_ command: String, tables: ScreenText.Palette? = nil) {
    self.command = command
    self.tables = tables
  }

  /// The one that `PAGER` names, else `less`, and for tables one that is built in.
  ///
  /// - Parameter palette: the colours of a terminal that can be drawn on; nil for one that cannot.
  convenience init(_ environment: [String: String], palette: ScreenText.Palette? = nil) {
    let named = environment["PAGER"]?.trimmed ?? ""
    self.init(
      named.isEmpty ? "less -RFX -P'q leaves, space goes on'" : named, tables: named.isEmpty ? palette : nil)
  }

  /// The line that starts it for a text; a table with its heads in sight moves sideways by the arrow keys.
  func line(keeping head: FrozenHead?) -> String {
    guard let head, programKeepsHeads else { return command }
    return command + " -+F -S --header=\(head.lines),\(head.columns)"
  }

  /// Shows a text; false where that was not possible.
  func show(_ text: String, keeping head: FrozenHead? = nil) -> Bool {
    if let tables, let head, TablePager.show(text, keeping: head, palette: tables) { return true }
    let former = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, former) }
    guard let pipe = popen(line(keeping: head), "w") else { return false }
    fputs(text, pipe)
    return pclose(pipe) == 0
  }

  /// Whether a line starts `less` and nothing besides, so that options may follow.
  static func isLess(_ line: String) -> Bool {
    let program = line.split(separator: " ").first?.split(separator: "/").last
    return program == "less" && !line.contains { "|;&<>`$\n".contains($0) }
  }

  /// The number in `less 668 (GNU regular expressions)`.
  static func lessVersion(in text: String) -> Int? {
    let words = text.prefix { !$0.isNewline }.split(separator: " ")
    guard words.count > 1, words[0] == "less" else { return nil }
    return Int(words[1].prefix { $0.isNumber })
  }

  private func said() -> String {
    let program = command.split(separator: " ").first.map(String.init) ?? "less"
    guard let pipe = popen("\(program) --version 2>/dev/null </dev/null", "r") else { return "" }
    defer { pclose(pipe) }
    var line = [CChar](repeating: 0, count: 200)
    guard fgets(&line, Int32(line.count), pipe) != nil else { return "" }
    return String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
