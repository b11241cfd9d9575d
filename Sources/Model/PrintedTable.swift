/// A table of a report as it was printed: counts, what they are of, and the percentages beside them.
public struct PrintedTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    /// In the file, from 1.
    public var line: Int
    /// Which of several tables, or which columns of a wide one: `2.7a`, `po`; empty where there is one.
    public var part: String
    public var label: String
    public var count: Int?
    /// What the count is of.
    public var base: Int?
    public var percent: PrintedPercent?

    public init(
      line: Int, part: String = "", label: String, count: Int? = nil, base: Int? = nil, percent: PrintedPercent? = nil
    ) {
      self.line = line
      self.part = part
      self.label = label
      self.count = count
      self.base = base
      self.percent = percent
    }

    /// Whether it says of itself that it is the sum of those above.
    public var isTotal: Bool {
      let word = label.lowercased().prefix { $0.isLetter }
      return ["totaal", "total", "eindtotaal", "subtotaal", "subtotal"].contains(word)
    }
  }

  public var rows: [Row]
  /// How the columns were taken, as sentences.
  public var remarks: [String]

  public init(rows: [Row], remarks: [String] = []) {
    self.rows = rows
    self.remarks = remarks
  }

  /// Whether a number is small enough to be worked with: no report counts a thousand million.
  public static func isCount(_ number: Int) -> Bool { (0...1_000_000_000).contains(number) }
}
