import Model

/// Reads the sheets that have a row for a unit and a coder.
struct JudgementRows {
  private var cells: SheetCells
  private var units = UnitNames(bytes: 0)
  private var coders = ShortNames()
  private var values = ShortNames()
  private var unit: [Int32] = []
  private var coder: [Int32] = []
  private var value: [Int32] = []
  private var line: [Int32] = []
  private var notes: [String] = []

  init(head: HeadLine, file: String) { cells = SheetCells(head: head, file: file) }

  private var head: HeadLine { cells.head }

  /// Reads `unit,coder,value`.
  func readValues(_ text: String, column: Int, _ request: AgreementSheet.Request) -> AgreementSheet.Reading {
    var rows = self
    guard rows.readRows(of: text, column: column, emptyIsMissing: true, request),
      let grouped = rows.grouped()
    else { return AgreementSheet.Reading(notes: rows.notes, problems: rows.cells.problems) }
    let names = rows.values.names
    guard let scheme = rows.scheme(names, request, called: "value", uses: { names[Int($0)] == $1 }) else {
      return AgreementSheet.Reading(notes: rows.notes, problems: rows.cells.problems)
    }
    let judgements = grouped.judgements(
      rows.value.map { scheme.places[Int($0)] }, of: scheme.names, isDeclared: request.values != nil)
    return AgreementSheet.Reading(sheet: .values(judgements), notes: rows.notes)
  }

  /// Reads `unit,coder,codes`.
  func readCodeSets(_ text: String, column: Int, _ request: AgreementSheet.Request) -> AgreementSheet.Reading {
    var rows = self
    guard rows.readRows(of: text, column: column, emptyIsMissing: false, request), let grouped = rows.grouped() else {
      return AgreementSheet.Reading(notes: rows.notes, problems: rows.cells.problems)
    }
    let lists = rows.values.names.map { cell in cell.split(separator: "|").map(\.trimmed).filter { !$0.isEmpty } }
    var seen: Set<String> = []
    let used = lists.joined().filter { seen.insert($0).inserted }
    guard let scheme = rows.scheme(Array(used), request, called: "code", uses: { lists[Int($0)].contains($1) })
    else {
      return AgreementSheet.Reading(notes: rows.notes, problems: rows.cells.problems)
    }
    let place = Dictionary(uniqueKeysWithValues: zip(used, scheme.places))
    let interned = Self.interned(lists.map { list in Array(Set(list.compactMap { place[$0] })).sorted() })
    let judgements = grouped.judgements(
      rows.value.map { interned.numbers[Int($0)] },
      of: interned.sets.map { set in set.map { scheme.names[Int($0)] }.joined(separator: "|") },
      isDeclared: request.values != nil)
    return AgreementSheet.Reading(
      sheet: .codeSets(CodeSetJudgements(codes: scheme.names, sets: interned.sets, judgements: judgements)),
      notes: rows.notes)
  }

  /// Each distinct set once, and for each given one its number.
  private static func interned(_ given: [[Int32]]) -> (sets: [[Int32]], numbers: [Int32]) {
    var known: [[Int32]: Int32] = [:]
    var sets: [[Int32]] = []
    let numbers = given.map { set in
      if let number = known[set] { return number }
      known[set] = Int32(sets.count)
      sets.append(set)
      return Int32(sets.count - 1)
    }
    return (sets, numbers)
  }

