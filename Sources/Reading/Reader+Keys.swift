import Model
import Workbench

extension Reader {
  /// Takes a key; what the study is to do for it, if anything.
  public mutating func press(_ key: Key) -> Wish? {
    switch pane {
    case .text: pressInText(key)
    case .picker(let picker): press(key, in: picker)
    case .prompt(let prompt): press(key, in: prompt)
    case .page(let page): press(key, in: page)
    }
  }

  private mutating func pressInText(_ key: Key) -> Wish? {
    // After a key that was typed in full Enter is habit: what was done stays to be read.
    guard key != .enter else { return nil }
    notice = nil
    if part != nil, let done = pressInPart(key) { return done ? nil : leavePart() }
    switch key {
    case .letter(let letter): return press(letter)
    case .control(let letter): return pressWithControl(letter)
    case .down: step(1)
    case .enter: break
    case .up, .backspace: step(-1)
    case .tab: goToUncoded(1)
    case .backTab: goToUncoded(-1)
    case .pageDown: page(1)
    case .pageUp: page(-1)
    case .home: go(to: 0)
    case .end: go(to: copy.segments.count - 1)
    case .right: beginPart(fromEnd: false)
    case .left: beginPart(fromEnd: true)
    case .shiftRight, .shiftDown: beginPart(fromEnd: false, held: true)
    case .shiftLeft, .shiftUp: beginPart(fromEnd: true, held: true)
    case .delete: return beginTaking()
    case .help: pane = .page(InfoPage(subject: .help))
    case .paste: notice = Notice(text: "What is pasted goes into a memo (;) or a search (/), not among the keys.")
    case .escape: hits = nil
    }
    return nil
  }

  private mutating func press(_ letter: Character) -> Wish? {
    switch letter {
    case " ": step(1)
    case "1"..."9": return letter.wholeNumberValue.flatMap { putRecent($0) }
    case "0": notice = Notice(text: "The keys 1 to 9 put the codes that were used last.")
    case ".": return putAgain()
    case "-": return beginTaking()
    case "+": openPicker(.put)
    case "=": openPicker(.define)
    case ",": openMemos()
    case ";": openMemo()
    case "/": pane = .prompt(Prompt(purpose: .words))
    case ":": pane = .prompt(Prompt(purpose: .number))
    case "?": pane = .page(InfoPage(subject: .help))
    case ")": goToTurn(1)
    case "(": goToTurn(-1)
    case ">": goToHit(1)
    case "<": goToHit(-1)
    case "]": goToDisagreement(1)
    case "[": goToDisagreement(-1)
    default: openPicker(.put, typed: String(letter))
    }
    return nil
  }

  private mutating func pressWithControl(_ letter: Character) -> Wish? {
    switch letter {
    case "z": return undoLast()
    case "y", "r": return redoLast()
    case "f": page(1)
    case "b": page(-1)
    case "n": step(1)
    case "p": step(-1)
    case "l": return .reread
    case "q", "c", "d": return .leave
    default: break
    }
    return nil
  }

  /// True for a key that was used on the part, false for one that ends choosing it; nil for one that means what it always does.
  private mutating func pressInPart(_ key: Key) -> Bool? {
    switch key {
    case .right: movePart(1, by: .word)
    case .left: movePart(-1, by: .word)
    case .down: movePart(1, by: .sentence)
    case .up: movePart(-1, by: .sentence)
    case .shiftRight: movePart(1, by: .word, extending: true)
    case .shiftLeft: movePart(-1, by: .word, extending: true)
    case .shiftDown: movePart(1, by: .sentence, extending: true)
    case .shiftUp: movePart(-1, by: .sentence, extending: true)
    case .letter(" "): part?.hold()
    case .escape: return false
    default: return nil
    }
    return true
  }

  private mutating func leavePart() -> Wish? {
    part = nil
    return nil
  }

  private mutating func press(_ key: Key, in page: InfoPage) -> Wish? {
    var page = page
    switch key {
    case .down, .enter: page.top += 1
    case .up, .backspace: page.top -= 1
    case .pageDown, .letter(" "): page.top += layout.bodyHeight(list: 0)
    case .pageUp: page.top -= layout.bodyHeight(list: 0)
    case .control("q"), .control("c"), .control("d"), .escape:
      pane = .text
      return nil
    default:
      pane = .text
      return nil
    }
    page.top = min(max(0, page.top), max(0, lines(of: page.subject).count - layout.bodyHeight(list: 0)))
    pane = .page(page)
    return nil
  }
}
