public import Model
import Retrieval
import Store

/// What is to be drawn, as typed.
public struct SampleRequest: Equatable, Sendable {
  /// `transcripts` or `segments`.
  public var unit: String
  /// `20`, or `10%`.
  public var size: String
  /// Attributes whose values make the strata; all is one stratum where none is named.
  public var attributes: [String]
  public var seed: Int

  public init(unit: String = "transcripts", size: String = "10%", by attributes: [String] = [], seed: Int = 1) {
    self.unit = unit
    self.size = size
    self.attributes = attributes
    self.seed = seed
  }
}

extension Workbench {
  /// A sample, before it is shown.
  struct DrawnSample {
    var selection: Selection
    var frame: SamplingFrame
    var draw: StratifiedDraw
    var attributes: [String]
    var units: [SamplingFrame.Unit]

    func name(_ unit: SamplingFrame.Unit) -> String { selection.scope.members[Int(unit.transcript)].name }
  }

  /// Draws some transcripts or segments by lot: the same for the same seed in every copy that holds the same.
  public func sample(_ request: SampleRequest, where condition: String? = nil) throws -> Table {
    let drawn = try draw(request, where: condition)
    var table = request.unit == "segments" ? try segmentsTable(of: drawn) : try transcriptsTable(of: drawn)
    table.notes = notes(on: drawn, request)
    table.notes.append(.init("Filter", drawn.selection.condition?.description ?? "none"))
    table.recipe = try recipe()
    return table
  }

  /// Draws; what is drawn stands by the name of its transcript, and by number.
  func draw(_ request: SampleRequest, where condition: String?) throws -> DrawnSample {
    guard ["transcripts", "segments"].contains(request.unit) else {
      throw Problem(
        "'\(request.unit)' cannot be drawn.", hint: "Draw --of transcripts or --of segments.", kind: .usage)
    }
    let size = try SampleSize(request.size, option: "--size")
    let isOfSegments = request.unit == "segments"
    let attributes = try strata(request.attributes, ofSegments: isOfSegments)
    let selection = try select(FilterRequest(condition: condition))
    let frame = try store.samplingFrame(selection.scope, bySegments: isOfSegments, by: attributes)
    guard !frame.units.isEmpty else {
      throw Problem(
        "There is nothing to draw from: no \(isOfSegments ? "segment" : "transcript") passes.",
        hint: "'transcripts' lists what is there; --where says what of it is looked at.", kind: .nothingFound)
    }
    let draw = StratifiedDraw(
      size.count(of: frame.units.count), of: frame.units.map(\.stratum),
      named: frame.strata.map { $0.joined(separator: "\u{1F}") }, seed: request.seed)
    var drawn = DrawnSample(selection: selection, frame: frame, draw: draw, attributes: attributes, units: [])
    drawn.units = draw.chosen.map { frame.units[$0] }.sorted {
      (drawn.name($0), $0.segment) < (drawn.name($1), $1.segment)
    }
    return drawn
  }

  /// The attributes that make strata, as they are called; throws for one that the units do not have.
  private func strata(_ typed: [String], ofSegments: Bool) throws -> [String] {
    let names = typed.flatMap { $0.split(separator: ",").map(\.trimmed) }.filter { !$0.isEmpty }
    try requireAttributes(names)
    for name in names {
      let folded = Folding.fold(name)
      guard folded != "coder" else {
        throw Problem("A sample is not drawn by coder.", hint: "Draw by what is known of the cases.", kind: .usage)
      }
      let levels = try store.levels(ofAttribute: name)
      let isOfSpeakers = folded == "speaker" || levels == [.speakers] || (levels.isEmpty && folded == "role")
      guard !ofSegments, isOfSpeakers else { continue }
      throw Problem(
        "'\(name)' is known of speakers, and a transcript has several.",
        hint: "Draw by what is known of cases or transcripts, or draw --of segments.", kind: .usage)
    }
    return names
  }

  private func transcriptsTable(of drawn: DrawnSample) throws -> Table {
    let lines = Dictionary(try store.transcriptLines().map { ($0.name, $0) }) { first, _ in first }
    let rows: [[Table.Cell]] = drawn.units.compactMap { unit in
      guard let line = lines[drawn.name(unit)] else { return nil }
      return [.text(line.name), line.caseName.map { .text($0) } ?? .none] + Self.cells(of: unit, drawn)
        + [.count(line.words), .count(line.segments)]
    }
    return Table(
      title: "Sample of transcripts",
      columns: [.init("transcript", "Transcript", .text), .init("case", "Case", .text)] + Self.columns(of: drawn)
        + [.init("words", "Words", .count), .init("segments", "Segments", .count)], rows: rows)
  }

  private func segmentsTable(of drawn: DrawnSample) throws -> Table {
    // Transcripts are opened one after the other.
    let order = drawn.units.indices.sorted {
      (drawn.units[$0].transcript, drawn.units[$0].segment) < (drawn.units[$1].transcript, drawn.units[$1].segment)
    }
    let passages = order.map {
      Passage(transcript: drawn.units[$0].transcript, span: drawn.units[$0].span, isSegment: true)
    }
    let found = try store.excerpts(of: passages, in: drawn.selection.scope, limit: nil) { _ in [] }
    var rows = [[Table.Cell]](repeating: [], count: drawn.units.count)
    for (place, item) in zip(order, found.items) {
      let unit = drawn.units[place]
      rows[place] =
        [.text(drawn.name(unit)), .count(Int(unit.segment))] + Self.cells(of: unit, drawn)
        + [item.speaker.map { .text($0) } ?? .none, .text(item.text)]
    }
    return Table(
      title: "Sample of segments",
      columns: [.init("transcript", "Transcript", .text), .init("segment", "Segment", .count)]
        + Self.columns(of: drawn) + [.init("speaker", "Speaker", .text), .init("text", "Text", .text)], rows: rows)
  }

  private static func columns(of drawn: DrawnSample) -> [Table.Column] {
    // The transcript and its case have columns of their own.
    drawn.attributes.map { .init("by_" + $0, $0, .text) }
  }

  private static func cells(of unit: SamplingFrame.Unit, _ drawn: DrawnSample) -> [Table.Cell] {
    drawn.frame.strata[Int(unit.stratum)].map { $0.isEmpty ? .none : .text($0) }
  }

  private func notes(on drawn: DrawnSample, _ request: SampleRequest) -> [Table.Note] {
    let noun = String(request.unit.dropLast())
    let all = drawn.frame.units.count
    var notes = [Table.Note("Drawn", "\(drawn.units.count) of \(counted(all, noun)) (--size \(request.size))")]
    if !drawn.attributes.isEmpty {
      let strata = zip(drawn.frame.strata, zip(drawn.draw.shares, drawn.draw.sizes)).map { values, numbers in
        let name = values.map { $0.isEmpty ? "none" : $0 }.joined(separator: " / ")
        return "\(name) \(numbers.0) of \(numbers.1)"
      }
      let more = strata.count > 40 ? ", and \(strata.count - 40) more" : ""
      notes.append(
        .init(
          "Strata", drawn.attributes.joined(separator: " / ") + ": " + strata.prefix(40).joined(separator: ", ") + more)
      )
      notes.append(.init("Shares", "each stratum by its size; what rounding leaves goes to the largest remainders"))
    }
    notes.append(.init("Seed", "\(request.seed); it draws the same in every copy that holds the same"))
    return notes
  }
}
