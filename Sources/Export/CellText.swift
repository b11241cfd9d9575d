import Model

/// Cells as a person reads them: whole percentages, three decimals, an en dash for what is undefined.
struct CellText {
  let labels: LabelLanguage

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
    case .percent where isSmall: return NumberText.whole(Int(number.rounded()), labels) + "%"
    case .count where isSmall && number == number.rounded(): return NumberText.whole(Int(number), labels)
    case .time: return NumberText.clock(number)
    case .percent, .count, .number, .text: return NumberText.rounded(number, labels)
    }
  }
}

extension Table.Kind {
  /// Numbers stand to the right of their column.
  var isNumeric: Bool { self != .text }
}
