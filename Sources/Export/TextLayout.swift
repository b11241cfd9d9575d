/// A column as text, with the width it is given.
struct TextColumn: Equatable {
  let head: String
  let cells: [String]
  let isNumeric: Bool
  let group: String?
  /// From 0 to 1 for the cells of a matrix; as long as the cells, or empty.
  var heat: [Double?] = []
  /// In terminal columns.
  var width: Int
  /// The least width in which nothing has to be cut: numbers do not wrap, heads do between words.
  let narrowest: Int

  init(head: String, cells: [String], isNumeric: Bool, group: String? = nil) {
    self.head = head
    self.cells = cells
    self.isNumeric = isNumeric
    self.group = group
    let widestCell = cells.reduce(0) { max($0, DisplayWidth.of($1)) }
    let longestWord = head.split(separator: " ").reduce(0) { max($0, DisplayWidth.of(String($1))) }
    width = max(widestCell, DisplayWidth.of(head))
    narrowest = isNumeric ? max(widestCell, longestWord) : min(width, max(longestWord, TextLayout.leastText))
  }
}

/// Decides how wide columns are, and which stand together where the table is wider than the page.
enum TextLayout {
  static let gap = 2
  /// Text is not wrapped to less than this.
  static let leastText = 16

  /// The columns in blocks that fit `width`, each with the row heads in front; one block when nothing has to fit.
  ///
  /// What moves sideways stays in one block.
  static func blocks(of columns: [TextColumn], width: Int?, movesSideways: Bool = false) -> [[TextColumn]] {
    guard let width, total(columns) > width else { return [columns] }
    if let narrowed = narrowed(columns, to: width) { return [narrowed] }
    if movesSideways { return [columns.map { $0.isNumeric ? narrow($0) : readable($0) }] }
    let rowHeadCount = max(1, columns.prefix { !$0.isNumeric }.count)
    guard rowHeadCount < columns.count else { return [columns.map(narrow)] }
    let rowHeads = shrunk(Array(columns.prefix(rowHeadCount)), to: width / 2, least: 1)
    return blocks(of: Array(columns.dropFirst(rowHeadCount)), besides: rowHeads, width: width)
  }

  private static func total(_ columns: [TextColumn]) -> Int {
    columns.reduce(0) { $0 + $1.width + gap } - gap
  }

  private static func narrow(_ column: TextColumn) -> TextColumn {
    var column = column
    column.width = column.narrowest
    return column
  }

  /// As wide as its text is, up to what is easily read.
  private static func readable(_ column: TextColumn) -> TextColumn {
    var column = column
    column.width = min(column.width, max(column.narrowest, 40))
    return column
  }

  /// All columns side by side, heads and text wrapped; nil when they do not fit.
  private static func narrowed(_ columns: [TextColumn], to width: Int) -> [TextColumn]? {
    let fitting = shrunk(columns.map { $0.isNumeric ? narrow($0) : $0 }, to: width, least: nil)
    return total(fitting) <= width ? fitting : nil
  }

  /// Takes from the widest text column until all fit or none has anything left to give.
  private static func shrunk(_ columns: [TextColumn], to width: Int, least: Int?) -> [TextColumn] {
    var columns = columns
    while total(columns) > width {
      let givers = columns.indices.filter {
        !columns[$0].isNumeric && columns[$0].width > (least ?? columns[$0].narrowest)
      }
      guard let widest = givers.max(by: { columns[$0].width < columns[$1].width }) else { break }
      columns[widest].width -= 1
    }
    return columns
  }

  /// Fills block after block; the columns of a group stay together where they fit.
  private static func blocks(of columns: [TextColumn], besides rowHeads: [TextColumn], width: Int) -> [[TextColumn]] {
    var blocks: [[TextColumn]] = []
    var block = rowHeads
    func fits(_ added: [TextColumn], after block: [TextColumn]) -> Bool { total(block + added) <= width }
    for group in grouped(columns.map(narrow)) {
      let pieces = fits(group, after: rowHeads) ? [group] : group.map { [$0] }
      for piece in pieces {
        if block.count > rowHeads.count, !fits(piece, after: block) {
          blocks.append(block)
          block = rowHeads
        }
        block += piece
      }
    }
    return blocks + [block]
  }

  private static func grouped(_ columns: [TextColumn]) -> [[TextColumn]] {
    var groups: [[TextColumn]] = []
    for column in columns {
      if let last = groups.last?.last, last.group != nil, last.group == column.group {
        groups[groups.count - 1].append(column)
      } else {
        groups.append([column])
      }
    }
    return groups
  }
}
