public import Model
import Packages

/// An Excel file (`.xlsx`): its sheets, as rows of text.
///
/// Numbers are as people read them (`12`, `0.3`), dates are ISO 8601, errors and formulas without a result are empty.
public struct SpreadsheetFile: Sendable {
  private let file: SourceFile
  private let parts: SpreadsheetParts

  /// Whether the bytes are an Excel file, whatever it is called.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    FileSignature.of(bytes) == .zip && SpreadsheetParts.workbook(of: bytes) != nil
  }

  public init(_ file: SourceFile) throws(IntakeProblem) {
    self.file = file
    if file.bytes.isEmpty { throw Self.refusal(of: file, "'\(file.shortName)' is empty.") }
    switch FileSignature.of(file.bytes) {
    case .ole:
      throw Self.refusal(
        of: file, "'\(file.shortName)' has a password, or is an old Excel file under a new name.",
        hint: "Open it in Excel and save it as .xlsx, without a password.")
    case .zip:
      guard let parts = SpreadsheetParts(file.bytes) else { fallthrough }
      self.parts = parts
    default: throw Self.refusal(of: file, "'\(file.shortName)' is no Excel file, or is cut off.")
    }
    guard !parts.sheets.isEmpty else { throw Self.refusal(of: file, "'\(file.shortName)' holds no sheets.") }
  }

  /// The sheets in their order, hidden ones too.
  public var sheetNames: [String] { parts.sheets.map(\.name) }

  /// Reads the sheet of that name, capitals aside; without a name, the first that is not hidden.
  ///
  /// Hidden rows and columns are read. Of cells that were merged only the first has words.
  public func sheet(_ name: String? = nil) throws(IntakeProblem) -> SpreadsheetSheet {
    let named = parts.sheets.first { sheet in name.map { $0.lowercased() == sheet.name.lowercased() } ?? !sheet.isHidden
    }
    guard let sheet = named ?? (name == nil ? parts.sheets.first : nil) else {
      throw IntakeProblem(
        file: file.name, "'\(file.shortName)' has no sheet '\(name ?? "")'.", .refused,
        hint: "Its sheets are: \(sheetNames.map { "'\($0)'" }.joined(separator: ", ")).")
    }
    var grid = CellGrid()
    var strings: [Range<Int>] = []
    var styles = SpreadsheetStyles()
    if let part = parts.strings {
      guard let read = SpreadsheetText.shared(try unpacked(part), into: &grid) else { throw damaged }
      strings = read
    }
    if let part = parts.styles {
      guard let read = SpreadsheetStyles(try unpacked(part)) else { throw damaged }
      styles = read
    }
    let xml = try unpacked(sheet.part)
    guard
      let cells = SpreadsheetCells(xml, grid: grid, strings: strings, styles: styles, from1904: parts.from1904)
    else { throw damaged }
    guard cells.grid.length <= 1 << 30 else {
      throw Self.refusal(of: file, "The cells of '\(file.shortName)' hold more than 1 GB of text.")
    }
    return SpreadsheetSheet(name: sheet.name, file: file, cells: cells)
  }

  private func unpacked(_ part: String) throws(IntakeProblem) -> [UInt8] {
    switch ZipArchive.entry(part, in: file.bytes) {
    case .bytes(let bytes): return bytes
    case .locked:
      throw Self.refusal(of: file, "'\(file.shortName)' has a password.", hint: "Save it without a password.")
    case .tooLarge:
      throw Self.refusal(of: file, "'\(file.shortName)' unpacks to more than 512 MB.", hint: "Save it as .csv.")
    case .noArchive, .noEntry, .broken: throw damaged
    }
  }

  private var damaged: IntakeProblem {
    Self.refusal(of: file, "'\(file.shortName)' is damaged and cannot be unpacked.")
  }

  private static func refusal(of file: SourceFile, _ text: String, hint: String? = nil) -> IntakeProblem {
    IntakeProblem(
      file: file.name, text, .refused, hint: hint ?? "Open it in Excel or LibreOffice and save it anew as .xlsx.")
  }
}

/// One sheet of an Excel file.
public struct SpreadsheetSheet: Sendable {
  public let name: String
  /// What could not be read as it was meant: formulas without result, errors, merged cells.
  public let problems: [IntakeProblem]
  let grid: CellGrid
  private let file: SourceFile

  init(name: String, file: SourceFile, cells: SpreadsheetCells) {
    self.name = name
    self.file = file
    grid = cells.grid
    problems = Self.problems(of: cells, in: file)
  }

  /// The rows with their numbers as Excel shows them, each at least as long as the first; rows without words are left out.
  ///
  /// Refused when a sheet of few words is so wide that its empty cells would fill the memory.
  public func records() throws(IntakeProblem) -> [DelimitedText.Record] {
    let width = grid.rows.first.flatMap { grid.cells(of: $0).last }.map { $0.column + 1 } ?? 0
    var room = 10_000_000
    var records: [DelimitedText.Record] = []
    for row in grid.rows {
      let cells = grid.cells(of: row)
      let count = max(width, (cells.last?.column ?? -1) + 1)
      room -= count - cells.count
      guard room > 0 else {
        throw IntakeProblem(
          file: file.name, line: row.line, "'\(file.shortName)' has more than 10 million empty cells among the others.",
          .refused)
      }
      var fields = [String](repeating: "", count: count)
      for cell in cells { fields[cell.column] = grid.text(cell) }
      records.append(DelimitedText.Record(line: row.line, fields: fields))
    }
    return records
  }

  private static func problems(of cells: SpreadsheetCells, in file: SourceFile) -> [IntakeProblem] {
    var problems: [IntakeProblem] = []
    if let first = cells.uncalculated.first {
      let count = counted(cells.uncalculated.count, "formula has", "formulas have")
      problems.append(
        IntakeProblem(
          file: file.name, "\(count) no result in the file and read as empty, the first at \(first).", .warning,
          hint: "Open the file in Excel or LibreOffice and save it; then the results are in it."))
    }
    if let first = cells.errors.first {
      let count = counted(cells.errors.count, "cell shows", "cells show")
      problems.append(
        IntakeProblem(
          file: file.name, "\(count) an error such as #N/A and read as empty, the first at \(first).", .note))
    }
    if let first = cells.merged.first {
      let count = counted(cells.merged.count, "group of cells is", "groups of cells are")
      problems.append(
        IntakeProblem(
          file: file.name, "\(count) merged, the first at \(first); only the first cell of a group has its words.",
          .note))
    }
    return problems
  }
}
