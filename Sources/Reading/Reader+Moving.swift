import Workbench

extension Reader {
  /// To the next or former segment; through one that is higher than the screen a screen at a time.
  mutating func step(_ step: Int) {
    let hidden = rows(of: focus) - bodyHeight
    if step > 0, hidden > scroll {
      scroll = min(hidden, scroll + max(1, bodyHeight - 2))
      return
    }
    if step < 0, scroll > 0 {
      scroll = max(0, scroll - max(1, bodyHeight - 2))
      return
    }
    guard copy.segments.indices.contains(focus + step) else {
      notice = Notice(text: step > 0 ? "This is the last segment." : "This is the first segment.")
      return
    }
    go(to: focus + step)
    if step < 0 { scroll = max(0, rows(of: focus) - bodyHeight) }
  }

  /// A screen on or back, at least one segment.
  mutating func page(_ step: Int) {
    guard rows(of: focus) <= bodyHeight else { return self.step(step) }
    var left = bodyHeight - rows(of: focus)
    var segment = focus + step
    while copy.segments.indices.contains(segment), left > rows(of: segment) {
      left -= rows(of: segment)
      segment += step
    }
    go(to: segment)
  }

  /// To where the next turn begins; on the way back first to where this one does.
  mutating func goToTurn(_ step: Int) {
    let start = startOfTurn(focus)
    let turn = copy.segments[focus].turn
    if step < 0, focus > 0 { return go(to: start < focus ? start : startOfTurn(focus - 1)) }
    if step > 0, let next = copy.segments[focus...].firstIndex(where: { $0.turn != turn }) { return go(to: next) }
    notice = Notice(text: step > 0 ? "This is the last turn." : "This is the first segment.")
  }

  private func startOfTurn(_ segment: Int) -> Int {
    var start = segment
    while start > 0, copy.segments[start - 1].turn == copy.segments[segment].turn { start -= 1 }
    return start
  }

  mutating func goToUncoded(_ step: Int) {
    var segment = coverage.uncoded(from: focus, step)
    while let found = segment, isQuestion(found) { segment = coverage.uncoded(from: found, step) }
    if let segment { return go(to: segment) }
    notice = Notice(text: "Every answer \(step > 0 ? "from here on" : "before this") has a code of yours.")
  }

  /// Whether the interviewer speaks, by their role in the study.
  func isQuestion(_ segment: Int) -> Bool {
    let speaker = copy.transcript.turns[copy.segments[segment].turn].speaker
    guard let role = speaker.flatMap({ copy.transcript.speakers[$0].role }) else { return false }
    return Names.folded(role).hasPrefix("interview")
  }

  /// `orHere`: where the search begins, a hit in focus is taken.
  mutating func goToHit(_ step: Int, orHere: Bool = false) {
    guard let hits else {
      notice = Notice(text: "Nothing is searched yet: type / and words.")
      return
    }
    let found = Self.next(in: hits.segments, from: focus, step, orHere: orHere)
    guard let segment = found ?? (step > 0 ? hits.segments.first : hits.segments.last) else { return }
    go(to: segment)
    let number = (hits.segments.firstIndex(of: segment) ?? 0) + 1
    let turned = found == nil ? (step > 0 ? " From the start again." : " From the end again.") : ""
    notice = Notice(text: "'\(hits.query)': \(number) of \(hits.segments.count) segments.\(turned)")
  }

  mutating func goToDisagreement(_ step: Int) {
    guard !options.isBlind else {
      notice = Notice(text: "What other coders did is not shown: you read blind.")
      return
    }
    guard let all = disagreements ?? Disagreements.segments(of: copy, line) else {
      notice = Notice(text: "Fewer than two coders have coded this transcript.")
      return
    }
    disagreements = all
    guard let segment = Self.next(in: all, from: focus, step) else {
      notice = Notice(text: "The coders agree on every segment \(step > 0 ? "from here on" : "before this").")
      return
    }
    go(to: segment)
  }

  private static func next(in segments: [Int], from focus: Int, _ step: Int, orHere: Bool = false) -> Int? {
    if orHere { return segments.first { $0 >= focus } }
    return step > 0 ? segments.first { $0 > focus } : segments.last { $0 < focus }
  }
}
