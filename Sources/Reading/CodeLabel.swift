/// A code on a segment as it is shown beside or under its words.
struct CodeLabel: Equatable, Sendable {
  /// Of one segment; the last then says how many more there are.
  static let most = 12

  var code = -1
  var coder = -1
  var key = ""
  var name = ""
  var colour: CodeColour?
  /// Who put it there, where that is somebody else than who codes now.
  var other: String?
  /// It is on a part of the segment only.
  var isPart = false
  /// So many codes that are not shown.
  var more = 0
  /// Where it is no code but a memo.
  var memo: String?

  init(
    code: Int, coder: Int, key: String, name: String, colour: CodeColour?, other: String?, isPart: Bool
  ) {
    self.code = code
    self.coder = coder
    self.key = key
    self.name = name
    self.colour = colour
    self.other = other
    self.isPart = isPart
  }

  init(more: Int) { self.more = more }

  /// A memo, as `Anna: what was noted`.
  init(memo: String) { self.memo = memo }

  /// As a line of the margin: `▌B3 Instructie in kleine…`, `▏B3 Bram`, `▌B3~ Instructie` for a part.
  func line(width: Int) -> StyledLine {
    var line = StyledLine()
    guard more == 0 else { return StyledLine(TerminalText.cut(" and \(more) more", to: width), .faint) }
    if let memo { return StyledLine(TerminalText.cut("✎ " + memo, to: width), .faint) }
    let style = Style.plain.coloured(colour)
    line.append(other == nil ? "▌" : "▏", style)
    line.append(key + (isPart ? "~" : ""), other == nil ? style.bold() : style)
    line.append(" " + (other ?? name), other == nil ? .plain : .faint)
    guard line.width > width else { return line }
    var cut = line.cut(to: width - 1)
    cut.append("…", .plain)
    return cut
  }

  /// As short labels under the words: `[B3] [K1~] [E2 Bram]`, as many lines as they need.
  static func chips(_ labels: [CodeLabel], width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for label in labels {
      let text =
        label.memo.map { "✎ " + $0 }
        ?? (label.more > 0 ? "+\(label.more)" : "[\(label.key)\(label.isPart ? "~" : "")\(label.whose)]")
      let chip = StyledLine(TerminalText.cut(text, to: width), Style.plain.coloured(label.colour))
      if let last = lines.last, last.width + 1 + chip.width <= width {
        lines[lines.count - 1].append(" ")
        lines[lines.count - 1].append(chip)
      } else {
        lines.append(chip)
      }
    }
    return lines
  }

  private var whose: String { other.map { " " + $0 } ?? "" }
}
