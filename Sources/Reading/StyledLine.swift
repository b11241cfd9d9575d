/// How text looks.
public struct Style: Hashable, Sendable {
  public var isBold = false
  public var isFaint = false
  public var isUnderlined = false
  public var isReversed = false
  /// Of the letters; nil for the terminal's own.
  public var colour: CodeColour?
  /// Behind the letters; nil for the terminal's own.
  public var ground: CodeColour?

  public init() {}

  static let plain = Style()
  static let bold = plain.bold()
  static let faint = plain.faint()
  static let reversed = plain.reversed()

  func bold() -> Style { with { $0.isBold = true } }
  func faint() -> Style { with { $0.isFaint = true } }
  func underlined() -> Style { with { $0.isUnderlined = true } }
  func reversed() -> Style { with { $0.isReversed = true } }
  func coloured(_ colour: CodeColour?) -> Style { with { $0.colour = colour ?? $0.colour } }

  private func with(_ change: (inout Style) -> Void) -> Style {
    var style = self
    change(&style)
    return style
  }
}

/// A line on the screen: runs of text, each in one style.
public struct StyledLine: Hashable, Sendable {
  public struct Run: Hashable, Sendable {
    public var text: String
    public var style: Style
  }

  public private(set) var runs: [Run] = []
  /// In columns.
  public private(set) var width = 0

  public init() {}

  init(_ text: some StringProtocol, _ style: Style = .plain) { append(text, style) }

  /// Adds text as it may be sent to a terminal.
  mutating func append(_ text: some StringProtocol, _ style: Style = .plain) {
    for character in text { append(character, style) }
  }

  mutating func append(_ character: Character, _ style: Style) {
    let (text, columns) = TerminalText.shown(character)
    guard !text.isEmpty else { return }
    if let last = runs.last, last.style == style {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
    width += columns
  }

  mutating func append(_ line: StyledLine) {
    for run in line.runs { append(run.text, run.style) }
  }

  /// Adds blanks up to a column.
  mutating func pad(to column: Int, _ style: Style = .plain) {
    if column > width { append(String(repeating: " ", count: column - width), style) }
  }

  /// At most so many columns.
  func cut(to columns: Int) -> StyledLine {
    guard width > columns else { return self }
    var line = StyledLine()
    for run in runs {
      for character in run.text {
        if line.width + TerminalText.shown(character).width > columns { return line }
        line.append(character, run.style)
      }
    }
    return line
  }

  public var text: String { runs.map(\.text).joined() }
}

/// All that is on the screen.
public struct Frame: Equatable, Sendable {
  public var lines: [StyledLine]
  /// Where the cursor stands, from 0; nil where it is hidden.
  public var cursor: (column: Int, row: Int)?

  public init(lines: [StyledLine], cursor: (column: Int, row: Int)? = nil) {
    self.lines = lines
    self.cursor = cursor
  }

  public static func == (a: Frame, b: Frame) -> Bool {
    a.lines == b.lines && a.cursor?.column == b.cursor?.column && a.cursor?.row == b.cursor?.row
  }

  /// The letters without their styles, blanks at the ends of lines left out.
  public var text: String {
    lines.map { line in
      var text = line.text
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }
}
