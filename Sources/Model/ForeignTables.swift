/// The tables of another program's database as plain values.
public struct ForeignTables: Equatable, Sendable {
  public enum Cell: Equatable, Sendable {
    case none
    case integer(Int64)
    case number(Double)
    case text(String)
  }

  public struct Table: Equatable, Sendable {
    /// In small letters.
    public var columns: [String]
    public var rows: [[Cell]]

    public init(_ columns: [String], _ rows: [[Cell]] = []) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// By their names in small letters.
  public var tables: [String: Table]

  public init(_ tables: [String: Table] = [:]) { self.tables = tables }

  public subscript(_ name: String) -> [Row] {
    guard let table = tables[name] else { return [] }
    let places = Dictionary(
      table.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return table.rows.map { Row(places: places, cells: $0) }
  }

  public func has(_ table: String, columns: [String]) -> Bool {
    tables[table].map { table in columns.allSatisfy(table.columns.contains) } ?? false
  }

  /// A row with its cells by name; a column that is not there is empty.
  public struct Row: Sendable {
    let places: [String: Int]
    let cells: [Cell]

    public subscript(_ column: String) -> Cell { places[column].map { cells[$0] } ?? .none }

    /// A text with something in it.
    public func text(_ column: String) -> String? {
      switch self[column] {
      case .text(let text): text.trimmed.isEmpty ? nil : text
      case .integer(let number): "\(number)"
      case .number(let number): "\(number)"
      case .none: nil
      }
    }

    /// A whole number, whatever it is kept as.
    public func number(_ column: String) -> Int? {
      switch self[column] {
      case .integer(let number): Int(exactly: number)
      case .number(let number): Int(exactly: number)
      case .text(let text): Int(text.trimmed)
      case .none: nil
      }
    }
  }
}
