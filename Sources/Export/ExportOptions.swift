/// How a result is written, apart from its format.
public struct ExportOptions: Equatable, Sendable {
  /// The columns of the terminal, which only the text format looks at; nil when nothing has to fit.
  public var width: Int?
  /// Whether the text format may use terminal codes for bold heads and highlighted hits.
  public var colour: Bool
  /// The language of heads, note labels and numbers in text and Markdown; CSV, TSV and JSON are the same in any language.
  public var labels: LabelLanguage

  public init(width: Int? = nil, colour: Bool = false, labels: LabelLanguage = .en) {
    self.width = width
    self.colour = colour
    self.labels = labels
  }
}
