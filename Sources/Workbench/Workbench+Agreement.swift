import Analysis
import Exchange
public import Model
import Retrieval
import Store

/// What agreement is to be worked out on, as typed.
public struct AgreementRequest: Equatable, Sendable {
  /// In a study: the codes, all where none is named.
  public var codes: [String]
  /// In a study: `segment`, or `turn`, `paragraph` or `sentence` of the text.
  public var unit: String
  /// In a study: compare the spans as they were marked, not the units they touch.
  public var spans: Bool
  /// The statistics that are shown; `all`, or nothing for the usual ones.
  public var statistics: [String]
  /// How often the units are drawn anew for the intervals; nil for the intervals of Gwet.
  public var resamples: Int?
  public var seed: UInt64

  public init(
    codes: [String] = [], unit: String = "segment", spans: Bool = false, statistics: [String] = [],
    resamples: Int? = nil, seed: UInt64 = 1
  ) {
    self.codes = codes
    self.unit = unit
    self.spans = spans
    self.statistics = statistics
    self.resamples = resamples
    self.seed = seed
  }
}

extension Workbench {
  /// How far coders agree in the study.
  public func agreement(_ request: AgreementRequest, _ filter: FilterRequest) throws -> Table {
    let tree = try codebook().tree
    let wanted = try codeIndices(request.codes)
    let unit = SegmentUnit(rawValue: request.unit)
    guard unit != nil || request.unit == "segment" else {
      throw Problem(
        "'\(request.unit)' is no unit to compare coders on.",
        hint: "Compare on the study's segments (--unit segment), or on turn, paragraph or sentence.", kind: .usage)
    }
    let selection = try select(filter)
    let needs: GroundNeeds = request.spans ? [] : unit == nil ? .segments : .turns
    var ground = try store.ground(selection.scope, needs: needs)
    if let unit, unit != .turn, !request.spans { ground.segments = try textUnits(unit, of: &ground) }
    let whole = try store.ground(try select(FilterRequest(coders: filter.coders)).scope, needs: [])
    let coded = CodedGround(ground, whole: whole, codes: wanted, tree: tree)
    try requireTwo(coded, isSpans: request.spans)
    let interrupter = interrupter
    let goingOn: @Sendable () throws -> Void = { try interrupter.goOn() }
    var table: Table
    if request.spans {
      let spans = try coded.spans { try store.text(ofTranscript: $0) ?? "" }
      let shown = try Self.shown(request, of: SpanAgreement.names, usual: Self.usual)
      table = try SpanAgreement(spans, families: coded.families, goingOn: goingOn).table(showing: shown)
    } else {
      let agreement = try CodeSetAgreement(
        coded.codeSets(on: unit == .turn ? ground.turns : ground.segments), families: coded.families,
        resamples: request.resamples, seed: request.seed, goingOn: goingOn)
      let shown = try Self.shown(request, of: agreement.names, usual: Self.usual)
      table = try agreement.table(called: request.unit + "s", showing: shown)
    }
    let keys = Set(wanted.map { tree.keys[$0] })
    table.rows = table.rows.filter { row in
      if case .text(let key) = row[1] { key.isEmpty || keys.contains(key) } else { false }
    }
    table.notes += notes(on: coded, wanted, tree, isSpans: request.spans)
    if let unit, !request.spans {
      table.notes.append(
        .init("Units", "\(unit.rawValue)s of the text, whatever segments the transcripts are cut into"))
    }
    try sign(&table, selection)
    return table
  }

  /// The units of the text in the turns that pass; codings that begin on blanks begin with the unit that follows.
  private func textUnits(_ unit: SegmentUnit, of ground: inout CountingGround) throws -> UnitColumns {
    var units = TextUnits()
    for (number, name) in ground.transcripts.enumerated() {
      guard let stored = try store.transcript(named: name) else { continue }
      units.add(stored.transcript, number: Int32(number), by: unit, in: ground.turns)
    }
    ground.codings.begin(at: units.starts(of: ground.codings))
    return units.columns
  }

  private func requireTwo(_ coded: CodedGround, isSpans: Bool) throws {
    let number = isSpans ? coded.readByAll : coded.readByTwo
    guard number == 0 else { return }
    let who = coded.coders.isEmpty ? "Nobody coded here." : "Those who coded: \(coded.coders.joined(separator: ", "))."
    guard isSpans, coded.readByTwo > 0 else {
      throw Problem(
        "No transcript was coded by two coders.", hint: who + " 'codings load FILE' reads the work of another coder.",
        kind: .nothingFound)
    }
    throw Problem(
      "No transcript was coded by all \(coded.coders.count) coders.",
      hint: who + " Name two of them: agreement --spans --coder NAME --coder NAME", kind: .nothingFound)
  }

