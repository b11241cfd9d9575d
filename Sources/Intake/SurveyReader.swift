/// Reads surveys: a row is a respondent, and the columns with open answers become transcripts.
struct SurveyReader: TranscriptReader {
  static let csv = SurveyReader(format: "csv", endings: ["csv", "tsv", "tab"])
  static let spreadsheet = SurveyReader(format: "xlsx", endings: ["xlsx", "xlsm"])

  let format: String
  let endings: [String]
  /// Rows that were left out, of which so many are named.
  private static let shownRows = 10

  /// Any text may be a sheet: of those only the ending tells.
  func recognises(_ bytes: [UInt8]) -> Bool { format == "xlsx" && SpreadsheetFile.recognises(bytes) }

  func isTakenFromFolders(_ options: ReadingOptions) -> Bool { !options.survey.open.isEmpty }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    do {
      if format == "xlsx" || SpreadsheetFile.recognises(file.bytes) { return try spreadsheet(file, options.survey) }
      return text(file, options.survey)
    } catch {
      return Reading(problems: [error])
    }
  }

  private func spreadsheet(_ file: SourceFile, _ options: SurveyOptions) throws(IntakeProblem) -> Reading {
    let book = try SpreadsheetFile(file)
    let sheet = try book.sheet(options.sheet)
    var problems = sheet.problems
    let others = book.sheetNames.filter { $0 != sheet.name }
    if options.sheet == nil, !others.isEmpty {
      let names = others.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
      problems.insert(
        IntakeProblem(file: file.name, "Read the sheet '\(sheet.name)'; the file also has \(names).", .note), at: 0)
    }
    return reading(SurveySheet(sheet.grid, file: file, problems: problems), options, format: "xlsx")
  }

  private func text(_ file: SourceFile, _ options: SurveyOptions) -> Reading {
    let decoding = TextDecoding(file)
    if decoding.problems.refuse { return Reading(problems: decoding.problems) }
    let delimited = DelimitedGrid(decoding.bytes)
    var problems = decoding.problems
    let leftOut = delimited.leftOut
    for row in leftOut.prefix(Self.shownRows) {
      problems.append(
        IntakeProblem(
          file: file.name, line: row.line, row.reason, .warning, hint: row.hint))
    }
    if leftOut.count > Self.shownRows {
      problems.append(
        IntakeProblem(
          file: file.name, "\(leftOut.count - Self.shownRows) more rows were left out for the same reasons.", .warning))
    }
    var reading = reading(SurveySheet(delimited.grid, file: file, problems: problems), options, format: "csv")
    reading.encoding = decoding.encoding
    return reading
  }

  private func reading(_ sheet: SurveySheet, _ options: SurveyOptions, format: String) -> Reading {
    guard !sheet.rows.isEmpty else {
      let text = "'\(sheet.file.shortName)' has no rows below its heads."
      return Reading(problems: sheet.problems + [IntakeProblem(file: sheet.file.name, text, .refused)])
    }
    guard !options.open.isEmpty else { return Reading(problems: sheet.problems + [SurveyRefusal.problem(of: sheet)]) }
    do {
      let columns = try SurveyColumns(options, in: sheet)
      var respondents = SurveyRespondents(sheet, columns, unit: options.unit, format: format)
      return respondents.reading()
    } catch {
      let isOther = options.open.allSatisfy { sheet.column($0) == nil } && SurveyRefusal.otherSheet(sheet) != nil
      return Reading(problems: sheet.problems + [isOther ? SurveyRefusal.problem(of: sheet) : error])
    }
  }
}
