import Foundation
import Model
import Workbench

/// The program that shows what is longer than the terminal is high.
final class Pager {
  private let command: String
  /// Whether it can keep the heads of a table in sight: `less` from version 600 on; asked of the program the first time.
  private(set) lazy var keepsHeads = Self.isLess(command) && (Self.lessVersion(in: said()) ?? 0) >= 600

  /// The line of the system's shell that starts it.
  init(_ command: String) { self.command = command }

  /// The one that `PAGER` names, else `less`.
  convenience init(_ environment: [String: String]) {
    let named = environment["PAGER"]?.trimmed ?? ""
    self.init(named.isEmpty ? "less -RFX -P'q leaves, space goes on'" : named)
  }

  /// The line that starts it for a text; a table with its heads in sight moves sideways by the arrow keys.
  func line(keeping head: FrozenHead?) -> String {
    guard let head, keepsHeads else { return command }
    return command + " -+F -S --header=\(head.lines),\(head.columns)"
  }

  /// Shows a text; false where that was not possible.
  func show(_ text: String, keeping head: FrozenHead? = nil) -> Bool {
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
