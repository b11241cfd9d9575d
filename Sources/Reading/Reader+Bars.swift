import Model
import Workbench

extension Reader {
  /// Where one is and who codes, as `s01-team · school-01  12 of 64 · Marijke · schoolleider        Anna codes`.
  func header() -> StyledLine {
    var left = " \(copy.transcript.name)"
    if let name = copy.transcript.caseName, layout.width >= 64 { left += " · \(name)" }
    left += "  \(focus + 1) of \(copy.segments.count)"
    if layout.width >= 64 { left += " · \(speaker(of: focus))" }
    let right = (copy.coder.map { copy.coders[$0] + " codes" } ?? "nobody codes") + (options.isBlind ? ", blind " : " ")
    return Self.spread(left, right, layout.width, .reversed)
  }

  /// The codes under the keys 1 to 9.
  func recentLine() -> StyledLine {
    guard !recent.slots.isEmpty else {
      let hint =
        part == nil ? "Letters find a code; a whole key or Enter puts it." : "← → words, ↑ ↓ sentences, Space holds."
      return StyledLine(TerminalText.cut(" " + hint, to: layout.width), .faint)
    }
    let room = max(5, (layout.width - 1) / max(recent.slots.count, layout.width >= 100 ? 6 : 4))
    var line = StyledLine(" ")
    for (place, number) in recent.slots.enumerated() {
      let code = copy.codebook.codes[number]
      var slot = StyledLine("\(place + 1) ", .faint)
      slot.append(code.key, Style.bold.coloured(colours[number]))
      if room >= 14 {
        let rest = TerminalText.cut(code.name, to: room - slot.width - 3)
        slot.append(" " + rest)
      }
      if line.width + slot.width > layout.width { break }
      line.append(slot)
      line.append("  ")
    }
    return line
  }

  /// What was just done or is being typed, and how far one is; and the column of the cursor.
  func statusLine() -> (line: StyledLine, cursor: Int?) {
    switch pane {
    case .prompt(let prompt): return Self.typing(prompt.label, prompt.typed, layout.width)
    case .picker(let picker):
      let label = [.put: "Code: ", .take: "Take off: ", .define: "Explain: "][picker.purpose] ?? ""
      return Self.typing(label, picker.typed, layout.width)
    case .text, .page: break
    }
    let progress = "\(coverage.seenCount) seen, \(coverage.codedCount) coded of \(coverage.count)"
    let right = layout.width >= 64 ? "\(progress)   ? help  Ctrl-Q leaves " : "\(progress) ? help "
    guard let notice else { return (Self.spread("", right, layout.width, .plain), nil) }
    let style = notice.isProblem ? Style.bold : .plain
    let room = layout.width - TerminalText.width(of: right) - 2
    if TerminalText.width(of: notice.text) + 1 > room {
      return (StyledLine(" " + TerminalText.cut(notice.text, to: layout.width - 1), style), nil)
    }
    return (Self.spread(" " + notice.text, right, layout.width, style), nil)
  }

  private static func typing(_ label: String, _ typed: String, _ width: Int) -> (StyledLine, Int?) {
    var line = StyledLine(" " + label, .bold)
    line.append(TerminalText.end(of: typed, in: width - line.width - 1))
    return (line, line.width)
  }

  /// One text at the left, one at the right; the left one is cut where both do not fit.
  private static func spread(_ left: String, _ right: String, _ width: Int, _ style: Style) -> StyledLine {
    let right = TerminalText.cut(right, to: width)
    let room = width - TerminalText.width(of: right)
    var line = StyledLine(TerminalText.cut(left, to: max(0, room - 1)), style)
    line.pad(to: room, style)
    line.append(right, style)
    return line
  }

  /// The codes that fit what is typed, the chosen one marked, and under them what it means.
  func list(_ picker: CodePicker) -> [StyledLine] {
    let height = listRows - 1
    let top = min(max(0, picker.chosen - height + 1), max(0, picker.found.count - height))
    var lines: [StyledLine] = []
    for place in top..<min(picker.found.count, top + height) {
      let code = copy.codebook.codes[picker.found[place]]
      let isChosen = place == picker.chosen
      var line = StyledLine(isChosen ? " ▶ " : "   ", isChosen ? .bold : .plain)
      line.append(code.key, Style.bold.coloured(colours[picker.found[place]]))
      line.pad(to: 3 + min(10, keyWidth) + 1)
      line.append(" " + code.name, isChosen ? .bold : .plain)
      lines.append(line.cut(to: layout.width))
    }
    if picker.found.isEmpty { lines.append(StyledLine("   No code has these letters. Backspace, or Esc.", .faint)) }
    lines += Array(repeating: StyledLine(), count: max(0, height - lines.count))
    let meaning = picker.code.flatMap { copy.codebook.codes[$0].definition } ?? ""
    lines.append(StyledLine("   " + TerminalText.cut(meaning, to: layout.width - 4), .faint))
    return lines
  }

  private var keyWidth: Int { copy.codebook.codes.reduce(2) { max($0, TerminalText.width(of: $1.key)) } }
}
