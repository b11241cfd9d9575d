/// What may be a speaker's label at the head of a line; whether it is one, the whole text decides.
struct LineHead: Equatable {
  enum Form {
    /// `Anna:`
    case colon
    /// `[Anna]`
    case brackets
    /// `Anna<TAB>words`
    case tab
    /// `Anna [00:12:31] words`, or a name and a time alone on a line.
    case stamp
    /// `**Anna** words`
    case bold
    /// A name alone on a line.
    case alone
  }

  /// The bytes of the name, with what stands behind it in parentheses.
  var name: Range<Int>
  /// After the label, the time stamp and the blanks; the end of the line where nothing follows.
  var wordsStart: Int
  var time: Double?
  var form: Form

  /// A label has at most this many characters.
  static let longest = 40

  /// Looks at the head of a line, given without its line feed.
  init?(of line: Range<Int>, in bytes: [UInt8]) {
    var reader = LineHeadReader(bytes: bytes, end: line.upperBound)
    guard let head = reader.head(from: line.lowerBound) else { return nil }
    self = head
  }

  /// A name known by its bold letters.
  init(bold name: Range<Int>, wordsStart: Int) { self.init(name, wordsStart: wordsStart, time: nil, form: .bold) }

  fileprivate init(_ name: Range<Int>, wordsStart: Int, time: Double?, form: Form) {
    self.name = name
    self.wordsStart = wordsStart
    self.time = time
    self.form = form
  }
}

private struct LineHeadReader {
  let bytes: [UInt8]
  /// The end of the line.
  let end: Int
  var time: Double?
  var stamped = false
  /// The line opens with `**` or `__`.
  var bold = false

  mutating func head(from start: Int) -> LineHead? {
    var at = openEmphasis(bytes.skippingBlanks(from: start, to: end))
    if let stamp = TimeStamp(bytes, at: at, to: end) {
      time = stamp.seconds
      stamped = true
      at = openEmphasis(skipDash(bytes.skippingBlanks(from: stamp.end, to: end)))
    }
    guard at < end else { return nil }
    if stamped, let chat = chat(from: at) { return chat }
    return bytes[at] == ASCII.open ? bracketed(from: at + 1) : plain(from: at)
  }

  /// `[Anna]`, `[Anna]:`, `[Anna] 00:00:05`.
  private mutating func bracketed(from start: Int) -> LineHead? {
    let limit = min(end, start + LineHead.longest * 4)
    guard let close = bytes[start..<limit].firstIndex(of: ASCII.close), close > start else { return nil }
    guard !bytes[start..<close].contains(ASCII.colon) else { return nil }
    // `[?]` is a word that could not be heard; with a colon it is a speaker who is not known.
    let isUnheard = bytes[start..<close].allSatisfy { $0 == UInt8(ascii: "?") }
    guard !isUnheard || (close + 1 < end && bytes[close + 1] == ASCII.colon) else { return nil }
    return finished(start..<close, after: close + 1, form: .brackets)
  }

  /// `From Anna to Everyone:` and `From Anna :`, as Zoom has what was typed beside a talk.
  private mutating func chat(from start: Int) -> LineHead? {
    let isDutch = bytes[start..<end].starts(with: "Van ".utf8)
    guard isDutch || bytes[start..<end].starts(with: "From ".utf8) else { return nil }
    let name = start + (isDutch ? 4 : 5)
    guard let colon = bytes[name..<min(end, name + 200)].firstIndex(of: ASCII.colon) else { return nil }
    let target = Array((isDutch ? " aan " : " to ").utf8)
    for at in name..<colon where bytes[at] == ASCII.blank && bytes[at..<colon].starts(with: target) {
      return finished(name..<at, after: colon + 1, form: .colon)
    }
    guard !isDutch, bytes[colon - 1] == ASCII.blank else { return nil }
    return finished(name..<colon, after: colon + 1, form: .colon)
  }

