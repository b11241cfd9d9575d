import Model
import Workbench

extension Reader {
  /// Opens the list of codes; a key typed in full chooses its code without Enter.
  mutating func openPicker(_ purpose: CodePicker.Purpose, among: Set<Int>? = nil, typed: String = "") {
    guard !copy.codebook.codes.isEmpty else {
      notice = Notice(text: "The study has no codebook yet. Load one with: codebook load FILE", isProblem: true)
      return
    }
    show(CodePicker(purpose: purpose, among: among, typed: typed))
  }

  /// Shows the list for what is typed, the best code chosen.
  private mutating func show(_ picker: CodePicker) {
    var picker = picker
    picker.found = search.codes(for: picker.typed, among: picker.among, lastUsed: recent.lastUsed)
    picker.chosen = 0
    pane = .picker(picker)
  }

  mutating func press(_ key: Key, in picker: CodePicker) -> Wish? {
    var picker = picker
    switch key {
    case .letter(let letter):
      picker.typed.append(letter)
      if let code = search.code(completing: picker.typed, among: picker.among) {
        return choose(code, for: picker.purpose, movingOn: options.movesOn)
      }
    case .paste(let text): picker.typed += Self.line(of: text)
    case .backspace where picker.typed.isEmpty, .escape, .control("c"), .control("q"):
      pane = .text
      return nil
    case .backspace: picker.typed.removeLast()
    case .control("u"): picker.typed = ""
    case .down, .control("n"), .up, .control("p"):
      let step = key == .down || key == .control("n") ? 1 : -1
      picker.chosen = min(max(0, picker.chosen + step), max(0, picker.found.count - 1))
      pane = .picker(picker)
      return nil
    case .right:
      if let code = picker.code { pane = .page(InfoPage(subject: .code(code))) }
      return nil
    case .enter, .tab: return choose(in: picker, movingOn: (key == .tab) != options.movesOn)
    default: return nil
    }
    show(picker)
    return nil
  }

  private mutating func choose(in picker: CodePicker, movingOn: Bool) -> Wish? {
    guard let code = picker.code else {
      notice = Notice(text: "No code has '\(picker.typed)' in its key or name.", isProblem: true)
      pane = .text
      return nil
    }
    return choose(code, for: picker.purpose, movingOn: movingOn)
  }

  private mutating func choose(_ code: Int, for purpose: CodePicker.Purpose, movingOn: Bool) -> Wish? {
    pane = .text
    switch purpose {
    case .put: return put(code, movingOn: movingOn)
    case .take: return take(code)
    case .define:
      pane = .page(InfoPage(subject: .code(code)))
      return nil
    }
  }

  mutating func press(_ key: Key, in prompt: Prompt) -> Wish? {
    var prompt = prompt
    switch key {
    case .letter(let letter): prompt.typed.append(letter)
    case .paste(let text): prompt.typed += Self.line(of: text)
    case .backspace where prompt.typed.isEmpty, .escape, .control("c"), .control("q"):
      pane = .text
      if prompt.purpose == .memo { keep(prompt.typed) }
      return nil
    case .backspace: prompt.typed.removeLast()
    case .control("u"): prompt.typed = ""
    case .control("w"):
      prompt.typed = String(prompt.typed.reversed().drop { $0 == " " }.drop { $0 != " " }.reversed())
    case .enter:
      pane = .text
      return finish(prompt)
    default: return nil
    }
    pane = .prompt(prompt)
    return nil
  }

  private mutating func finish(_ prompt: Prompt) -> Wish? {
    let typed = prompt.typed.trimmed
    guard !typed.isEmpty else {
      if prompt.purpose == .memo { begunMemo = "" }
      return nil
    }
    switch prompt.purpose {
    case .words: return .find(typed)
    case .memo:
      // Until it is written it is kept: that may be refused.
      begunMemo = typed
      return .memo(typed, place)
    case .number:
      guard let number = Int(typed), (1...copy.segments.count).contains(number) else {
        notice = Notice(text: "'\(typed)' is no segment: they are 1 to \(copy.segments.count).", isProblem: true)
        return nil
      }
      go(to: number - 1)
      return nil
    }
  }

  /// A memo, from what was begun before.
  mutating func openMemo() {
    pane = .prompt(Prompt(purpose: .memo, typed: begunMemo))
  }

  /// What is typed of a memo is not lost by a key.
  private mutating func keep(_ typed: String) {
    begunMemo = typed.trimmed.isEmpty ? "" : typed
    if !begunMemo.isEmpty {
      notice = Notice(text: "The memo is not written yet; ; goes on with it, and Ctrl-U there empties it.")
    }
  }

  mutating func openMemos() {
    if memos(on: focus).isEmpty {
      notice = Notice(text: "There is no memo on this segment; ; writes one.")
    } else {
      pane = .page(InfoPage(subject: .memos(focus)))
    }
  }

  /// What was pasted, on one line.
  private static func line(of text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }
}
