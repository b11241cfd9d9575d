import Packages

/// Reads the cells of one sheet of an Excel file into a grid.
struct SpreadsheetCells {
  private(set) var grid: CellGrid
  /// The places of formulas of which the file does not hold the result.
  private(set) var uncalculated: [String] = []
  /// The places of cells that show an error, such as `#N/A`.
  private(set) var errors: [String] = []
  private(set) var merged: [String] = []

  private let strings: [Range<Int>]
  private let styles: SpreadsheetStyles
  private let from1904: Bool
  private var line = 0
  private var cell = Cell()
  private var words: [UInt8] = []
  private var place = Place.nowhere
  private var phonetic = 0

  private static let lastColumn = 16_384
  private static let lastLine = 1_048_576

  private enum Place { case nowhere, value, inline }

  private struct Cell {
    var column = 0
    var type = ""
    var style = 0
    var hasFormula = false
  }

  /// `grid` holds the shared strings at the places `strings`; nil when the sheet is damaged.
  init?(
    _ xml: [UInt8], grid: CellGrid, strings: [Range<Int>], styles: SpreadsheetStyles, from1904: Bool
  ) {
    self.grid = grid
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    let isWhole = XMLEvents.walk(xml) { event in
      switch event {
      case .start(let element): open(element)
      case .text(let part): if place != .nowhere { words.append(contentsOf: part) }
      case .end(let element): close(element)
      }
    }
    guard isWhole else { return nil }
  }

  private mutating func open(_ element: XMLElement) {
    switch element.name {
    case "c":
      let next = cell.column + 1
      cell = Cell(column: next)
      if let reference = element.attribute("r"), let column = Self.column(of: reference) { cell.column = column }
      cell.type = element.attribute("t") ?? ""
      cell.style = element.attribute("s").flatMap { Int($0) } ?? 0
      words.removeAll(keepingCapacity: true)
    case "v": place = .value
    case "t": if phonetic == 0 { place = .inline }
    case "f": cell.hasFormula = true
    case "row":
      line = min(element.attribute("r").flatMap { Int($0) } ?? line + 1, Self.lastLine + 1)
      cell.column = -1
    case "rPh": phonetic += 1
    case "mergeCell": merged.append(element.attribute("ref") ?? "")
    default: break
    }
  }

  private mutating func close(_ element: XMLElement) {
    switch element.name {
    case "v", "t": place = .nowhere
    case "c": endCell()
    case "row": grid.endRow(line: line)
    case "rPh": phonetic -= 1
    default: break
    }
  }

  private mutating func endCell() {
    guard cell.column >= 0, cell.column < Self.lastColumn, line > 0, line <= Self.lastLine else { return }
    if words.isEmpty {
      if cell.hasFormula, cell.type != "str" { uncalculated.append(name) }
      return
    }
    switch cell.type {
    case "s":
      if let index = Int(String(decoding: words, as: UTF8.self)), strings.indices.contains(index) {
        grid.fill(cell.column, strings[index])
      }
    case "b": keep(words == [0x30] ? Array("FALSE".utf8) : Array("TRUE".utf8))
    case "e": errors.append(name)
    case "d": keep(Self.date(words))
    case "", "n": keep(SpreadsheetNumber.text(words, styles[cell.style], from1904: from1904))
    default: keep(SpreadsheetText.canonical(words))
    }
  }

  private mutating func keep(_ text: [UInt8]) { grid.fill(cell.column, grid.keep(text)) }

  /// `2022-04-14T00:00:00` without a time of no meaning.
  private static func date(_ words: [UInt8]) -> [UInt8] {
    var words = words
    if words.last == UInt8(ascii: "Z") { words.removeLast() }
    guard let cut = words.firstIndex(of: UInt8(ascii: "T")) else { return words }
    return words[cut...].dropFirst().allSatisfy { $0 == 0x30 || $0 == ASCII.colon || $0 == UInt8(ascii: ".") }
      ? Array(words[..<cut]) : words
  }

  /// `C7`.
  private var name: String {
    var letters = ""
    var rest = cell.column + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + "\(line)"
  }

  /// The column of `C7`, from 0.
  private static func column(of reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A else { break }
      column = column * 26 + Int((byte | 0x20) - 0x60)
      if column > lastColumn { return lastColumn }
    }
    return column > 0 ? column - 1 : nil
  }
}
