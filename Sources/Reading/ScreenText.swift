/// The escape sequences that bring a frame onto a terminal.
public struct ScreenText: Sendable {
  public enum Palette: Sendable {
    case none
    /// The 256 colours that every terminal of today knows.
    case indexed
    /// All colours, where the terminal says so.
    case direct
  }

  public var palette: Palette

  public init(palette: Palette) { self.palette = palette }

  /// What turns the terminal over to the reading mode, and back.
  public static let enter = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?25l\u{1B}[2J"
  public static let leave = "\u{1B}[?2004l\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"

  /// Writes the lines that are not on the screen yet; all where `previous` is nil.
  public func write(_ frame: Frame, over previous: Frame?, width: Int) -> String {
    var text = "\u{1B}[?25l"
    if previous == nil { text += "\u{1B}[0m\u{1B}[2J" }
    for (row, line) in frame.lines.enumerated() {
      let former = previous.flatMap { $0.lines.indices.contains(row) ? $0.lines[row] : nil }
      guard former != line else { continue }
      text += "\u{1B}[\(row + 1);1H" + write(line)
      if line.width < width, previous != nil { text += "\u{1B}[K" }
    }
    if let cursor = frame.cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
    return text
  }

  /// One line; after what a terminal may take for wider or narrower the column is named.
  public func write(_ line: StyledLine) -> String {
    var text = ""
    var column = 0
    var isSure = true
    for run in line.runs {
      if !isSure { text += "\u{1B}[\(column + 1)G" }
      let style = select(run.style)
      text += style.isEmpty ? run.text : style + run.text + "\u{1B}[0m"
      column += TerminalText.width(of: run.text)
      isSure = run.text.unicodeScalars.allSatisfy { $0.value < 0x300 || (0x2000...0x25FF).contains($0.value) }
    }
    return text
  }

  private func select(_ style: Style) -> String {
    var codes: [String] = []
    if style.isBold { codes.append("1") }
    if style.isFaint { codes.append("2") }
    if style.isUnderlined { codes.append("4") }
    if style.isReversed { codes.append("7") }
    for (place, colour) in [(38, style.colour), (48, style.ground)] {
      guard let colour else { continue }
      switch palette {
      case .none: break
      case .indexed: codes.append("\(place);5;\(colour.indexed)")
      case .direct: codes.append("\(place);2;\(colour.red);\(colour.green);\(colour.blue)")
      }
    }
    return codes.isEmpty ? "" : "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}
