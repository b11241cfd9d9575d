import Model

/// Cells as a person reads them: whole percentages, three decimals, an en dash for what is undefined.
struct CellText {
  let labels: LabelLanguage
  /// Of percentages and other numbers, where it is not none and three.
  var decimals: Int?

  static let undefined = "–"

  func text(_ cell: Table.Cell, _ kind: Table.Kind) -> String {
    switch cell {
    case .none: Self.undefined
    case .text(let text): DisplayWidth.printable(text)
    case .count(let count): self.count(count, kind)
    case .number(let number): self.number(number, kind) ?? Self.undefined
    }
  }

  private func count(_ count: Int, _ kind: Table.Kind) -> String {
    switch kind {
    case .percent: NumberText.whole(count, labels) + "%"
    case .time: NumberText.clock(Double(count)) ?? Self.undefined
    case .text, .count, .number: NumberText.whole(count, labels)
    }
  }

  private func number(_ number: Double, _ kind: Table.Kind) -> String? {
    let isSmall = abs(number) < 1e15
    switch kind {
    case .percent where isSmall: return NumberText.rounded(number, labels, decimals: decimals ?? 0).map { $0 + "%" }
    case .count where isSmall && number == number.rounded(): return NumberText.whole(Int(number), labels)
    case .time: return NumberText.clock(number)
    case .percent, .count, .number, .text: return NumberText.rounded(number, labels, decimals: decimals ?? 3)
    }
  }
}

extension CellText {
  init(_ options: ExportOptions) { self.init(labels: options.labels, decimals: options.decimals) }
}

extension Table.Kind {
  /// Numbers stand to the right of their column.
  var isNumeric: Bool { self != .text }
}
