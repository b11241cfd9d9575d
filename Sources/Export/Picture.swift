import Model

/// Something that can be drawn.
protocol Drawable {
  func draw() -> SVGCanvas
}

/// Which picture a table becomes.
enum Picture {
  /// What fits the shape of the table; nil when nothing does.
  static func kind(of table: Table) -> PictureKind? {
    if CodeLine(table, .en) != nil { return .codeline }
    if Accumulation(table, .en) != nil { return .curve }
    if table.isMatrix { return .heatmap }
    if table.columns.count(where: { $0.group == nil && $0.measure != nil }) > 1 { return .heatmap }
    if CodeNetwork(table)?.isOfPairs == true { return .network }
    return table.columns.contains { $0.kind == .count || $0.kind == .percent } ? .bars : nil
  }

  /// The picture that is asked for, or that fits the table; throws where neither can be drawn.
  static func of(_ table: Table, _ options: ExportOptions) throws(Problem) -> any Drawable {
    guard let kind = options.picture ?? Self.kind(of: table) else {
      throw Problem(
        "This result has no numbers to draw.", hint: "Draw what is counted: 'frequencies' or 'cooccurrence'.",
        kind: .usage)
    }
    guard !table.rows.isEmpty else {
      throw Problem("There is nothing to draw: the result has no rows.", kind: .nothingFound)
    }
    let picture: (any Drawable)? =
      switch kind {
      case .heatmap: NumberGrid(table, options).map { HeatMap(grid: $0) }
      case .bars: NumberGrid(bars: table, options).map { BarChart(grid: $0) }
      case .stacked: try StackedBars(table, options)
      case .network: CodeNetwork(table).map { NetworkDrawing(network: $0, labels: options.labels) }
      case .curve: Accumulation(table, options.labels)
      case .codeline: CodeLine(table, options.labels)
      }
    guard let picture else { throw refusal(kind) }
    return picture
  }

  private static func refusal(_ kind: PictureKind) -> Problem {
    let needed =
      switch kind {
      case .heatmap: "a matrix: 'cooccurrence', 'matrix', or 'frequencies --by ATTRIBUTE'"
      case .bars, .stacked: "counts: 'frequencies' or 'frequencies --by ATTRIBUTE'"
      case .network: "codes that meet: 'cooccurrence'"
      case .curve: "the codes that are new in each transcript: 'saturation'"
      case .codeline: "segments and their codes: 'show TRANSCRIPT'"
      }
    return Problem(
      "This result cannot be drawn as \(kind.rawValue).", hint: "That takes \(needed).", kind: .usage)
  }
}
