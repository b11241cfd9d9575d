import Model

/// Which column of a sheet of codings holds what.
struct CodingSheetColumns {
  enum Place {
    case codePoints(start: Int, end: Int)
    case segments(Int)
  }

  let separator: UInt8
  let count: Int
  let transcript: Int
  let code: Int
  let coder: Int?
  let place: Place
  let notes: [String]
  /// Where the rows begin, in bytes and as a line.
  let bodyStart: Int
  let bodyLine: Int

  var form: CodingSheet.Form {
    if case .segments = place { .segments } else { .codePoints }
  }

  /// Reads the first line that is not blank.
  static func read(_ text: String, file: String) -> Result<CodingSheetColumns, Problem> {
    guard let found = HeadLine(of: text) else { return .failure(Problem("The sheet is empty.", file: file)) }
    let heads = found.fields.map { $0.trimmed.lowercased() }
    let hint =
      "The first line reads '\(found.fields.map(\.trimmed).joined(separator: ","))'; 'codings load' needs"
      + " transcript,start,end,code,coder or transcript,segment,code,coder."
    func missing(_ name: String) -> Problem {
      Problem("The sheet has no column '\(name)'.", file: file, line: found.line, hint: hint)
    }
    guard let transcript = heads.firstIndex(of: "transcript") else { return .failure(missing("transcript")) }
    guard let code = heads.firstIndex(of: "code") else { return .failure(missing("code")) }
    let place: Place
    switch (heads.firstIndex(of: "start"), heads.firstIndex(of: "end"), heads.firstIndex(of: "segment")) {
    case (let start?, let end?, _): place = .codePoints(start: start, end: end)
    case (_, _, let segment?): place = .segments(segment)
    case (nil, .some, nil): return .failure(missing("start"))
    case (.some, nil, nil): return .failure(missing("end"))
    case (nil, nil, nil): return .failure(missing("segment"))
    }
    let coder = heads.firstIndex(of: "coder")
    var used: Set<Int?> = [transcript, code, coder]
    switch place {
    case .codePoints(let start, let end): used.formUnion([start, end])
    case .segments(let segment): used.insert(segment)
    }
    return .success(
      CodingSheetColumns(
        separator: found.separator, count: heads.count, transcript: transcript, code: code, coder: coder,
        place: place, notes: found.notes(leavingOut: used),
        bodyStart: found.end, bodyLine: found.line + found.lines))
  }
}
