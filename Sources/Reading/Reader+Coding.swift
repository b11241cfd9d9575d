import Model
import Workbench

extension Reader {
  mutating func put(_ code: Int, movingOn: Bool) -> Wish {
    willMoveOn = movingOn
    return .put(code, place)
  }

  mutating func putRecent(_ digit: Int) -> Wish? {
    guard let code = recent.code(under: digit) else {
      notice = Notice(text: "No code stands under \(digit) yet: type letters of a key or name.")
      return nil
    }
    return put(code, movingOn: options.movesOn)
  }

  mutating func putAgain() -> Wish? {
    guard let code = recent.lastUsed.first else {
      notice = Notice(text: "No code was put yet: type letters of a key or name.")
      return nil
    }
    return put(code, movingOn: options.movesOn)
  }

  /// Takes the only code off, or asks which.
  mutating func beginTaking() -> Wish? {
    let codes = Set(ownCodings.map(\.code))
    guard let first = codes.first else {
      notice = Notice(text: "There is no code of yours here.")
      return nil
    }
    if codes.count == 1 { return take(first) }
    openPicker(.take, among: codes)
    return nil
  }

  mutating func take(_ code: Int) -> Wish? {
    let spans = ownCodings.filter { $0.code == code }.map(\.span)
    return spans.isEmpty ? nil : .take(code, spans, place)
  }

  mutating func undoLast() -> Wish? {
    guard let deed = deeds.last else {
      notice = Notice(text: "Nothing was coded since you began to read; 'undo' in the shell goes further back.")
      return nil
    }
    return .undo(deed.act)
  }

  mutating func redoLast() -> Wish? {
    guard !undone.isEmpty else {
      notice = Notice(text: "There is nothing to redo.")
      return nil
    }
    return .redo
  }

  mutating func beginPart(fromEnd: Bool, held: Bool = false) {
    let span = spokenSpan(of: focus)
    part = PartOfSegment(of: text(of: span), at: span.start, fromEnd: fromEnd)
    if part == nil { notice = Notice(text: "There are no words in this segment.") }
    if held { part?.hold() }
    showPart()
  }

  mutating func movePart(_ step: Int, by unit: PartOfSegment.Unit, extending: Bool = false) {
    if part?.move(step, by: unit, extending: extending) == false {
      notice = Notice(text: "The segment \(step > 0 ? "ends" : "begins") here; Esc takes the whole of it.")
    }
    showPart()
  }

  /// To the next sentence after a part, else to the next segment that is not the interviewer's.
  mutating func moveOn() {
    if part?.unit == .sentence, part?.isHeld == false, part?.move(1, by: .sentence, extending: false) == true {
      return showPart()
    }
    if let next = (focus + 1..<copy.segments.count).first(where: { !isQuestion($0) }) { return go(to: next) }
    part = nil
  }
}
