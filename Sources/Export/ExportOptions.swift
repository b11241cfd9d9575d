/// How a result is written, apart from its format.
public struct ExportOptions: Equatable, Sendable {
  /// The columns of the terminal, which only the text format looks at; nil when nothing has to fit.
  public var width: Int?
  /// Whether the text format leaves a table in one piece that is wider than that, for a program that moves it sideways.
  public var movesSideways = false
  /// Whether the text format may use terminal codes for bold heads and highlighted hits.
  public var colour: Bool
  /// The language of heads, note labels and numbers where people read them; CSV, TSV and JSON are the same in any language.
  public var labels: LabelLanguage
  /// How many decimals percentages and other numbers have where people read them; nil for none and three.
  public var decimals: Int?
  public var rounding: Rounding
  /// What SVG draws; nil for what fits the table.
  public var picture: PictureKind?

  public init(
    width: Int? = nil, colour: Bool = false, labels: LabelLanguage = .en, decimals: Int? = nil,
    rounding: Rounding = .halfAwayFromZero, picture: PictureKind? = nil
  ) {
    self.width = width
    self.colour = colour
    self.labels = labels
    self.decimals = decimals
    self.rounding = rounding
    self.picture = picture
  }
}

/// How percentages are rounded; the raw value is what a person types.
public enum Rounding: String, CaseIterable, Sendable {
  /// Each for itself, a half away from zero.
  case halfAwayFromZero = "half"
  /// Columns that add up to 100 still do so when rounded; others half away from zero.
  case largestRemainder = "largest-remainder"
}

/// What a picture shows; the raw value is what a person types.
public enum PictureKind: String, CaseIterable, Sendable {
  case heatmap, bars, stacked, network, curve, codeline
}
