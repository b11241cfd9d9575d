import Model

/// The counts behind a crosstab, and what its cells and notes are made of them.
struct CrosstabSheet {
  let crosstab: Crosstab
  let slots: CodeSlots
  private let whole: CrosstabCounts
  private let wholeGround: CountingGround
  let values: [String]
  private let isMissing: [Bool]
  private let columns: [CrosstabCounts]
  /// Units in columns that have a value, counted once and counted in each column.
  private let valued: (once: Int, each: Int)

  init(_ crosstab: Crosstab, whole: CountingGround, parts all: [GroundPartition.Part]) {
    self.crosstab = crosstab
    let slots = CodeSlots(crosstab.codes, tree: crosstab.tree)
    let nearest = NearestCodes(slots, tree: crosstab.tree)
    self.slots = slots
    wholeGround = whole
    self.whole = CrosstabCounts(whole, unit: crosstab.unit, slots: slots, nearest: nearest)
    let isCases = crosstab.unit == .cases
    // Transcripts without a case are no case of which something is missing.
    let parts = all.filter { !$0.isMissing || !(isCases ? $0.ground.cases : $0.ground.transcripts).isEmpty }
    values = parts.map(\.value)
    isMissing = parts.map(\.isMissing)
    columns = parts.map { CrosstabCounts($0.ground, unit: crosstab.unit, slots: slots, nearest: nearest) }
    let named = parts.filter { !$0.isMissing }.map { isCases ? $0.ground.cases : $0.ground.transcripts }
    valued = (Set(named.joined()).count, named.reduce(0) { $0 + $1.count })
  }

  var hasWords: Bool { whole.words != nil }

  /// A name no value of the attribute has.
  func freeName(_ wanted: String) -> String {
    var name = wanted
    while values.contains(name) { name += "_" }
    return name
  }

  func heads(_ slot: Int) -> [Table.Cell] {
    [.text(crosstab.tree.keys[slots.codes[slot]]), .text(crosstab.tree.names[slots.codes[slot]])]
  }

  /// A cell of a column, or of all of them together.
  func cell(_ measure: CrosstabMeasure, _ slot: Int, _ part: Int?) -> Table.Cell {
    let column = part.map { columns[$0] } ?? whole
    let interval = WilsonInterval.bounds(of: column.units[slot], among: column.allUnits)
    switch measure {
    case .codings: return .count(column.codings[slot])
    case .units: return .count(column.units[slot])
    case .allUnits: return .count(column.allUnits)
    case .codedUnits: return .count(column.codedUnits)
    case .words: return column.words.map { .count($0) } ?? .none
    case .rowPercent: return percent(column.codings[slot], whole.codings[slot])
    case .columnPercent: return percent(column.codings[slot], column.allCodings)
    case .totalPercent: return percent(column.codings[slot], whole.allCodings)
    case .unitPercent: return percent(column.units[slot], column.allUnits)
    case .responsePercent: return percent(column.units[slot], column.responses)
    case .low: return interval.map { .number(100 * $0.low) } ?? .none
    case .high: return interval.map { .number(100 * $0.high) } ?? .none
    case .equalWeightPercent: return column.equalWeightPercent(slot).map { .number($0) } ?? .none
    case .perThousandWords:
      guard let words = column.words, words > 0 else { return .none }
      return .number(1000 * Double(column.codings[slot]) / Double(words))
    case .expected: return place(part).flatMap { test(slot)?.expected($0) }.map { .number($0) } ?? .none
    case .residual: return place(part).flatMap { test(slot)?.adjustedResidual($0) }.map { .number($0) } ?? .none
    }
  }

  private func percent(_ count: Int, _ n: Int) -> Table.Cell {
    n == 0 ? .none : .number(100 * Double(count) / Double(n))
  }

  private var tested: [Int] { values.indices.filter { !isMissing[$0] } }

  private func place(_ part: Int?) -> Int? { part.flatMap { tested.firstIndex(of: $0) } }

  /// The code against the values; nil where a unit is in several columns.
  func test(_ slot: Int) -> ColumnTest? {
    guard valued.once == valued.each else { return nil }
    return ColumnTest(having: tested.map { columns[$0].units[slot] }, sizes: tested.map { columns[$0].allUnits })
  }

  /// Why there is no test, nil where there is one.
  func whyUntested(_ test: ColumnTest?) -> String? {
    guard let test else { return "some \(crosstab.unit.rawValue) have several values" }
    guard test.degreesOfFreedom == nil else { return nil }
    if test.sizes.count(where: { $0 > 0 }) < 2 { return "fewer than two values to compare" }
    return test.totalHaving == 0 ? "no \(singular) has it" : "every \(singular) has it"
  }

  private var singular: Substring { crosstab.unit.rawValue.dropLast() }

  func notes(_ measures: [CrosstabMeasure]) -> [Table.Note] {
    var notes = commonNotes
    if measures.contains(where: { [.rowPercent, .columnPercent, .totalPercent].contains($0) }) {
      notes.append(.init("Codings", "\(CountUnit.codings.counted(whole.allCodings)) of the codes of this table"))
    }
    if measures.contains(.residual), valued.once != valued.each {
      notes.append(.init("Expected", "empty, as some \(crosstab.unit.rawValue) have several values"))
    }
    return notes + [.rounding]
  }

  func testNotes(isSampled: Bool) -> [Table.Note] {
    let shuffled = "; \(FreemanHaltonTest.shuffles) shuffles where there are too many tables to go through"
    var notes =
      commonNotes + [
        Table.Note(
          "Tests",
          "over \(crosstab.unit.rawValue), those without a value left out. Turns of one interview are not independent of "
            + "each other, so they are never what is tested."),
        Table.Note("Exact", "Fisher's test as Freeman and Halton extend it" + (isSampled ? shuffled : "")),
        Table.Note("Adjusted", "Benjamini and Hochberg over the codes of this table that can be tested"),
      ]
    if crosstab.unit == .transcripts {
      notes.append(.init("Note", "Transcripts of one case may be alike; with --count cases each case counts once."))
    }
    return notes + [.rounding]
  }

  private var commonNotes: [Table.Note] {
    let base = zip(values, columns).map { "\($0): \(crosstab.unit.counted($1.allUnits))" }.joined(separator: ", ")
    var notes = [Table.Note("Unit", crosstab.unit.rawValue), Table.Note("Base", base)]
    if valued.once != valued.each {
      let several = "\(crosstab.unit.counted(valued.once)) with a value, counted in each column they belong to"
      notes.append(.init("Multiple response", several))
    }
    if crosstab.unit == .cases { notes += CountingGround.noteOnTranscriptsWithoutCase([wholeGround]) }
    return notes + crosstab.tree.noteOnParents(among: crosstab.codes, counting: crosstab.unit)
  }
}
