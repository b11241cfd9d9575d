public import Model

/// What coders made of units or of text, as a sheet lists it; the first line says of which kind it is.
public enum AgreementSheet: Equatable, Sendable {
  /// `unit,coder,value`: one value a unit; no row or an empty value is no judgement.
  case values(Judgements)
  /// `unit,coder,codes` with `|` between the codes; an empty cell is a unit judged and nothing applied.
  case codeSets(CodeSetJudgements)
  /// `document,coder,code,start,end`: Unicode code points, end exclusive; a row with a coder and nothing after it is a coder
  /// who read everything and marked nothing.
  case spans(CodedSpans)

  /// What a person says beside the sheet.
  public struct Request: Equatable, Sendable {
    /// All values of the scheme in their order, or all codes; nil for those that occur.
    public var values: [String]?
    /// The only coders that are read; all when none is named.
    public var coders: [String]
    /// For each document how many Unicode code points it has.
    public var lengths: [DocumentLength]?

    public init(values: [String]? = nil, coders: [String] = [], lengths: [DocumentLength]? = nil) {
      self.values = values
      self.coders = coders
      self.lengths = lengths
    }
  }

  /// What was read, with what the reader did on its own.
  public struct Reading: Equatable, Sendable {
    public var sheet: AgreementSheet?
    public var notes: [String] = []
    /// Each with its line; with a problem there is no sheet.
    public var problems: [Problem] = []
  }

  static let kinds = "unit,coder,value or unit,coder,codes or document,coder,code,start,end"

  /// Reads `,`, `;` and tabs alike, heads in any capitals.
  ///
  /// Values are compared as text after NFC: capitals and blanks count. Units, coders and codes are read without the blanks
  /// around them.
  public static func read(_ text: String, file: String, _ request: Request = Request()) -> Reading {
    guard let head = HeadLine(of: text) else {
      return Reading(problems: [Problem("The sheet is empty.", file: file, hint: "'agreement --data' reads \(kinds).")])
    }
    let rows = JudgementRows(head: head, file: file)
    if let value = head.column("value") { return rows.readValues(text, column: value, request) }
    if let codes = head.column("codes") { return rows.readCodeSets(text, column: codes, request) }
    if head.column("start") != nil { return SpanRows(head: head, file: file).read(text, request) }
    let found = head.fields.map(\.trimmed).joined(separator: ",")
    return Reading(problems: [
      Problem(
        "The sheet has no column 'value', 'codes' or 'start'.", file: file, line: head.line,
        hint: "The first line reads '\(found)'; 'agreement --data' reads \(kinds).")
    ])
  }
}
