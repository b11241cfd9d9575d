public import Model

/// A codebook as REFI-QDA exchanges it: a file that ends in `.qdc` (version 1.5 of the standard, 2019).
public enum QDACodebook {
  public struct Reading: Equatable, Sendable {
    public var codes: [StudyCode]
    /// Whether the codes told their own keys, as those written here do.
    public var hasKeys: Bool
    public var report: TransferReport
  }

  /// Reads a codebook, of any version of the format; throws when there is none in the file.
  public static func read(_ bytes: [UInt8], file: String) throws(Problem) -> Reading {
    let root = try QDAElement.read(bytes, file: file)
    var report = TransferReport()
    let book = root.name == "codebook" ? root : root.first("CodeBook")
    guard let book, let list = book.first("Codes"), list.first("Code") != nil else {
      throw Problem(
        "There are no codes in the file: it has no 'CodeBook' with 'Codes' in it.", file: file,
        hint: "Export the codebook anew from the program it comes from.")
    }
    var marks = QDAMarks()
    let codes = QDACodes(list, marks: &marks, file: file, report: &report)
    for set in book.first("Sets")?.all("Set") ?? [] { report.lose("set of codes", "sets of codes", set["name"]) }
    report.take(marks, file: file)
    return Reading(codes: codes.codes, hasKeys: codes.hasKeys, report: report)
  }

  /// Writes a codebook; throws when there is no code, for which the format has no form.
  public static func write(_ codes: [StudyCode]) throws(Problem) -> (bytes: [UInt8], report: TransferReport) {
    guard !codes.isEmpty else {
      throw Problem("There is no code to write.", hint: "Load a codebook first: codebook load FILE")
    }
    var text = QDAText()
    text.element("CodeBook", [("xmlns", "urn:QDA-XML:codebook:1.0"), ("origin", "Draad")]) { text in
      QDACodes.write(codes, to: &text)
    }
    var report = TransferReport()
    report.lose("character that XML cannot hold", "characters that XML cannot hold", count: text.dropped)
    return (text.bytes, report)
  }
}

extension TransferReport {
  /// What was found of marks.
  mutating func take(_ marks: QDAMarks, file: String) {
    if marks.madeUp > 0 {
      note("\(marks.madeUp == 1 ? "1 thing had" : "\(marks.madeUp) things had") no proper mark (GUID) and got one.")
    }
    for name in marks.doubled {
      problem(
        "'\(TransferReport.shown(name))' has the mark (GUID) of something else; it got one of its own.", file: file)
    }
  }
}
