import Model

/// Makes transcripts of the open answers of a survey, and facts about cases of the closed ones.
struct SurveyRespondents {
  private var sheet: SurveySheet
  private let columns: SurveyColumns
  private let unit: SurveyOptions.Unit
  private let format: String
  /// What the open questions are called in the names of transcripts.
  private let labels: [String]
  private var values: [String: [String]] = [:]
  private var transcripts: [Transcript] = []
  private var cases: [CaseFacts] = []
  private var empty = 0
  private var without = 0
  private var silent = 0

  /// What people write where they have no answer, in lower case and without a point at the end.
  private static let nonAnswers: Set<String> = ["", "-", "--", "---", "–", "—", "n.v.t", "nvt", "n/a", "n.a"]
  /// Respondents who stand twice, of whom so many are named.
  private static let shownDuplicates = 10

  init(_ sheet: SurveySheet, _ columns: SurveyColumns, unit: SurveyOptions.Unit, format: String) {
    self.sheet = sheet
    self.columns = columns
    self.unit = unit
    self.format = format
    labels = Self.labels(columns.open.map { sheet.heads[$0] })
  }

  mutating func reading() -> Reading {
    let names = names()
    let duplicates = duplicates(of: names)
    guard duplicates.isEmpty else { return Reading(problems: sheet.problems + duplicates) }
    for (row, name) in zip(sheet.rows, names) { take(row, name) }
    if transcripts.isEmpty {
      let heads = columns.open.map { "'\(sheet.heads[$0])'" }.joined(separator: ", ")
      let refusal = IntakeProblem(file: sheet.file.name, "No row has an answer in \(heads).", .refused)
      return Reading(problems: sheet.problems + [refusal])
    }
    noteWhatIsMissing()
    var reading = Reading(transcripts: transcripts, problems: sheet.problems)
    reading.cases = cases
    return reading
  }

