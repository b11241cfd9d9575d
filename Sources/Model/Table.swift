/// Rows and columns that any analysis becomes, with what was counted.
public struct Table: Equatable, Sendable {
  public var title: String
  public var columns: [Column]
  public var rows: [[Cell]]
  /// Unit, base, filter, coders: printed with every export.
  public var notes: [Note]
  /// How it was made; told under the notes.
  public var recipe: Recipe?

  public init(title: String, columns: [Column], rows: [[Cell]], notes: [Note] = [], recipe: Recipe? = nil) {
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
    self.recipe = recipe
  }

  public struct Column: Equatable, Sendable {
    /// The head in CSV: `po_count`.
    public var key: String
    /// The head for people.
    public var heading: String
    public var kind: Kind
    /// In a wide table the value the column belongs to (`po`, a code's key), so that it can be written in long form.
    public var group: String?
    /// In a wide table the name of the number within its group: `count`.
    public var measure: String?

    public init(_ key: String, _ heading: String, _ kind: Kind, group: String? = nil, measure: String? = nil) {
      self.key = key
      self.heading = heading
      self.kind = kind
      self.group = group
      self.measure = measure
    }
  }

  public enum Kind: Equatable, Sendable {
    case text
    /// A whole number.
    case count
    /// Of a hundred, unrounded.
    case percent
    case number
    /// Seconds.
    case time
  }

  public enum Cell: Equatable, Sendable {
    case text(String)
    case count(Int)
    /// Infinite values are written `inf` and `-inf`.
    case number(Double)
    /// Undefined or absent: an empty cell, never 0.
    case none
  }

  public struct Note: Equatable, Sendable {
    public var label: String
    public var text: String

    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }
}
