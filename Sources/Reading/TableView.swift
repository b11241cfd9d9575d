public import Workbench

/// A table on the whole screen: its heads stay in sight while its rows move, the names of its rows while its columns do.
///
/// Keys go in, frames come out. Knows no terminal.
public struct TableView: Sendable {
  private let lines: [Substring]
  private let head: FrozenHead
  /// Those of the table itself; what stands before and after it does not move sideways.
  private let table: Range<Int>
  /// In columns of the terminal.
  private let tableWidth: Int
  private var width: Int
  private var height: Int
  /// The first line below the heads.
  private var top = 0
  /// How many columns of the terminal are hidden between the names of the rows and what is seen.
  private var hidden = 0
  /// While words to look for are typed.
  private var typed: String?
  private var wanted = ""
  /// The line where they were found last.
  private var hit: Int?
  private var notice: String?

  /// `text` is a table as it is written to a terminal.
  public init(_ text: String, keeping head: FrozenHead, width: Int, height: Int) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    self.head = FrozenHead(
      lines: min(head.lines, lines.count), columns: head.columns, stops: head.stops)
    let title = head.lines > 2 && lines.count > 1 && lines[1].isEmpty ? 2 : 0
    let end = lines[min(head.lines, lines.count)...].firstIndex { $0.isEmpty } ?? lines.count
    table = title..<max(title, end)
    tableWidth = lines[table].prefix(head.lines).reduce(0) { max($0, StyledLine(escaped: $1).width) }
    (self.width, self.height) = (width, height)
    top = first
  }

  /// The terminal has another size.
  public mutating func resize(width: Int, height: Int) {
    let former = first
    (self.width, self.height) = (width, height)
    if top == former { top = first }
    hidden = min(hidden, mostHidden)
    move(to: top)
  }

  // Where the window is too small for heads and a few rows, all moves.
  private var frozenLines: Int { height >= head.lines + 4 ? head.lines : 0 }
  private var frozenColumns: Int { head.columns + 12 <= width ? head.columns : 0 }
  private var first: Int { frozenLines }
  private var shownLines: Int { max(0, height - 1 - frozenLines) }
  private var page: Int { max(1, shownLines) }
  private var last: Int { max(first, lines.count - page) }
  private var mostHidden: Int { max(0, tableWidth - width) }

  /// False when the person leaves.
  public mutating func press(_ key: Key) -> Bool {
    if let typed { return press(key, typing: typed) }
    notice = nil
    if key != .letter("n"), key != .letter("N") { hit = nil }
    switch key {
    case .letter("q"), .letter("Q"), .escape, .control("q"), .control("c"): return false
    case .down, .enter, .letter("j"): move(to: top + 1)
    case .up, .backspace, .letter("k"): move(to: top - 1)
    case .pageDown, .letter(" "), .letter("f"): move(to: top + page)
    case .pageUp, .letter("b"): move(to: top - page)
    case .home, .letter("g"): move(to: first)
    case .end, .letter("G"): move(to: last)
    case .right, .letter("l"): moveRight()
    case .left, .letter("h"): moveLeft()
    case .letter("/"): typed = ""
    case .letter("n"): find(forward: true)
    case .letter("N"): find(forward: false)
    default: break
    }
    return true
  }

  private mutating func press(_ key: Key, typing: String) -> Bool {
    switch key {
    case .letter(let letter): typed = typing + String(letter)
    case .paste(let text): typed = typing + text.prefix { !$0.isNewline }
    case .backspace where !typing.isEmpty: typed = String(typing.dropLast())
    case .enter:
      typed = nil
      if !typing.isEmpty { wanted = typing.lowercased() }
      find(forward: true, from: top)
    case .backspace, .escape, .control("c"), .control("q"): typed = nil
    default: break
    }
    return true
  }

  private mutating func move(to line: Int) { top = min(max(first, line), last) }

  private mutating func moveRight() {
    guard hidden < mostHidden else { return }
    let next = head.stops.map { $0 - frozenColumns }.first { $0 > hidden }
    hidden = next ?? min(mostHidden, hidden + 8)
  }

  private mutating func moveLeft() {
    hidden = head.stops.map { $0 - frozenColumns }.last { $0 < hidden && $0 > 0 } ?? 0
  }

  private mutating func find(forward: Bool, from line: Int? = nil) {
    guard !wanted.isEmpty else { return }
    let start = line ?? (hit ?? top) + (forward ? 1 : -1)
    let below = Array(max(first, start)..<max(first, start, lines.count))
    let places = forward ? below : Array(first..<max(first, start + 1)).reversed()
    guard let found = places.first(where: { column(in: lines[$0]) != nil }) else {
      notice = "'\(wanted)' does not stand \(forward ? "further down" : "further up")."
      return
    }
    move(to: found)
    hit = found
    if table.contains(found), let column = column(in: lines[found]) { bringIntoSight(column) }
  }

  /// Where in a line the words that are looked for stand.
  private func column(in line: Substring) -> Int? {
    guard line.lowercased().contains(wanted) else { return nil }
    let text = StyledLine(escaped: line).text.lowercased()
    return text.firstRange(of: wanted).map { TerminalText.width(of: text[..<$0.lowerBound]) }
  }

  private mutating func bringIntoSight(_ column: Int) {
    let end = column + TerminalText.width(of: wanted)
    guard column >= frozenColumns, column < frozenColumns + hidden || end > hidden + width else { return }
    let stops = head.stops.map { $0 - frozenColumns }
    hidden = end <= width ? 0 : min(mostHidden, stops.last { $0 <= column - frozenColumns } ?? 0)
    if end > hidden + width { hidden = min(mostHidden, end - width) }
  }

  /// What is on the screen now.
  public func draw() -> Frame {
    var shown = lines[..<frozenLines].indices.map(line)
    shown += (top..<max(top, min(lines.count, top + shownLines))).map(line)
    shown += Array(repeating: StyledLine(), count: max(0, height - 1 - shown.count))
    shown.append(status.cut(to: width))
    return Frame(lines: shown, cursor: typed == nil ? nil : (column: min(width - 1, status.width), row: height - 1))
  }

  private func line(_ number: Int) -> StyledLine {
    let whole = StyledLine(escaped: lines[number]).marking(wanted)
    guard table.contains(number), hidden > 0 else { return whole.cut(to: width) }
    var line = whole.cut(to: frozenColumns)
    line.pad(to: frozenColumns)
    line.append(whole.dropping(frozenColumns + hidden).cut(to: width - frozenColumns))
    return line
  }

  private var status: StyledLine {
    if let typed { return StyledLine("Find: " + typed) }
    if let notice { return StyledLine(" " + notice, .reversed) }
    var parts = ["lines \(top - first + 1) to \(min(lines.count, top + shownLines) - first) of \(lines.count - first)"]
    if hidden > 0 { parts.append("← more") }
    if hidden < mostHidden { parts.append("→ more") }
    return StyledLine(" " + parts.joined(separator: ", ") + "   q leaves, / finds, g and G go to the ends", .faint)
  }
}
