/// A day of the calendar, as copies are named by.
struct CopyDay: Comparable, Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// Reads `2026-11-21`; nil for anything else.
  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  static func < (one: CopyDay, other: CopyDay) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  /// Monday to Sunday, counted from the first of them.
  var week: Int { (daysSinceMarch0 + 2) / 7 }

  var monthNumber: Int { year * 12 + month }

  /// Days since 1 March of the year 0 (Gregorian), a Wednesday; years begin in March, so that the leap day is their last.
  private var daysSinceMarch0: Int {
    let year = month > 2 ? year : year - 1
    let month = month > 2 ? month - 3 : month + 9
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + day - 1
  }
}

/// Which daily copies stay: of the last 7 days, the last of each of 4 weeks, the last of each of 12 months that have one.
enum CopyThinning {
  static let days = 7
  static let weeks = 4
  static let months = 12

  /// Those that go, oldest first.
  static func superfluous(_ copies: [CopyDay]) -> [CopyDay] {
    let newest = Set(copies).sorted(by: >)
    var kept = Set(newest.prefix(days))
    kept.formUnion(last(weeks, of: newest) { $0.week })
    kept.formUnion(last(months, of: newest) { $0.monthNumber })
    return newest.filter { !kept.contains($0) }.reversed()
  }

  /// The newest of each of the last spans.
  private static func last(_ count: Int, of newest: [CopyDay], _ span: (CopyDay) -> Int) -> [CopyDay] {
    var found: [CopyDay] = []
    for copy in newest where found.count < count && found.last.map(span) != span(copy) { found.append(copy) }
    return found
  }
}
