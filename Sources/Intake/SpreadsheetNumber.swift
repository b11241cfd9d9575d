/// Writes the numbers of a spreadsheet as people read them: `12`, `0.3`, `2022-04-14`, `09:30`.
enum SpreadsheetNumber {
  /// What a cell's style makes of its number.
  enum Style: Equatable {
    case plain
    case date
    case time
    case dateAndTime
    /// Hours that go on beyond a day.
    case elapsed
  }

  /// The text of a number as it stands in the file; what is no number stays as it is.
  ///
  /// A date is ISO 8601. Days count from 1900 as Excel has them (which gives that year a 29 February), or from 1904.
  static func text(_ raw: [UInt8], _ style: Style, from1904: Bool) -> [UInt8] {
    if style == .plain, raw.count <= 15, raw.first != 0x30 || raw.count == 1, raw.allSatisfy(ASCII.isDigit) {
      return raw
    }
    guard let number = Double(String(decoding: raw, as: UTF8.self)), number.isFinite else { return raw }
    let shown = style == .plain ? nil : moment(number, style, from1904)
    return Array((shown ?? plain(number)).utf8)
  }

  /// With at most 15 digits that count, as spreadsheets show them: 0.1 + 0.2 is 0.3.
  private static func plain(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    let text = "\(number)"
    guard let (digits, power) = decimal(text), digits.count > 15 else { return text }
    var kept = Array(digits[..<15])
    var power15 = power + digits.count - 15
    if digits[15] >= 5 {
      var at = 14
      while at >= 0, kept[at] == 9 {
        kept[at] = 0
        at -= 1
      }
      if at >= 0 {
        kept[at] += 1
      } else {
        kept.insert(1, at: 0)
      }
    }
    while kept.count > 1, kept.last == 0 {
      kept.removeLast()
      power15 += 1
    }
    let rounded = kept.map(String.init).joined() + "e\(power15)"
    return (Double(rounded).map { "\(number < 0 ? -$0 : $0)" }) ?? text
  }

  /// The digits of a number without leading noughts, and the power of ten of the last one.
  private static func decimal(_ text: String) -> (digits: [Int], power: Int)? {
    var digits: [Int] = []
    var power = 0
    var isFraction = false
    let parts = text.split(separator: "e")
    guard let mantissa = parts.first else { return nil }
    for byte in mantissa.utf8 {
      if ASCII.isDigit(byte) {
        if !digits.isEmpty || byte != 0x30 { digits.append(Int(byte - 0x30)) }
        if isFraction { power -= 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      }
    }
    if parts.count > 1 { power += Int(parts[1]) ?? 0 }
    return (digits, power)
  }

  /// Nil where the number is no day that has a date.
  private static func moment(_ number: Double, _ style: Style, _ from1904: Bool) -> String? {
    let lastDay = 2_958_465.0
    guard number >= 0, number <= lastDay else { return nil }
    let seconds = Int((number * 86_400).rounded())
    let (day, second) = (seconds / 86_400, seconds % 86_400)
    switch style {
    case .plain: return nil
    case .elapsed: return clock(seconds)
    case .time: return clock(second)
    case .date: return date(day, from1904)
    case .dateAndTime:
      if day == 0, !from1904 { return clock(second) }
      return second == 0 ? date(day, from1904) : date(day, from1904).map { "\($0)T\(clock(second))" }
    }
  }

  private static func clock(_ seconds: Int) -> String {
    let minutes = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60))"
    return seconds % 60 == 0 ? minutes : "\(minutes):\(padded(seconds % 60))"
  }

  private static func date(_ day: Int, _ from1904: Bool) -> String? {
    if from1904 { return civil(day - 24_107) }
    if day == 0 { return nil }
    if day == 60 { return "1900-02-29" }
    return civil(day - 25_569 + (day < 60 ? 1 : 0))
  }

  /// The date so many days after 1 January 1970, by counting in years that begin in March.
  private static func civil(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return "\(year)-\(padded(month < 10 ? month + 3 : month - 9))-\(padded(day))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
