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
    guard let found = headLine(of: text) else { return .failure(Problem("The sheet is empty.", file: file)) }
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
        place: place, notes: notes(heads.indices.filter { !used.contains($0) }.map { found.fields[$0].trimmed }),
        bodyStart: found.end, bodyLine: found.line + found.lines))
  }

  private static func notes(_ ignored: [String]) -> [String] {
    let named = ignored.filter { !$0.isEmpty }.map { "'\($0)'" }
    switch named.count {
    case 0: return []
    case 1: return ["The column \(named[0]) was left out."]
    default: return ["The columns \(named.joined(separator: ", ")) were left out."]
    }
  }

  /// The one that stands most often outside quotes, as `DelimitedText` chooses it.
  private static func separator(of line: String) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    for byte in line.utf8 {
      if byte == 0x22 { quoted.toggle() }
      if !quoted { counts[byte, default: 0] += 1 }
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private struct HeadLine {
    var fields: [String]
    var separator: UInt8
    var line: Int
    /// How many lines it takes; more than one when a head has a line end in quotes.
    var lines: Int
    /// The byte after it.
    var end: Int
  }

  private static func headLine(of text: String) -> HeadLine? {
    let bytes = text.utf8.span
    var start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    var line = 1
    while start < bytes.count {
      var end = start
      var lines = 0
      var quoted = false
      while end < bytes.count {
        let byte = bytes[end]
        end += 1
        if byte == 0x22 { quoted.toggle() }
        guard byte == 0x0A else { continue }
        lines += 1
        if !quoted { break }
      }
      let read = bytes.extracting(start..<end).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
      if let record = DelimitedText(read).records.first, record.fields.first?.lowercased() != "sep=" {
        return HeadLine(
          fields: record.fields, separator: separator(of: read), line: line, lines: lines, end: end)
      }
      start = end
      line += lines
    }
    return nil
  }
}
