public import Model

/// A project of RQDA: one file `NAME.rqda` with its tables (github.com/Ronggui/RQDA, database version 0.2.2 and before).
///
/// Rows whose status is not 1 were deleted there.
public enum RQDAStudy {
  public static let tables = [
    "project", "source", "freecode", "codecat", "treecode", "coding", "coding2", "cases", "caselinkage", "caseattr",
    "fileattr", "annotation", "journal", "image", "imagecoding", "filecat", "treefile",
  ]

  public static func read(
    _ tables: ForeignTables, name: String, path: String, coder: String,
    isStopped: @escaping () -> Bool = { false }
  ) throws(Problem) -> ForeignStudy {
    guard tables.has("freecode", columns: ["id", "name"]), tables.has("source", columns: ["id", "name", "file"]) else {
      throw Problem(
        "'\(PathText.name(of: path))' is no project of RQDA: its tables are others.", file: path,
        hint: "Name the file that ends in .rqda.")
    }
    let project = tables["project"].first
    var draft = ForeignStudyDraft(
      name, seed: "RQDA/" + (project?.text("date") ?? ""), file: path, coder: coder, isStopped: isStopped)
    func standing(_ table: String) -> [ForeignTables.Row] {
      tables[table].filter { $0.number("status") == 1 || $0["status"] == .none }
    }
    readCodes(standing, &draft)
    for row in standing("source") {
      draft.add(
        source: row.text("id") ?? "", name: row.text("name") ?? "source", text: row.text("file") ?? "",
        memo: words(row, "memo"), coder: row.text("owner"))
    }
    readCases(standing, &draft)
    for (number, row) in standing("coding").enumerated() {
      let quote = row.text("seltext")
      guard let place = draft.span(row.text("fid") ?? "", row.number("selfirst"), row.number("selend"), quote: quote)
      else {
        continue
      }
      draft.add(
        place, code: row.text("cid") ?? "", coder: row.text("owner"), memo: words(row, "memo"), id: "\(number)")
    }
    for (number, row) in standing("annotation").enumerated() {
      guard let position = row.number("position") else { continue }
      // The last character before it; a place before the text is one outside of it.
      let at = max(-1, position)
      guard let place = draft.span(row.text("fid") ?? "", at > 0 ? at - 1 : at, at == 0 ? 1 : at, quote: nil) else {
        continue
      }
      let subject = Memo.Subject.passage(
        transcript: draft.name(ofTranscript: place.transcript), span: place.span, code: nil)
      draft.add(memo: words(row, "annotation"), about: subject, "annotation", "\(number)", coder: row.text("owner"))
    }
    draft.add(memo: project.flatMap { words($0, "memo") }, about: .study, "project", "1", coder: nil)
    for (number, row) in standing("journal").enumerated() {
      let words = [row.text("name"), row.text("journal")].compactMap { $0 }.joined(separator: "\n\n")
      draft.add(memo: words, about: .study, "journal", "\(number)", coder: row.text("owner"))
    }
    draft.report.lose("category of files", "categories of files", count: standing("filecat").count)
    draft.report.lose("coded part of a picture", "coded parts of pictures", count: standing("imagecoding").count)
    draft.report.lose("coding of the second list", "codings of the second list", count: standing("coding2").count)
    return draft.foreign
  }

  /// R writes `NA` for nothing.
  private static func words(_ row: ForeignTables.Row, _ column: String) -> String? {
    row.text(column).flatMap { $0 == "NA" ? nil : $0 }
  }

  /// A code may stand in several categories there; here it stands in the first.
  private static func readCodes(
    _ standing: (String) -> [ForeignTables.Row], _ draft: inout ForeignStudyDraft
  ) {
    var parents: [String: String] = [:]
    for row in standing("treecode") {
      guard let code = row.text("cid"), let category = row.text("catid") else { continue }
      if parents[code] == nil {
        parents[code] = "cat" + category
      } else {
        draft.report.lose("second category of a code", "second categories of a code")
      }
    }
    let categories = standing("codecat").map { row in
      (
        id: "cat" + (row.text("catid") ?? ""), name: row.text("name") ?? "category", definition: words(row, "memo"),
        color: String?.none, parent: String?.none, isFolder: true
      )
    }
    let codes = standing("freecode").map { row in
      (
        id: row.text("id") ?? "", name: row.text("name") ?? "code", definition: words(row, "memo"),
        color: row.text("color"), parent: parents[row.text("id") ?? ""], isFolder: false
      )
    }
    draft.add(tree: categories + codes)
  }

  private static func readCases(
    _ standing: (String) -> [ForeignTables.Row], _ draft: inout ForeignStudyDraft
  ) {
    for row in standing("cases") {
      draft.add(
        case: row.text("id") ?? "", name: row.text("name") ?? "", memo: words(row, "memo"), coder: row.text("owner"))
    }
    for row in standing("caselinkage") {
      guard let source = row.text("fid"), let id = row.text("caseid"), let length = draft.length(ofSource: source)
      else {
        continue
      }
      if row.number("selfirst") ?? 0 == 0, row.number("selend") ?? 0 >= length - 1 {
        draft.put(source: source, inCase: id)
      } else {
        draft.report.lose("passage that is a case", "passages that are cases")
      }
    }
    for row in standing("caseattr") {
      guard let name = row.text("variable"), let value = row.text("value"), let id = row.text("caseid") else {
        continue
      }
      draft.set(name, value, ofCase: id)
    }
    for row in standing("fileattr") {
      guard let name = row.text("variable"), let value = row.text("value"), let id = row.text("fileid") else {
        continue
      }
      draft.set(name, value, ofSource: id)
    }
  }
}
