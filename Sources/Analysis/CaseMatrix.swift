public import Model

/// Cases or transcripts by codes, with what is known of them: a sheet for R, SPSS or a spreadsheet.
public struct CaseMatrix: Sendable {
  public enum Cells: String, CaseIterable, Sendable {
    /// Distinct codings; those of the codes below are added.
    case codings
    /// 1 where the unit has the code, 0 where it has not.
    case binary
    /// Words on which the code lies, each once.
    case words
  }

  public var tree: CodeTree
  /// As indices into the tree, in codebook order.
  public var codes: [Int]
  /// Cases or transcripts.
  public var unit: CountUnit
  public var cells: Cells

  public init(tree: CodeTree, codes: [Int], unit: CountUnit = .cases, cells: Cells = .codings) {
    self.tree = tree
    self.codes = codes
    self.unit = unit
    self.cells = cells
  }

  /// One row a unit: its name, its attributes, a column a code; a unit without codings has 0 everywhere.
  ///
  /// - Parameter attributes: columns of as many subjects as there are units.
  public func table(on ground: CountingGround, attributes: [AttributeColumn]) -> Table {
    let slots = CodeSlots(codes, tree: tree)
    let names = unit == .cases ? ground.cases : ground.transcripts
    let numbers = numbers(ground, slots)
    let rows = names.indices.map { row -> [Table.Cell] in
      let known = attributes.map { column -> Table.Cell in
        let values = column[row].map { column.values[Int($0)] }
        return values.isEmpty ? .none : .text(values.joined(separator: "|"))
      }
      let counts = numbers[(row * slots.count)..<((row + 1) * slots.count)]
      return [.text(names[row])] + known + counts.map { .count($0) }
    }
    let head = String(unit.rawValue.dropLast())
    let keys = Set(slots.codes.map { tree.keys[$0] } + [head])
    let heads = [Table.Column(head, unit.heading.dropLast().description, .text)]
    let ofAttributes = attributes.map { column in
      Table.Column(keys.contains(column.name) ? "attribute_\(column.name)" : column.name, column.name, .text)
    }
    let ofCodes = slots.codes.map { Table.Column(tree.keys[$0], tree.keys[$0], .count, measure: "count") }
    return Table(
      title: "\(unit.heading) by codes", columns: heads + ofAttributes + ofCodes, rows: rows,
      notes: notes(ground, rows.count))
  }

  /// Row by row, as many numbers as there are slots.
  private func numbers(_ ground: CountingGround, _ slots: CodeSlots) -> [Int] {
    guard cells != .words else { return words(ground, slots) }
    let rows = CodingsByUnit(ground, unit: unit)
    var numbers = [Int](repeating: 0, count: rows.unitCount * slots.count)
    for row in 0..<rows.unitCount {
      for code in rows[row] {
        slots.forEachSlot(countedBy: code) { slot in
          let place = row * slots.count + Int(slot)
          numbers[place] = cells == .binary ? 1 : numbers[place] + 1
        }
      }
    }
    return numbers
  }

  private func words(_ ground: CountingGround, _ slots: CodeSlots) -> [Int] {
    let rows = unit == .cases ? ground.cases.count : ground.transcripts.count
    var numbers = [Int](repeating: 0, count: rows * slots.count)
    CoveredWords.forEachNewStretch(of: ground.codings, slots: slots) { slot, transcript, start, end in
      let row = unit == .cases ? Int(ground.caseOfTranscript[transcript]) : transcript
      guard row >= 0 else { return }
      let starts = ground.wordStarts[transcript]
      numbers[row * slots.count + slot] += starts.firstIndex(notBelow: end) - starts.firstIndex(notBelow: start)
    }
    return numbers
  }

  private func notes(_ ground: CountingGround, _ rows: Int) -> [Table.Note] {
    let counted =
      switch cells {
      case .codings: "distinct codings"
      case .binary: "1 where the \(unit.rawValue.dropLast()) has the code, else 0"
      case .words: "words on which the code lies, each once"
      }
    return [
      Table.Note("Unit", unit.rawValue), Table.Note("Base", unit.counted(rows)), Table.Note("Cells", counted),
    ] + (unit == .cases ? CountingGround.noteOnTranscriptsWithoutCase([ground]) : [])
      + tree.noteOnParents(among: codes, counting: cells == .codings ? .codings : unit)
  }
}
