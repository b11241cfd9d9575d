import CLine
import Model

/// Reads lines from a person: editing, history and completion on a terminal, plain lines from anything else.
final class LineEditor {
  enum Input: Equatable {
    case line(String)
    /// Ctrl-C: the line was dropped.
    case interrupted
    case end
  }

  /// Answers Tab: the line and the byte offset of the cursor.
  var completer: (String, Int) -> Completion.Answer = { line, cursor in
    Completion.answer(line, cursor: cursor, vocabulary: Vocabulary())
  }
  private let editor: OpaquePointer?

  /// The folder of the history file must exist; without a file the history ends with the session.
  init(historyFile: String?) {
    editor = cline_open("draad", historyFile)
    guard let editor else { return }
    cline_set_completer(editor, answerTab, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    if let editor { cline_close(editor) }
  }

  /// Shows in faint letters how the newest line of the history that begins as typed goes on; off at first.
  var showsHints = false {
    didSet { if let editor { cline_set_hints(editor, showsHints ? 1 : 0) } }
  }

  /// A person types, so a prompt and colours have a place.
  var isInteractive: Bool { editor != nil }

  /// The prompt may hold colours, but not at its end.
  func readLine(prompt: String) -> Input {
    guard let editor else { return Swift.readLine().map(Input.line) ?? .end }
    var typed: UnsafePointer<CChar>?
    switch cline_read(editor, prompt, &typed) {
    case .line: return typed.map { .line(String(cString: $0)) } ?? .end
    case .interrupted: return .interrupted
    case .end: return .end
    }
  }

  /// Adds a line to the history and its file; false when the file could not be written.
  @discardableResult
  func remember(_ line: String) -> Bool {
    guard let editor, !line.trimmed.isEmpty else { return true }
    return cline_remember(editor, line) == 0
  }

  /// Forgets the lines of a paste that were not read yet: for Ctrl-C while one of them runs.
  func dropPasted() {
    if let editor { cline_drop_pasted(editor) }
  }
}

private func answerTab(
  context: UnsafeMutableRawPointer?, line: UnsafePointer<CChar>, cursor: Int, answer: OpaquePointer
) {
  guard let context else { return }
  let editor = Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue()
  let found = editor.completer(String(cString: line), cursor)
  cline_answer_insert(answer, found.start, found.insertion)
  for candidate in found.candidates { cline_answer_add(answer, candidate.text, candidate.detail) }
}