  /// Names of respondents, one a row; a row without one is called by its number, `r0007`.
  private mutating func names() -> [String] {
    let width = max(4, "\(sheet.rows.count)".count)
    let numbered = { (number: Int) in
      let digits = "\(number)"
      return "r" + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    guard let column = columns.respondent else {
      sheet.note(
        "No column names the respondents; they are called by their row, from '\(numbered(1))'.",
        hint: "A column that names them can be given with --respondent.")
      return (0..<sheet.rows.count).map { numbered($0 + 1) }
    }
    var nameless: [Int] = []
    let names = sheet.rows.enumerated().map { offset, row in
      let name = SurveySheet.oneLine(sheet.text(row, column))
      if name.isEmpty { nameless.append(row.line) }
      return name.isEmpty ? numbered(offset + 1) : name
    }
    if let first = nameless.first {
      let rows = counted(nameless.count, "row has", "rows have")
      sheet.warn(
        "\(rows) no respondent in '\(sheet.heads[column])'; called by the number of the row, such as "
          + "'\(numbered((sheet.rows.firstIndex { $0.line == first } ?? 0) - sheet.rows.startIndex + 1))'.", line: first
      )
    }
    return names
  }

  private func duplicates(of names: [String]) -> [IntakeProblem] {
    var lines: [String: Int] = [:]
    var problems: [IntakeProblem] = []
    var count = 0
    for (row, name) in zip(sheet.rows, names) {
      guard let first = lines[name] else {
        lines[name] = row.line
        continue
      }
      count += 1
      guard count <= Self.shownDuplicates else { continue }
      problems.append(
        IntakeProblem(
          file: sheet.file.name, line: row.line,
          "The respondent '\(name)' stands twice: in line \(first) and in line \(row.line).", .refused,
          hint: count > 1
            ? nil
            : "Where '\(columns.respondent.map { sheet.heads[$0] } ?? "")' names no respondents, name the column that "
              + "does with --respondent, and the column of schools or other cases with --case-column."))
    }
    if count > Self.shownDuplicates {
      problems.append(
        IntakeProblem(
          file: sheet.file.name, "\(count - Self.shownDuplicates) more rows name a respondent who stands above.",
          .refused))
    }
    return problems
  }

  private mutating func take(_ row: CellGrid.Row, _ name: String) {
    let attributes = attributes(of: row)
    let answers = columns.open.enumerated().compactMap { place, column -> (place: Int, words: String)? in
      guard let span = sheet.grid.span(row, column) else {
        empty += 1
        return nil
      }
      let words = sheet.grid.bytes.string(span)
      guard !Self.isNonAnswer(words) else {
        without += 1
        return nil
      }
      return (place, words)
    }
    if answers.isEmpty { silent += 1 }
    if columns.caseName == nil { cases.append(CaseFacts(name: name, attributes: attributes)) }
    switch unit {
    case .question:
      for answer in answers {
        let question = Attribute("question", [sheet.heads[columns.open[answer.place]]])
        add("\(name)-\(labels[answer.place])", row, name, [(nil, answer.words)], attributes, question)
      }
    case .respondent:
      guard !answers.isEmpty else { return }
      let headed = answers.map { (sheet.heads[columns.open[$0.place]] as String?, $0.words) }
      add(name, row, name, headed, attributes, nil)
    }
  }

  private static func isNonAnswer(_ words: String) -> Bool {
    guard words.utf8.count <= 8 else { return false }
    let small = words.lowercased()
    return nonAnswers.contains(small.hasSuffix(".") ? String(small.dropLast()) : small)
  }

  /// The closed answers; columns share the values that return, as the answers to choose from do.
  private mutating func attributes(of row: CellGrid.Row) -> [Attribute] {
    var attributes: [Attribute] = []
    for column in columns.closed {
      guard let span = sheet.grid.span(row, column) else { continue }
      let cell = sheet.grid.bytes.string(span)
      let head = sheet.heads[column]
      if let known = values[cell] {
        attributes.append(Attribute(head, known))
      } else if let attribute = Attribute(name: head, cell: cell) {
        if values.count < 100_000 { values[cell] = attribute.values }
        attributes.append(attribute)
      }
    }
    return attributes
  }

  /// A heading is the label of the answer below it: it is read, and neither counted nor found as words of the respondent.
  private mutating func add(
    _ name: String, _ row: CellGrid.Row, _ respondent: String, _ answers: [(heading: String?, words: String)],
    _ attributes: [Attribute], _ question: Attribute?
  ) {
    var text = ""
    var turns: [Turn] = []
    for answer in answers {
      let start = text.utf8.count
      if start > 0 { text += "\n" }
      if let heading = answer.heading { text += heading + "\n" }
      let words = text.utf8.count
      text += answer.words + "\n"
      if start > 0 { turns[turns.count - 1].span.end = start + 1 }
      turns.append(
        Turn(span: TextSpan(start > 0 ? start + 1 : 0, text.utf8.count), wordsStart: words, speaker: 0))
    }
    var speaker = Speaker(name: respondent, role: "respondent")
    var transcript = Transcript(name: name, format: format, text: text, turns: turns, caseName: respondent)
    transcript.attributes = question.map { [$0] } ?? []
    if let column = columns.caseName {
      let caseName = SurveySheet.oneLine(sheet.text(row, column))
      transcript.caseName = caseName.isEmpty ? nil : caseName
      transcript.attributes += attributes.filter { $0.name != question?.name }
      speaker.attributes = attributes
    }
    transcript.speakers = [speaker]
    transcripts.append(transcript)
  }

  private mutating func noteWhatIsMissing() {
    if empty + without > 0 {
      let isEmpty = empty > 0 ? counted(empty, "open answer is empty", "open answers are empty") : nil
      let answer =
        empty > 0 ? counted(without, "says", "say") : counted(without, "open answer says", "open answers say")
      let saysNothing = without > 0 ? "\(answer) only '-', 'n.v.t.' or the like" : nil
      let what = [isEmpty, saysNothing].compactMap { $0 }.joined(separator: " and ")
      sheet.note("\(what); \(empty + without == 1 ? "it makes" : "they make") no transcript.")
    }
    guard silent > 0, columns.caseName != nil else { return }
    sheet.warn(
      "\(counted(silent, "respondent gives", "respondents give")) no open answer, and so the closed answers of "
        + "\(silent == 1 ? "that one" : "those") are kept nowhere.",
      hint: "Where the respondents are the cases, closed answers are kept with the case; 'cases load' reads them too.")
  }

  /// Short names for questions: at most 40 characters, whole words, and no two alike.
  static func labels(_ heads: [String]) -> [String] {
    var taken: Set<String> = []
    var next: [String: Int] = [:]
    return heads.map { head in
      let plain = String(head.map { ":/\\".contains($0) ? " " : $0 })
      var label = ""
      for word in plain.split(separator: " ") {
        guard label.count + word.count < 40 else { break }
        label += (label.isEmpty ? "" : " ") + word
      }
      if label.isEmpty { label = String(plain.trimmed.prefix(40)) }
      let small = label.lowercased()
      var number = next[small] ?? 2
      var unique = label
      while !taken.insert(unique.lowercased()).inserted {
        unique = "\(label) \(number)"
        number += 1
      }
      next[small] = number
      return unique
    }
  }
}
