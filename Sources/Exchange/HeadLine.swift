import Model

/// The first line of a sheet that is not blank, and where the rows under it begin.
struct HeadLine {
  let fields: [String]
  let separator: UInt8
  /// From 1.
  let line: Int
  /// How many lines it takes; more than one when a head has a line end in quotes.
  let lines: Int
  /// The byte after it.
  let end: Int

  /// Nil where there is none; the line in which Excel writes the separator is passed over.
  init?(of text: String) {
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
        fields = record.fields
        separator = Self.separator(of: read)
        self.line = line
        self.lines = lines
        self.end = end
        return
      }
      start = end
      line += lines
    }
    return nil
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

  /// The place of a column, capitals and blanks aside.
  func column(_ name: String) -> Int? { fields.firstIndex { $0.trimmed.lowercased() == name } }

  /// A sentence that names the columns that are not used, if there are any.
  func notes(leavingOut used: Set<Int?>) -> [String] {
    let named = fields.indices.filter { !used.contains($0) }.map { fields[$0].trimmed }.filter { !$0.isEmpty }
      .map { "'\($0)'" }
    switch named.count {
    case 0: return []
    case 1: return ["The column \(named[0]) was left out."]
    default: return ["The columns \(named.joined(separator: ", ")) were left out."]
    }
  }
}
