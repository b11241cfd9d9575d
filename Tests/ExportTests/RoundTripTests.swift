import Export
import Foundation
import Model
import TestSupport
import Testing

/// Tables by chance, written and read back by others' readers.
struct RoundTripTests {
  private static let kinds: [Table.Kind] = [.text, .count, .percent, .number, .time]
  private static let pieces = [
    "a", "é", "😀", "\"", "'", ",", ";", "\t", "\n", "=", "+", "-", "@", " ", "|", "\\", "null", "1", ".", "{}",
    "e\u{301}",
  ]

  private static func table(_ seed: UInt64) -> Table {
    var generator = SeededGenerator(seed: seed)
    let columns = (0..<Int.random(in: 2...5, using: &generator)).map { number in
      Table.Column("c\(number)", "Head \(number)", kinds.randomElement(using: &generator) ?? .text)
    }
    let rows = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      columns.map { cell($0.kind, &generator) }
    }
    return Table(title: "T", columns: columns, rows: rows, notes: [.init("Unit", "cases")])
  }

  private static func cell(_ kind: Table.Kind, _ generator: inout SeededGenerator) -> Table.Cell {
    switch (kind, Int.random(in: 0...9, using: &generator)) {
    case (_, 0): return .none
    case (.text, _):
      // An empty cell is one that is absent.
      let words = (0..<Int.random(in: 1...6, using: &generator)).compactMap { _ in
        pieces.randomElement(using: &generator)
      }
      return .text(words.joined())
    case (.count, _): return .count(Int.random(in: -5...2_000_000, using: &generator))
    case (_, 1):
      return .number(
        [-Double.infinity, .infinity, 1e300, -0.1, Double.leastNormalMagnitude].randomElement(using: &generator) ?? 0)
    default: return .number(Double.random(in: -100...100, using: &generator))
    }
  }

  @Test("CSV and TSV read back give the same cells", arguments: [ExportFormat.csv, .tsv])
  func delimited(format: ExportFormat) {
    for seed in 0..<400 {
      let table = Self.table(UInt64(seed))
      let records = DelimitedText(format.text(table)).records
      #expect(records.first?.fields == table.columns.map(\.key))
      let rows = records.dropFirst().map { record in
        zip(record.fields, table.columns).map { Self.read($0, $1.kind) }
      }
      #expect(rows == table.rows.filter { $0.contains { $0 != .none } || $0.count > 1 }, "seed \(seed)")
    }
  }

  @Test("JSON read back gives the same table")
  func json() throws {
    for seed in 0..<400 {
      let table = Self.table(UInt64(seed))
      let read = try JSONDecoder().decode(Document.self, from: Data(ExportFormat.json.text(table).utf8))
      #expect(read.columns == table.columns.map { ["key": $0.key, "heading": $0.heading, "kind": "\($0.kind)"] })
      #expect(read.title == table.title && read.notes == ["Unit": "cases"])
      #expect(read.rows.map { row in table.columns.map { Self.read(row, $0) } } == table.rows, "seed \(seed)")
    }
  }

  private struct Document: Decodable {
    var title: String
    var notes: [String: String]
    var columns: [[String: String]]
    var rows: [[String: Value]]
  }

  private enum Value: Decodable {
    case null
    case number(Double)
    case text(String)
    case infinite([String: String])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else {
        self = .infinite(try value.decode([String: String].self))
      }
    }
  }

  /// As `Exchange` reads a cell: an apostrophe before what looks like a formula is none of its words.
  private static func read(_ cell: String, _ kind: Table.Kind) -> Table.Cell {
    guard !cell.isEmpty else { return .none }
    guard kind == .text else {
      return kind == .count ? Int(cell).map { .count($0) } ?? .none : Double(cell).map { .number($0) } ?? .none
    }
    let scalars = cell.unicodeScalars
    let first = scalars.first { $0 != "'" }
    let isFormula = first.map { "=+-@".unicodeScalars.contains($0) || $0.value < 0x20 } ?? false
    return .text(isFormula && scalars.first == "'" ? String(scalars.dropFirst()) : cell)
  }

  private static func read(_ row: [String: Value], _ column: Table.Column) -> Table.Cell {
    if case .infinite(let all) = row["infinite"], let sign = all[column.key] {
      return .number(sign == "inf" ? .infinity : -.infinity)
    }
    return switch row[column.key] {
    case .text(let text): .text(text)
    case .number(let number): column.kind == .count ? .count(Int(number)) : .number(number)
    default: .none
    }
  }
}