  /// Who counts as having read what, and which codes are not shown.
  private func notes(on coded: CodedGround, _ wanted: [Int], _ tree: CodeTree, isSpans: Bool) -> [Table.Note] {
    let number = isSpans ? coded.readByAll : coded.readByTwo
    let rule = isSpans ? "all of these coders" : "two coders or more"
    var notes = [
      Table.Note(
        "Compared",
        "\(number) of \(counted(coded.transcriptCount, "transcript")), those read by \(rule); who put any code in a"
          + " transcript has read it all")
    ]
    if isSpans {
      notes.append(.init("Characters", "of whole transcripts, also where a filter leaves segments out"))
    } else {
      notes.append(.init("Applied", "a code is on a unit with which its coding shares at least one character"))
    }
    let absent = wanted.filter { !coded.codes.contains($0) }.map { tree.keys[$0] }
    if !absent.isEmpty {
      let named = absent.prefix(20).joined(separator: ", ") + (absent.count > 20 ? ", …" : "")
      notes.append(.init("Left out", "\(counted(absent.count, "code")) that nobody put: \(named)"))
    }
    if coded.families.contains(where: { $0.count > 1 }) {
      notes.append(
        .init(
          "Parents", "A code by itself stands for itself and its children; codes together are taken as they were put."))
    }
    return notes
  }

  /// Agreement in a sheet, without a study.
  ///
  /// - Parameter goingOn: asked again and again; what it throws ends the work.
  public static func agreement(
    inSheet path: String, lengths: String? = nil, values: String? = nil, coders: [String] = [],
    _ request: AgreementRequest, command: String,
    goingOn: @escaping @Sendable () throws -> Void = {}
  ) throws -> Table {
    var reading = AgreementSheet.Request(values: try values.map(scheme), coders: coders)
    var files = [(name: path, bytes: try SourceFiles.bytes(of: path))]
    if let lengths {
      files.append((lengths, try SourceFiles.bytes(of: lengths)))
      let read = DocumentLength.read(try text(of: files[1].bytes, in: lengths), file: lengths)
      try Self.refuse(read.problems, file: lengths)
      reading.lengths = read.lengths
    }
    let read = AgreementSheet.read(try text(of: files[0].bytes, in: path), file: path, reading)
    try Self.refuse(read.problems, file: path)
    guard let sheet = read.sheet else { throw Problem("The sheet is empty.", file: path) }
    var table = try table(of: sheet, request, goingOn)
    table.notes += read.notes.map { Table.Note("Note", $0) }
    table.notes.append(.init("Source", path))
    table.recipe = recipe(files: files, command: command)
    return table
  }

  /// The worked examples of the literature, and whether they come out.
  public static func agreementExamples() throws -> (table: Table, agrees: Bool) { try AgreementExamples.check() }

  /// What is shown of a study where nothing is asked for: a table of every statistic of every code is too long to read.
  static let usual: Set = [
    "pooled_kappa", "identical_sets", "alpha_jaccard", "alpha_masi", "percent_pairwise", "positive_agreement",
    "cohen_kappa", "gwet_ac1", "alpha_nominal", "u", "bar_u", "cu", "cu_coverage", "binary_u", "char_kappa",
  ]

  private static func table(
    of sheet: AgreementSheet, _ request: AgreementRequest, _ goingOn: @escaping @Sendable () throws -> Void
  ) throws -> Table {
    switch sheet {
    case .values(let judgements):
      let agreement = JudgementAgreement(
        judgements, resamples: request.resamples, seed: request.seed, goingOn: goingOn)
      return try agreement.table(showing: try shown(request, of: agreement.names))
    case .codeSets(let sets):
      let agreement = try CodeSetAgreement(
        sets, resamples: request.resamples, seed: request.seed, goingOn: goingOn)
      return try agreement.table(showing: try shown(request, of: agreement.names))
    case .spans(let spans):
      return try SpanAgreement(spans, goingOn: goingOn).table(showing: try shown(request, of: SpanAgreement.names))
    }
  }

  /// The statistics that are shown; none for all.
  private static func shown(
    _ request: AgreementRequest, of known: Set<String>, usual: Set<String> = []
  ) throws -> Set<String> {
    guard !request.statistics.isEmpty else { return usual }
    guard request.statistics != ["all"] else { return [] }
    if let wrong = request.statistics.first(where: { !known.contains($0) }) {
      let near = Nearest.names(to: wrong, among: known.sorted()).map { "'\($0)'" }
      let meant = near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
      throw Problem(
        "There is no statistic '\(wrong)' here.", hint: meant + "There are: \(known.sorted().joined(separator: ", ")).",
        kind: .usage)
    }
    return Set(request.statistics)
  }

  /// The values of a scheme as they are typed: `a,b,c`, a value with a comma in double quotes.
  private static func scheme(_ typed: String) throws -> [String] {
    let values = DelimitedText(typed.replacing(";", with: "\u{1}").replacing("\t", with: "\u{2}")).records.first?.fields
      .map { $0.replacing("\u{1}", with: ";").replacing("\u{2}", with: "\t") }
    guard let values, !values.contains("") else {
      throw Problem("A value is missing in '\(typed)'.", hint: "Write them so: --values yes,no", kind: .usage)
    }
    var seen: Set<String> = []
    if let double = values.first(where: { !seen.insert($0).inserted }) {
      throw Problem("The value '\(double)' stands twice in --values.", hint: "Name each value once.", kind: .usage)
    }
    return values
  }
}
