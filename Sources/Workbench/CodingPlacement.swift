import Exchange
import Model
import Store

/// Finds for the rows of a sheet of codings their transcripts, codes and bytes; a row that does not fit is a problem with its line.
struct CodingPlacement {
  private(set) var batch: CodingBatch
  private(set) var problems: [Problem] = []
  private let sheet: CodingSheet
  private let file: String

  /// `read` gives the text and the segments of a transcript, nil when there is none of that name.
  init(
    _ sheet: CodingSheet, file: String, coder: String?, code: (String) throws -> String,
    unknown: (String) throws -> Problem,
    read: (String) throws -> (text: String, segments: [TextSpan])?
  ) throws {
    self.sheet = sheet
    self.file = file
    batch = CodingBatch(transcripts: sheet.transcripts, coders: sheet.coder == nil ? [coder ?? ""] : sheet.coders)
    let codes = try resolve(code)
    var rows: [[Int32]] = Array(repeating: [], count: sheet.transcripts.count)
    for row in 0..<sheet.count { rows[Int(sheet.transcript[row])].append(Int32(row)) }
    for (number, name) in sheet.transcripts.enumerated() where !rows[number].isEmpty {
      guard let (text, segments) = try read(name) else {
        try missing(unknown(name), rows[number])
        continue
      }
      place(rows[number], text: text, segments: segments, codes: codes, coder: coder)
    }
    keepUsedNames()
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func resolve(_ code: (String) throws -> String) throws -> [Int32?] {
    try sheet.codes.enumerated().map { number, typed in
      do {
        let key = try code(typed)
        if let known = batch.codes.firstIndex(of: key) { return Int32(known) }
        batch.codes.append(key)
        return Int32(batch.codes.count - 1)
      } catch var problem as Problem {
        for row in 0..<sheet.count where sheet.code[row] == Int32(number) {
          problem.file = file
          problem.line = Int(sheet.line[row])
          problems.append(problem)
          if problems.count > 1000 { break }
        }
        return nil
      }
    }
  }

  private mutating func missing(_ problem: Problem, _ rows: [Int32]) throws {
    for row in rows.prefix(1000) {
      var problem = problem
      problem.file = file
      problem.line = Int(sheet.line[Int(row)])
      problems.append(problem)
    }
  }

  private mutating func place(_ rows: [Int32], text: String, segments: [TextSpan], codes: [Int32?], coder: String?) {
    let positions = sheet.form == .codePoints ? TextPositions(text) : nil
    for row in rows.map(Int.init) {
      guard let code = codes[Int(sheet.code[row])] else { continue }
      if sheet.coder == nil, coder == nil {
        problems.append(
          Problem(
            "The sheet has no column 'coder', and nobody is named who codes.", file: file, line: 1,
            hint: "Say who: --as NAME"))
        return
      }
      guard let span = span(row, positions, segments) else { continue }
      batch.columns.append(
        transcript: sheet.transcript[row], start: Int32(span.start), end: Int32(span.end), code: code,
        coder: sheet.coder?[row] ?? 0)
    }
  }

  private mutating func span(_ row: Int, _ positions: TextPositions?, _ segments: [TextSpan]) -> TextSpan? {
    let name = sheet.transcripts[Int(sheet.transcript[row])]
    let (start, end) = (Int(sheet.start[row]), Int(sheet.end[row]))
    if let positions {
      if start < end, let first = positions.byte(ofCodePoint: start), let last = positions.byte(ofCodePoint: end) {
        return TextSpan(first, last)
      }
      problems.append(
        Problem(
          start >= end
            ? "The passage \(start) to \(end) has no words in it."
            : "The passage \(start) to \(end) lies outside '\(name)', which has \(positions.codePointCount) characters.",
          file: file, line: Int(sheet.line[row]), hint: "Positions count characters from 0: show \(name) --format csv"))
    } else {
      if start >= 1, start <= end, end <= segments.count {
        return TextSpan(segments[start - 1].start, segments[end - 1].end)
      }
      problems.append(
        Problem(
          "'\(name)' has no segment \(start == end ? "\(start)" : "\(start)-\(end)"): it has \(segments.count).",
          file: file, line: Int(sheet.line[row]), hint: "See them with: show \(name)"))
    }
    return nil
  }

  /// Coders and transcripts that no kept row names are not made or looked for.
  private mutating func keepUsedNames() {
    func kept(_ names: [String], _ column: inout [Int32]) -> [String] {
      var index: [Int32?] = Array(repeating: nil, count: names.count)
      var used: [String] = []
      for row in column.indices {
        let old = Int(column[row])
        if index[old] == nil {
          index[old] = Int32(used.count)
          used.append(names[old])
        }
        column[row] = index[old] ?? 0
      }
      return used
    }
    batch.transcripts = kept(batch.transcripts, &batch.columns.transcript)
    batch.coders = kept(batch.coders, &batch.columns.coder)
  }
}
