/// Writes codings as CSV, row by row, so that a caller can pass on the bytes in parts.
public struct CodingSheetWriter: Sendable {
  private var bytes: [UInt8]
  /// Names as they stand in a cell, so that each is quoted once.
  private var cells: [String: [UInt8]] = [:]

  /// Begins with the heads `transcript,start,end,code,coder`.
  public init() { bytes = Array("transcript,start,end,code,coder\n".utf8) }

  /// How many bytes wait to be taken.
  public var count: Int { bytes.count }

  /// Adds a row; positions are Unicode code points from the start of the transcript, end exclusive.
  public mutating func append(transcript: String, start: Int, end: Int, code: String, coder: String) {
    append(name: transcript)
    bytes.append(0x2C)
    bytes.append(contentsOf: String(start).utf8)
    bytes.append(0x2C)
    bytes.append(contentsOf: String(end).utf8)
    bytes.append(0x2C)
    append(name: code)
    bytes.append(0x2C)
    append(name: coder)
    bytes.append(0x0A)
  }

  /// The bytes since the last time.
  public mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(name: String) {
    if let cell = cells[name] {
      bytes.append(contentsOf: cell)
    } else {
      let cell = Array(CSVText.cell(name).utf8)
      cells[name] = cell
      bytes.append(contentsOf: cell)
    }
  }
}
