/// What each column of a survey is for.
struct SurveyColumns: Equatable {
  /// The column that names the respondent; nil where rows are numbered.
  private(set) var respondent: Int?
  /// The column that names the case, where the respondent is not the case.
  private(set) var caseName: Int?
  /// In the order in which they were named.
  private(set) var open: [Int] = []
  /// Everything else, in the order of the sheet.
  private(set) var closed: [Int] = []

  /// Heads by which a respondent goes, the surest first; `case` comes last, as it may be a school.
  private static let respondentHeads = [
    "respondent", "respondent_id", "respondentid", "respondent id", "respondentnummer", "respondentnr", "respnr",
    "respid", "responseid", "response id", "deelnemer", "participant", "id", "nr", "nummer", "case",
  ]

  /// Finds the columns that the options name; a problem that refuses the file where one is not there.
  init(_ options: SurveyOptions, in sheet: SurveySheet) throws(IntakeProblem) {
    for name in options.open {
      let column = try Self.column(name, in: sheet)
      if !open.contains(column) { open.append(column) }
    }
    if let name = options.caseColumn { caseName = try Self.column(name, in: sheet) }
    if let name = options.respondent {
      respondent = try Self.column(name, in: sheet)
    } else {
      respondent = Self.respondentHeads.lazy.compactMap { sheet.column($0) }
        .first { $0 != caseName && !open.contains($0) }
    }
    // A sheet that has both tells respondents and cases apart.
    if options.caseColumn == nil, let column = sheet.column("case"), column != respondent { caseName = column }
    if caseName == respondent { caseName = nil }
    let used = Set(open + [respondent, caseName].compactMap { $0 })
    if let column = open.first(where: { $0 == respondent || $0 == caseName }) {
      throw IntakeProblem(
        file: sheet.file.name, line: sheet.headLine,
        "'\(sheet.heads[column])' is named as an open answer and as a name too.", .refused,
        hint: "A column is one or the other.")
    }
    closed = sheet.heads.indices.filter { !used.contains($0) && !sheet.heads[$0].isEmpty }
  }

  private static func column(_ name: String, in sheet: SurveySheet) throws(IntakeProblem) -> Int {
    if let column = sheet.column(name) { return column }
    let heads = sheet.heads.filter { !$0.isEmpty }
    let shown = heads.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
    let more = heads.count > 12 ? " and \(heads.count - 12) more" : ""
    throw IntakeProblem(
      file: sheet.file.name, line: sheet.headLine, "There is no column '\(name)'.", .refused,
      hint: "The columns are: \(shown)\(more).")
  }
}
