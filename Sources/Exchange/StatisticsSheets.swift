import Model

/// The sheets of a study for a statistics program; cells are what they are, with no guard against formulas.
struct StatisticsSheets {
  private let study: WholeStudy
  private let positions: [TextPositions]

  init(_ study: WholeStudy) {
    self.study = study
    positions = study.transcripts.map { TextPositions($0.transcript.text) }
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      let isPlain = !cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 < 0x20 }
      return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\n"
  }

  private func sheet(_ head: [String], _ rows: some Sequence<[String]>) -> String {
    rows.reduce(into: Self.row(head)) { $0 += Self.row($1) }
  }

  /// A sheet with a column for each attribute; those that are called as a column of the sheet get another name.
  private func wide(_ head: [String], _ rows: [(cells: [String], attributes: [Attribute])]) -> String {
    let names = Set(rows.flatMap { $0.attributes.map(\.name) }).sorted()
    var free = FreeNames(head)
    let heads = names.map { free.name($0) }
    return sheet(
      head + heads,
      rows.map { row in
        let values = Dictionary(
          row.attributes.map { ($0.name, $0.values.joined(separator: "|")) }, uniquingKeysWith: { first, _ in first })
        return row.cells + names.map { values[$0] ?? "" }
      })
  }

  var transcripts: String {
    wide(
      ["transcript", "case", "format", "text"],
      study.transcripts.map(\.transcript).map {
        ([$0.name, $0.caseName ?? "", $0.format, $0.text], $0.attributes)
      })
  }

  var cases: String { wide(["case"], study.cases.map { ([$0.name], $0.attributes) }) }

  var speakers: String {
    wide(
      ["transcript", "speaker", "role"],
      study.transcripts.map(\.transcript).flatMap { transcript in
        transcript.speakers.map { ([transcript.name, $0.name, $0.role ?? ""], $0.attributes) }
      })
  }

  private func point(_ place: Int, _ byte: Int) -> String { "\(positions[place].codePoint(ofByte: byte) ?? 0)" }

  /// The text of a segment is its words, without the label before them.
  var segments: String {
    sheet(
      ["transcript", "case", "segment", "turn", "speaker", "role", "seconds", "start", "end", "text"],
      study.transcripts.enumerated().flatMap { place, entry in
        entry.segments.enumerated().map { number, segment in
          let transcript = entry.transcript
          let turn = transcript.turns.indices.contains(segment.turn) ? transcript.turns[segment.turn] : nil
          let speaker = turn?.speaker.map { transcript.speakers[$0] }
          return [
            transcript.name, transcript.caseName ?? "", "\(number + 1)", "\(segment.turn + 1)", speaker?.name ?? "",
            speaker?.role ?? "", turn?.time.map { "\($0)" } ?? "", point(place, segment.wordsStart),
            point(place, segment.span.end), positions[place].text(of: TextSpan(segment.wordsStart, segment.span.end)),
          ]
        }
      })
  }

  var codes: String {
    let depths = study.codebook.tree.depths
    return sheet(
      ["code", "name", "parent", "level", "definition", "use", "not", "example", "color"],
      study.codes.enumerated().map { place, entry in
        let code = entry.code
        return [
          code.key, code.name, code.parent ?? "", "\(depths[place] + 1)", code.definition ?? "", code.use ?? "",
          code.not ?? "", code.example ?? "", code.color ?? "",
        ]
      })
  }

  /// Each with the first and the last segment it touches.
  var codings: String {
    let starts = study.transcripts.map { $0.segments.map(\.span.start) }
    return sheet(
      ["transcript", "case", "first_segment", "last_segment", "start", "end", "code", "coder", "text"],
      study.codings.map { coding in
        let place = coding.transcript
        let transcript = study.transcripts[place].transcript
        let first = Self.last(in: starts[place], notAfter: coding.span.start)
        let last = Self.last(in: starts[place], notAfter: coding.span.end - 1)
        return [
          transcript.name, transcript.caseName ?? "", first.map { "\($0 + 1)" } ?? "", last.map { "\($0 + 1)" } ?? "",
          point(place, coding.span.start), point(place, coding.span.end), study.codes[coding.code].code.key,
          study.coders[coding.coder].name, positions[place].text(of: coding.span),
        ]
      })
  }

  /// The last of ascending numbers that is not after another.
  private static func last(in numbers: [Int], notAfter limit: Int) -> Int? {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  var memos: String {
    let places = Dictionary(
      study.transcripts.enumerated().map { ($1.transcript.name, $0) }, uniquingKeysWith: { first, _ in first })
    return sheet(
      ["about", "case", "transcript", "start", "end", "code", "coder", "at", "text"],
      study.memos.map { memo in
        let cells: [String]
        switch memo.subject {
        case .study: cells = ["study", "", "", "", "", ""]
        case .ofCase(let name): cells = ["case", name, "", "", "", ""]
        case .code(let key): cells = ["code", "", "", "", "", key]
        case .transcript(let name): cells = ["transcript", "", name, "", "", ""]
        case .passage(let name, let span, let key):
          let ends = places[name].map { [point($0, span.start), point($0, span.end)] } ?? ["", ""]
          cells = ["passage", "", name] + ends + [key ?? ""]
        }
        return cells + [memo.coder ?? "", memo.at, memo.text]
      })
  }
}