  private mutating func plain(from start: Int) -> LineHead? {
    var at = start
    var length = 0
    while at < end {
      let byte = bytes[at]
      if byte & 0xC0 != 0x80 { length += 1 }
      guard length <= LineHead.longest + 1 else { return nil }
      switch byte {
      case ASCII.colon: return colon(start..<at)
      case ASCII.tab: return tab(start..<at)
      case ASCII.star,
        ASCII.underscore where bold:
        return closedEmphasis(start..<at)
      case UInt8(ascii: "?") where bytes[start] != byte: return nil
      case UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: "="), UInt8(ascii: ">"): return nil
      case ASCII.blank, UInt8(ascii: "("), ASCII.open:
        let next = byte == ASCII.blank ? bytes.skippingBlanks(from: at, to: end) : at
        if let stamp = TimeStamp(bytes, at: next, to: end) { return stamped(start..<at, stamp) }
      default: break
      }
      at += 1
    }
    guard length <= LineHead.longest else { return nil }
    let last = bytes.trimmingBlanks(from: start, to: end)
    return LineHead(start..<last, wordsStart: end, time: time, form: .alone)
  }

  private mutating func colon(_ name: Range<Int>) -> LineHead? {
    let after = name.upperBound + 1
    if after < end {
      // `https://`, `10:30` and `:)` are no labels.
      let next = bytes[after]
      guard next != UInt8(ascii: "/"), next != UInt8(ascii: ")") else { return nil }
      guard !ASCII.isDigit(next) || TimeStamp(bytes, at: after, to: end)?.isClear == true else { return nil }
    }
    return finished(name, after: after, form: .colon)
  }

  /// With a time the columns are known; without one, a line with more tabs is a row of some other table.
  private mutating func tab(_ name: Range<Int>) -> LineHead? {
    let hadTime = stamped
    guard var head = finished(name, after: name.upperBound + 1, form: .tab) else { return nil }
    if head.wordsStart == end {
      guard stamped, !hadTime else { return nil }
      head.form = .stamp
      return head
    }
    if hadTime || stamped || !bytes[head.wordsStart..<end].contains(ASCII.tab) { return head }
    return nil
  }

  /// `**Anna**: words` and `**Anna** words`.
  private mutating func closedEmphasis(_ name: Range<Int>) -> LineHead? {
    guard bold else { return nil }
    let after = skipEmphasis(name.upperBound)
    let next = bytes.skippingBlanks(from: after, to: end)
    if next < end, bytes[next] == ASCII.colon { return finished(name, after: next + 1, form: .colon) }
    return finished(name, after: after, form: .bold)
  }

  /// A name with a time behind it: then a colon, a tab, the end of the line, or words after a time in brackets.
  private mutating func stamped(_ name: Range<Int>, _ stamp: TimeStamp) -> LineHead? {
    guard stamp.frame != .hashes else { return nil }
    if !stamped { time = stamp.seconds }
    stamped = true
    let after = skipEmphasis(stamp.end)
    let next = skipEmphasis(bytes.skippingBlanks(from: after, to: end))
    if next < end, bytes[next] == ASCII.colon { return finished(name, after: next + 1, form: .colon) }
    let tabbed = bytes[after..<next].contains(ASCII.tab)
    guard next == end || tabbed || stamp.frame == .brackets else { return nil }
    return finished(name, after: next, form: tabbed ? .tab : .stamp)
  }

  /// A label that is complete: takes in a time stamp behind it, and finds where the words begin.
  private mutating func finished(_ name: Range<Int>, after: Int, form: LineHead.Form) -> LineHead? {
    let last = bytes.trimmingBlanks(from: name.lowerBound, to: name.upperBound)
    guard last > name.lowerBound else { return nil }
    var at = skipWords(after)
    if !stamped, let stamp = TimeStamp(bytes, at: at, to: end), belongsToLabel(stamp, form) {
      time = stamp.seconds
      stamped = true
      at = skipWords(stamp.end)
    }
    if form == .brackets || stamped, at < end, bytes[at] == ASCII.colon { at = skipWords(at + 1) }
    return LineHead(name.lowerBound..<last, wordsStart: at, time: time, form: form)
  }

  /// `Anna: 10:30 was het` is about half past ten.
  private func belongsToLabel(_ stamp: TimeStamp, _ form: LineHead.Form) -> Bool {
    if stamp.isClear || form == .brackets { return true }
    let tab = stamp.end < end && bytes[stamp.end] == ASCII.tab
    return tab || bytes.skippingBlanks(from: stamp.end, to: end) == end
  }

  /// Past the emphasis that closes a label, and blanks.
  private func skipWords(_ start: Int) -> Int {
    bytes.skippingBlanks(from: bold ? skipEmphasis(start) : start, to: end)
  }

  private mutating func openEmphasis(_ start: Int) -> Int {
    guard start < end, bytes[start] == ASCII.star || bytes[start] == ASCII.underscore else { return start }
    bold = true
    return skipEmphasis(start)
  }

  private func skipEmphasis(_ start: Int) -> Int {
    guard bold else { return start }
    var at = start
    while at < end, bytes[at] == ASCII.star || bytes[at] == ASCII.underscore { at += 1 }
    return at
  }

  private func skipDash(_ start: Int) -> Int {
    guard start < end, bytes[start] == ASCII.dash || bytes[start] == UInt8(ascii: "|") else { return start }
    return bytes.skippingBlanks(from: start + 1, to: end)
  }
}
