/// One caption: from when to when, and the lines of the file that hold its words.
struct Cue: Equatable {
  /// Seconds.
  var start: Double
  var end: Double
  /// The number of its timing line, from 1.
  var line: Int
  /// The lines of words, as bytes of the file.
  var words: [Range<Int>]
}

/// The captions of a WebVTT or SRT file, in the order of the file, and what stands before them.
struct CueSheet {
  private(set) var cues: [Cue] = []
  /// The lines before the first caption.
  private(set) var head: [Range<Int>] = []
  /// Lines with `-->` that give no times.
  private(set) var brokenTimings: [Int] = []

  private let bytes: [UInt8]
  /// `NOTE`, `STYLE` and `REGION` blocks are passed over.
  private let hasBlocks: Bool

  init(_ bytes: [UInt8], hasBlocks: Bool) {
    self.bytes = bytes
    self.hasBlocks = hasBlocks
    var state = State.between
    var start = 0
    var number = 1
    while start < bytes.count {
      let line = start..<bytes.lineEnd(from: start)
      take(line, number, &state)
      start = line.upperBound + 1
      number += 1
    }
  }

  private enum State {
    /// After a blank line: an id, a timing or a block may follow.
    case between
    case inCue
    case inBlock
  }

  private mutating func take(_ line: Range<Int>, _ number: Int, _ state: inout State) {
    if let timing = CueTiming(line, in: bytes) {
      dropTrailingNumber()
      cues.append(Cue(start: timing.start, end: timing.end, line: number, words: []))
      state = .inCue
    } else if CueTiming.hasArrow(line, in: bytes) {
      brokenTimings.append(number)
      state = .inCue
      if cues.isEmpty { cues.append(Cue(start: 0, end: 0, line: number, words: [])) }
    } else if bytes.skippingBlanks(from: line.lowerBound, to: line.upperBound) == line.upperBound {
      if cues.isEmpty { head.append(line) }
      state = .between
    } else if cues.isEmpty {
      head.append(line)
    } else if hasBlocks {
      if state == .between { state = opensBlock(line) || isIdentifier(line) ? .inBlock : .inCue }
      if state == .inCue { cues[cues.count - 1].words.append(line) }
    } else {
      cues[cues.count - 1].words.append(line)
    }
  }

  private func opensBlock(_ line: Range<Int>) -> Bool {
    ["NOTE", "STYLE", "REGION"].contains { bytes[line].starts(with: $0.utf8) }
  }

  /// The line above a timing line names the cue.
  private func isIdentifier(_ line: Range<Int>) -> Bool {
    let next = min(line.upperBound + 1, bytes.count)
    return CueTiming.hasArrow(next..<bytes.lineEnd(from: next), in: bytes)
  }

  /// In SRT the number of a caption ends up as the last line of the caption before it.
  private mutating func dropTrailingNumber() {
    guard !hasBlocks, let last = cues.last?.words.last else { return }
    let end = bytes.trimmingBlanks(from: last.lowerBound, to: last.upperBound)
    let isNumber = bytes[last.lowerBound..<end].allSatisfy(ASCII.isDigit)
    if isNumber, isIdentifier(last) { cues[cues.count - 1].words.removeLast() }
  }
}

/// The times of a caption: `00:00:05.790 --> 00:00:13.514`, with or without hours, leading zeros and a fraction.
struct CueTiming: Equatable {
  var start: Double
  var end: Double
  /// One past the second time.
  var lastByte: Int

  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    guard let arrow = Self.arrow(line, in: bytes) else { return nil }
    let from = bytes.skippingBlanks(from: line.lowerBound, to: arrow)
    guard let start = Self.time(bytes[from..<bytes.trimmingBlanks(from: from, to: arrow)]) else { return nil }
    let to = bytes.skippingBlanks(from: arrow + 3, to: line.upperBound)
    let rest = bytes[to..<line.upperBound].prefix { $0 != ASCII.blank && $0 != ASCII.tab }
    guard let end = Self.time(rest) else { return nil }
    self.start = start
    self.end = end
    lastByte = rest.endIndex
  }

  static func hasArrow(_ line: Range<Int>, in bytes: [UInt8]) -> Bool { arrow(line, in: bytes) != nil }

  private static func arrow(_ line: Range<Int>, in bytes: [UInt8]) -> Int? {
    var at = line.lowerBound
    let latest = min(line.upperBound, line.lowerBound + 40)
    while at + 3 <= latest {
      if bytes[at] == ASCII.dash, bytes[at + 1] == ASCII.dash, bytes[at + 2] == UInt8(ascii: ">") { return at }
      at += 1
    }
    return nil
  }

  private static func time(_ bytes: ArraySlice<UInt8>) -> Double? {
    let parts = bytes.split(separator: ASCII.colon, omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let last = parts.last else { return nil }
    var seconds = 0.0
    for part in parts.dropLast() {
      guard let value = number(part) else { return nil }
      seconds = (seconds + Double(value)) * 60
    }
    let pieces = last.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    guard pieces.count <= 2, let whole = pieces.first.flatMap(number) else { return nil }
    guard pieces.count == 2 else { return seconds + Double(whole) }
    guard let fraction = number(pieces[1]) else { return nil }
    var scale = 1.0
    for _ in pieces[1] { scale *= 10 }
    return seconds + Double(whole) + Double(fraction) / scale
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...6).contains(digits.count), digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
