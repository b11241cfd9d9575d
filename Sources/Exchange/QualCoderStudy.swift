public import Model

/// A project of QualCoder: a folder `NAME.qda` with its database and its files.
///
/// The tables are those of QualCoder's database version 17 and before (github.com/ccbogel/QualCoder).
public enum QualCoderStudy {
  /// The file in the folder that holds the tables.
  public static let database = "data.qda"

  public static let tables = [
    "project", "source", "code_name", "code_cat", "code_text", "code_image", "code_av", "annotation", "cases",
    "case_text",
    "attribute", "journal",
  ]

  /// - Parameter file: the bytes of a file of the folder, by its path in it.
  public static func read(
    _ tables: ForeignTables, name: String, path: String, coder: String,
    isStopped: @escaping () -> Bool = { false }, file: (String) -> [UInt8]?
  ) throws(Problem) -> ForeignStudy {
    guard tables.has("source", columns: ["id", "name", "fulltext"]), tables.has("code_name", columns: ["cid", "name"])
    else {
      throw Problem(
        "'\(PathText.name(of: path))' is no project of QualCoder: its tables are others.", file: path,
        hint: "Name the folder that ends in .qda.")
    }
    let project = tables["project"].first
    var draft = ForeignStudyDraft(
      name, seed: "QualCoder/" + (project?.text("date") ?? ""), file: path, coder: project?.text("codername") ?? coder,
      isStopped: isStopped)
    readCodes(tables, &draft)
    readSources(tables, file, &draft)
    readCases(tables, &draft)
    readCodings(tables, &draft)
    draft.add(memo: project?.text("memo"), about: .study, "project", "1", coder: nil)
    for row in tables["journal"] {
      let words = [row.text("name"), row.text("jentry")].compactMap { $0 }.joined(separator: "\n\n")
      draft.add(
        memo: words, about: .study, "journal", row.text("jid") ?? "", coder: row.text("owner"), at: row.text("date"))
    }
    draft.report.lose("coded part of a picture", "coded parts of pictures", count: tables["code_image"].count)
    draft.report.lose("coded part of a recording", "coded parts of recordings", count: tables["code_av"].count)
    return draft.foreign
  }

  private static func readCodes(_ tables: ForeignTables, _ draft: inout ForeignStudyDraft) {
    let categories = tables["code_cat"].map { row in
      (
        id: "cat" + (row.text("catid") ?? ""), name: row.text("name") ?? "category", definition: row.text("memo"),
        color: String?.none, parent: row.text("supercatid").map { "cat" + $0 }, isFolder: true
      )
    }
    let codes = tables["code_name"].map { row in
      (
        id: row.text("cid") ?? "", name: row.text("name") ?? "code", definition: row.text("memo"),
        color: row.text("color"), parent: row.text("supercid") ?? row.text("catid").map { "cat" + $0 },
        isFolder: false
      )
    }
    draft.add(tree: categories + codes)
  }

  private static func readSources(
    _ tables: ForeignTables, _ file: (String) -> [UInt8]?, _ draft: inout ForeignStudyDraft
  ) {
    for row in tables["source"] {
      let (id, name, path) = (row.text("id") ?? "", row.text("name") ?? "source", row.text("mediapath"))
      var hasText = false
      if let text = row.text("fulltext") {
        hasText = draft.add(source: id, name: name, text: text, memo: row.text("memo"), coder: row.text("owner"))
      }
      guard let path, let (kind, inside) = place(of: path) else {
        if path != nil, !hasText { draft.report.lose("file outside the project", "files outside the project", name) }
        continue
      }
      guard let bytes = file(inside) else {
        draft.report.problem("The file '\(inside)' of the project is missing.", file: draft.file)
        continue
      }
      draft.add(
        StudyAttachment(
          name, kind: kind, fileName: PathText.name(of: inside), bytes: bytes,
          transcript: hasText ? draft.transcript(id).map { draft.name(ofTranscript: $0) } : nil,
          guid: draft.mark("file", id)))
    }
  }

  /// Where a file that is kept with the project lies: `/images/plan.png`; texts are in the table.
  private static func place(of path: String) -> (StudyAttachment.Kind, String)? {
    let name = PathText.name(of: path)
    guard path.hasPrefix("/"), !name.isEmpty, name != ".." else { return nil }
    if path.hasPrefix("/images/") { return (.picture, "images/" + name) }
    if path.hasPrefix("/audio/") { return (.audio, "audio/" + name) }
    if path.hasPrefix("/video/") { return (.video, "video/" + name) }
    return path.hasPrefix("/docs/") && name.lowercased().hasSuffix(".pdf") ? (.pdf, "documents/" + name) : nil
  }

  private static func readCases(_ tables: ForeignTables, _ draft: inout ForeignStudyDraft) {
    for row in tables["cases"] {
      draft.add(
        case: row.text("caseid") ?? "", name: row.text("name") ?? "", memo: row.text("memo"), coder: row.text("owner"))
    }
    for row in tables["case_text"] {
      guard let source = row.text("fid"), let id = row.text("caseid") else { continue }
      let (start, end) = (row.number("pos0") ?? 0, row.number("pos1") ?? 0)
      guard let length = draft.length(ofSource: source) else { continue }
      // The last line end is not always counted; 0 to 0 is all of it too.
      if start == 0, end >= length - 1 || end == 0 {
        draft.put(source: source, inCase: id)
      } else {
        draft.report.lose("passage that is a case", "passages that are cases")
      }
    }
    for row in tables["attribute"] {
      guard let name = row.text("name"), let value = row.text("value"), let id = row.text("id") else { continue }
      switch row.text("attr_type") {
      case "case": draft.set(name, value, ofCase: id)
      case "file": draft.set(name, value, ofSource: id)
      default: draft.report.lose("attribute of something else", "attributes of something else", name)
      }
    }
  }

  private static func readCodings(_ tables: ForeignTables, _ draft: inout ForeignStudyDraft) {
    // Its window counts units of UTF-16, its search characters.
    for (source, rows) in Dictionary(grouping: tables["code_text"], by: { $0.text("fid") ?? "" }) {
      draft.choosePositions(
        ofSource: source, rows.map { ($0.number("pos0") ?? 0, $0.number("pos1") ?? 0, $0.text("seltext")) })
    }
    for row in tables["code_text"] {
      let quote = row.text("seltext")
      guard let place = draft.span(row.text("fid") ?? "", row.number("pos0"), row.number("pos1"), quote: quote) else {
        continue
      }
      draft.add(
        place, code: row.text("cid") ?? "", coder: row.text("owner"), memo: row.text("memo"), id: row.text("ctid") ?? ""
      )
      if row.number("important") == 1 { draft.report.lose("mark 'important'", "marks 'important'") }
    }
    for row in tables["annotation"] {
      guard let place = draft.span(row.text("fid") ?? "", row.number("pos0"), row.number("pos1"), quote: nil) else {
        continue
      }
      draft.add(
        memo: row.text("memo"),
        about: .passage(transcript: draft.name(ofTranscript: place.transcript), span: place.span, code: nil),
        "annotation",
        row.text("anid") ?? "", coder: row.text("owner"), at: row.text("date"))
    }
  }
}
