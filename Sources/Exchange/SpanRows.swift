import Model

/// Reads the sheet of spans, `document,coder,code,start,end`.
struct SpanRows {
  private var cells: SheetCells
  private var documents = ShortNames()
  private var coders = ShortNames()
  private var codes = ShortNames()
  private var document: [Int32] = []
  private var coder: [Int32] = []
  private var code: [Int32] = []
  private var start: [Int32] = []
  private var end: [Int32] = []
  private var line: [Int32] = []
  private var notes: [String] = []

  private struct Columns {
    var document: Int
    var coder: Int
    var code: Int
    var start: Int
    var end: Int
  }

  init(head: HeadLine, file: String) { cells = SheetCells(head: head, file: file) }

  func read(_ text: String, _ request: AgreementSheet.Request) -> AgreementSheet.Reading {
    var rows = self
    let spans = rows.spans(text, request)
    return AgreementSheet.Reading(
      sheet: spans.map { .spans($0) }, notes: rows.notes, problems: rows.cells.problems)
  }

  private mutating func spans(_ text: String, _ request: AgreementSheet.Request) -> CodedSpans? {
    guard let columns = columns() else { return nil }
    guard let lengths = request.lengths else {
      cells.refuse(
        "Spans can only be compared where the lengths of the documents are known.", line: cells.head.line,
        hint: "Name a sheet document,length with --lengths FILE.")
      return nil
    }
    readRows(of: text, columns, request)
    let place = Dictionary(lengths.enumerated().map { ($1.document.composed, Int32($0)) }) { first, _ in first }
    let known = documents.names.map { place[$0] }
    for row in document.indices {
      guard let number = known[Int(document[row])] else {
        cells.refuse(
          "The document '\(documents.names[Int(document[row])])' has no length.", line: Int(line[row]),
          hint: "Give it a row in the sheet of --lengths.")
        continue
      }
      let length = lengths[Int(number)].length
      if Int(end[row]) > length {
        cells.refuse(
          "The end \(end[row]) lies after the end of '\(lengths[Int(number)].document)', which has \(length) characters.",
          line: Int(line[row]))
      }
      document[row] = number
    }
    return cells.problems.isEmpty ? sheet(lengths, request) : nil
  }

  private mutating func sheet(_ lengths: [DocumentLength], _ request: AgreementSheet.Request) -> CodedSpans? {
    let byName = NameOrder.places(of: coders.names)
    var order = NameOrder.places(of: codes.names)
    if let declared = request.values?.map(\.composed) {
      let place = Dictionary(declared.enumerated().map { ($1, Int32($0)) }) { first, _ in first }
      for (number, name) in codes.names.enumerated() where place[name] == nil {
        let row = code.firstIndex(of: Int32(number))
        cells.refuse("The code '\(name)' is not one of --values.", line: row.map { Int(line[$0]) })
      }
      guard cells.problems.isEmpty else { return nil }
      order = (declared, codes.names.map { place[$0] ?? 0 })
    }
    var spans = CodedSpans(
      documents: lengths.map(\.document), lengths: lengths.map(\.length), coders: byName.sorted, codes: order.sorted)
    for row in code.indices {
      spans.append(
        document: document[row], coder: byName.places[Int(coder[row])], code: order.places[Int(code[row])],
        start: start[row], end: end[row])
    }
    return spans
  }

  private mutating func columns() -> Columns? {
    var found: [Int] = []
    for name in ["document", "coder", "code", "start", "end"] {
      guard let column = cells.head.column(name) else {
        cells.refuse(
          "The sheet has no column '\(name)'.", line: cells.head.line,
          hint: "'agreement --data' reads \(AgreementSheet.kinds).")
        return nil
      }
      found.append(column)
    }
    notes = cells.head.notes(leavingOut: Set(found.map(Optional.some)))
    return Columns(document: found[0], coder: found[1], code: found[2], start: found[3], end: found[4])
  }

  private mutating func readRows(of text: String, _ columns: Columns, _ request: AgreementSheet.Request) {
    let bytes = text.utf8.span
    let wanted = Set(request.coders.map(\.composed))
    var seen: Set<String> = []
    while cells.advance(in: bytes) {
      let coderCell = cells.trimmed(columns.coder, in: bytes)
      guard !coderCell.isEmpty else {
        cells.refuse("There is no coder in this row.")
        continue
      }
      let name = SheetCells.trimmedText(bytes.extracting(coderCell))
      seen.insert(name)
      if !wanted.isEmpty, !wanted.contains(name) { continue }
      let by = coders.number(of: coderCell, in: bytes, text: SheetCells.trimmedText)
      if let what = readSpan(by, columns, in: bytes) { cells.refuse(what) }
    }
    for name in request.coders where !seen.contains(name) {
      cells.refuse(
        "No coder named '\(name)'.", line: cells.head.line, hint: "There are: \(seen.sorted().joined(separator: ", "))."
      )
    }
  }

  /// Takes the rest of a row; the sentence that says what is wrong with it, if something is.
  private mutating func readSpan(_ by: Int32, _ columns: Columns, in bytes: Span<UInt8>) -> String? {
    let documentCell = cells.trimmed(columns.document, in: bytes)
    let codeCell = cells.trimmed(columns.code, in: bytes)
    let startCell = cells.trimmed(columns.start, in: bytes)
    let endCell = cells.trimmed(columns.end, in: bytes)
    // Who read everything and marked nothing.
    if codeCell.isEmpty, startCell.isEmpty, endCell.isEmpty { return nil }
    if documentCell.isEmpty { return "There is no document in this row." }
    if codeCell.isEmpty { return "There is no code in this row." }
    guard let from = CodingSheetText.number(in: bytes, startCell) else { return fault("start", startCell, in: bytes) }
    guard let to = CodingSheetText.number(in: bytes, endCell) else { return fault("end", endCell, in: bytes) }
    guard from < to else { return "The end \(to) does not lie after the start \(from)." }
    document.append(documents.number(of: documentCell, in: bytes, text: SheetCells.trimmedText))
    coder.append(by)
    code.append(codes.number(of: codeCell, in: bytes, text: SheetCells.trimmedText))
    start.append(from)
    end.append(to)
    line.append(Int32(truncatingIfNeeded: cells.line))
    return nil
  }

  private func fault(_ column: String, _ cell: Range<Int>, in bytes: Span<UInt8>) -> String {
    cell.isEmpty
      ? "There is no \(column) in this row."
      : "The \(column) '\(SheetCells.text(bytes.extracting(cell)))' is not a whole number."
  }
}