  /// Takes the rows; false when something does not fit.
  private mutating func readRows(
    of text: String, column: Int, emptyIsMissing: Bool, _ request: AgreementSheet.Request
  ) -> Bool {
    guard let unitColumn = required("unit"), let coderColumn = required("coder") else { return false }
    notes = head.notes(leavingOut: [unitColumn, coderColumn, column])
    let wanted = Set(request.coders.map(\.composed))
    let bytes = text.utf8.span
    units = UnitNames(bytes: bytes.count)
    reserve(bytes.count / 10)
    var previous = 0..<0
    var previousUnit: Int32 = -1
    while cells.advance(in: bytes) {
      let coderCell = cells.trimmed(coderColumn, in: bytes)
      guard !coderCell.isEmpty else {
        cells.refuse("There is no coder in this row.")
        continue
      }
      let by = coders.number(of: coderCell, in: bytes, text: SheetCells.trimmedText)
      if !wanted.isEmpty, !wanted.contains(coders.names[Int(by)]) { continue }
      let valueCell = cells.whole(column, in: bytes)
      if emptyIsMissing, cells.trimmed(column, in: bytes).isEmpty { continue }
      let unitCell = cells.trimmed(unitColumn, in: bytes)
      guard !unitCell.isEmpty else {
        cells.refuse("There is no unit in this row.")
        continue
      }
      if previousUnit < 0 || !Self.same(previous, unitCell, bytes) {
        previousUnit = unitNumber(unitCell, in: bytes)
      }
      previous = unitCell
      unit.append(previousUnit)
      coder.append(by)
      value.append(values.number(of: valueCell, in: bytes, text: SheetCells.text))
      line.append(Int32(truncatingIfNeeded: cells.line))
    }
    for name in request.coders where !coders.names.contains(name) {
      cells.refuse(
        "No coder named '\(name)'.", line: head.line,
        hint: "There are: \(coders.names.sorted().joined(separator: ", ")).")
    }
    return cells.problems.isEmpty
  }

  /// Room for about so many rows: where it must grow, memory is copied again and again.
  private mutating func reserve(_ rows: Int) {
    unit.reserveCapacity(rows)
    coder.reserveCapacity(rows)
    value.reserveCapacity(rows)
    line.reserveCapacity(rows)
  }

  /// Plain cells as they stand; others composed, their quotes read, so that equal names have equal bytes.
  private mutating func unitNumber(_ cell: Range<Int>, in bytes: Span<UInt8>) -> Int32 {
    let plain = bytes.extracting(cell)
    var isPlain = plain[0] != 0x22 && plain[0] != 0x27
    for index in plain.indices where plain[index] >= 0x80 { isPlain = false }
    guard !isPlain else { return units.number(of: plain) }
    let name = Array(SheetCells.trimmedText(plain).utf8)
    return units.number(of: name.span)
  }

  private static func same(_ a: Range<Int>, _ b: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    var (i, j) = (a.upperBound, b.upperBound)
    // The names of units that follow each other differ at the end.
    while i > a.lowerBound {
      i -= 1
      j -= 1
      if bytes[i] != bytes[j] { return false }
    }
    return true
  }

  private mutating func required(_ name: String) -> Int? {
    if let column = head.column(name) { return column }
    let found = head.fields.map(\.trimmed).joined(separator: ",")
    cells.refuse(
      "The sheet has no column '\(name)'.", line: head.line,
      hint: "The first line reads '\(found)'; 'agreement --data' reads \(AgreementSheet.kinds).")
    return nil
  }

  /// The names in their order, and for each that occurs its place among them; nil where one is not in a declared scheme.
  ///
  /// - Parameter uses: whether a value, as it stands in the sheet, has the name in it.
  private mutating func scheme(
    _ used: [String], _ request: AgreementSheet.Request, called kind: String, uses: (Int32, String) -> Bool
  ) -> (names: [String], places: [Int32])? {
    guard let declared = request.values?.map(\.composed) else {
      let order = NameOrder.places(of: used)
      return (order.sorted, order.places)
    }
    let place = Dictionary(declared.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
    for name in used where place[name] == nil {
      let row = value.firstIndex { uses($0, name) }
      cells.refuse(
        "The \(kind) '\(name)' is not one of --values.", line: row.map { Int(line[$0]) } ?? head.line,
        hint: "The scheme is: \(declared.prefix(20).joined(separator: ", ")).")
    }
    return cells.problems.isEmpty ? (declared, used.map { place[$0] ?? 0 }) : nil
  }

  /// The rows by unit and coder; nil where a coder judged a unit twice.
  private mutating func grouped() -> GroupedRows? {
    let grouped = GroupedRows(unit: unit, unitCount: units.count, coder: coder, coders: coders.names)
    for (first, second) in grouped.doubles.prefix(1_000) {
      func said(_ row: Int) -> String { "'\(values.names[Int(value[row])])' in line \(line[row])" }
      cells.refuse(
        "\(coders.names[Int(coder[first])]) judged the unit '\(units.name(Int(unit[first])))' twice: \(said(first))"
          + " and \(said(second)).", line: Int(line[second]))
    }
    return cells.problems.isEmpty ? grouped : nil
  }
}
