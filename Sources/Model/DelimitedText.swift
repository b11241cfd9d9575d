/// The records of a CSV or TSV file (RFC 4180), each with the line it starts on.
public struct DelimitedText: Equatable, Sendable {
  public struct Record: Equatable, Sendable {
    /// From 1.
    public var line: Int
    public var fields: [String]

    public init(line: Int, fields: [String]) {
      self.line = line
      self.fields = fields
    }
  }

  public var records: [Record]
  /// The line of a quote that is never closed, if there is one.
  public var openQuote: Int?

  /// Reads text with `,`, `;` or a tab between the fields: the one that stands most often in the first line that is
  /// not blank, outside quotes.
  public init(_ text: String) {
    let bytes = Array(text.utf8)
    let separator = Self.separator(of: bytes)
    var reader = Reader(separator: separator)
    for byte in bytes { reader.take(byte) }
    reader.finish()
    records = reader.records
    openQuote = reader.quoted ? reader.quoteLine : nil
  }

  private static func separator(of bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var quoted = false
    var isBlank = true
    for byte in bytes {
      if byte == Reader.quote { quoted.toggle() }
      if byte > 0x20 { isBlank = false }
      if quoted { continue }
      if byte == Reader.lineFeed, !isBlank { break }
      if byte == 0x2C || byte == 0x3B || byte == 0x09 { counts[byte, default: 0] += 1 }
    }
    return [0x2C, 0x3B, 0x09].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private struct Reader {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    let separator: UInt8
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var quoted = false
    var afterQuote = false
    var line = 1
    var recordLine = 1
    var quoteLine = 1

    mutating func take(_ byte: UInt8) {
      if byte == Self.lineFeed { line += 1 }
      if quoted {
        if byte == Self.quote {
          quoted = false
          afterQuote = true
        } else {
          field.append(byte)
        }
        return
      }
      switch byte {
      case Self.quote where afterQuote:
        field.append(byte)
        quoted = true
      case Self.quote where field.isEmpty:
        quoted = true
        quoteLine = line
      case separator: endField()
      case Self.lineFeed: endRecord()
      case 0x0D: return
      default: field.append(byte)
      }
      afterQuote = false
    }

    mutating func endField() {
      fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
    }

    mutating func endRecord() {
      endField()
      if fields.count > 1 || !fields[0].trimmed.isEmpty { records.append(Record(line: recordLine, fields: fields)) }
      fields.removeAll(keepingCapacity: true)
      recordLine = line
    }

    mutating func finish() {
      if !field.isEmpty || !fields.isEmpty || quoted { endRecord() }
    }
  }
}
