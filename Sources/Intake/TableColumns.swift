/// Which column of a table holds the time, the speaker and the words, in whatever order they stand.
struct TableColumns: Equatable {
  var time: Int?
  var speaker: Int?
  var text: Int
  /// Columns with something else that somebody wrote; numbers of rows and times at which something ends are not among them.
  var remarks: [Int] = []
  /// The row with the headings.
  var heading: Int?
  /// In how many columns.
  var count: Int

  /// Looks for headings in the first three rows, and else at what the columns hold.
  static func find(in table: DocumentTable) -> TableColumns? {
    for row in table.rows.prefix(3) where table.rows.upperBound > row + 1 {
      if let columns = TableColumns(headings: row, of: table) { return columns }
    }
    return TableColumns(contentsOf: table)
  }

  private enum Heading { case time, speaker, text, number, end }

  private init?(headings row: Int, of table: DocumentTable) {
    count = table.cellCount(of: row)
    guard (2...8).contains(count) else { return nil }
    var places: [Heading: Int] = [:]
    for column in 0..<count {
      guard let label = table.label(row, column) else { return nil }
      if let heading = Self.heading(label), places[heading] == nil {
        places[heading] = column
      } else if !label.isEmpty {
        remarks.append(column)
      }
    }
    guard let text = places[.text], places[.speaker] != nil || places[.time] != nil else { return nil }
    self.text = text
    (time, speaker, heading) = (places[.time], places[.speaker], row)
  }

  private static func heading(_ label: String) -> Heading? {
    for word in label.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "#" }) {
      if let heading = words[String(word)] { return heading }
    }
    return nil
  }

  private static let words: [String: Heading] = {
    var words: [String: Heading] = [:]
    let all: [(Heading, String)] = [
      (.time, "tijd tijdcode tijdstip starttijd begintijd start begin van minuut time timecode timestamp zeit"),
      (.speaker, "spreker wie naam persoon deelnemer rol speaker who name person participant role sprecher"),
      (
        .text,
        "tekst uitspraak uiting transcript transcriptie inhoud gesprek text transcription content speech utterance"
      ),
      (.number, "nr no nummer regel regelnummer number line id #"), (.end, "eind einde eindtijd tot duur end duration"),
    ]
    for (heading, list) in all { for word in list.split(separator: " ") { words[String(word)] = heading } }
    return words
  }()

  /// Without headings a table must have a column of times or of numbers, one of names that return, and one of words.
  private init?(contentsOf table: DocumentTable) {
    count = table.rows.isEmpty ? 0 : table.cellCount(of: 0)
    guard table.rows.count > 2, (3...5).contains(count) else { return nil }
    guard table.rows.allSatisfy({ [count] in table.cellCount(of: $0) == count }) else { return nil }
    var number: Int?
    var wide: [Int] = []
    for column in 0..<count {
      switch Self.content(of: column, in: table) {
      case .time where time == nil: time = column
      case .speaker where speaker == nil: speaker = column
      case .number where number == nil: number = column
      default: wide.append(column)
      }
    }
    guard speaker != nil, time != nil || number != nil, wide.count == 1 else { return nil }
    text = wide[0]
  }

  private static func content(of column: Int, in table: DocumentTable) -> Heading {
    var seen: [String: Int] = [:]
    var (filled, times, numbers) = (0, 0, 0)
    for row in table.rows {
      let cell = Array(table.cell(row, column))
      guard !cell.isEmpty else { continue }
      filled += 1
      if let stamp = TimeStamp(cell, at: 0, to: cell.count), stamp.end == cell.count { times += 1 }
      if cell.count < 7, cell.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }) { numbers += 1 }
      if seen.count <= 40, let label = table.label(row, column) { seen[label, default: 0] += 1 }
    }
    guard filled * 2 >= table.rows.count else { return .text }
    if times == filled { return .time }
    if numbers == filled { return .number }
    guard seen.count * 2 <= filled, seen.values.reduce(0, +) == filled else { return .text }
    let areNames = seen.keys.allSatisfy { label in
      let name = SpeakerName(label: TableColumns.name(label))
      return name.isPlausible && name.isCapitalised
    }
    return areNames ? .speaker : .text
  }

  /// A label as a name: without the colon behind it.
  static func name(_ label: String) -> String { label.hasSuffix(":") ? String(label.dropLast()).trimmed : label }
}
