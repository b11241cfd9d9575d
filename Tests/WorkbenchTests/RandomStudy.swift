import Model
import TestSupport
import Workbench

/// A small study as plain values, with everything that queries can ask of: several coders, codes below codes, cases without
/// transcripts and transcripts without case, values at several levels, several values, no value.
///
/// Positions are code points.
struct RandomStudy {
  struct Turn {
    var speaker: String?
    var span: TextSpan
    /// Where the words begin after the label.
    var wordsStart: Int
  }

  struct Transcript {
    var name: String
    var caseName: String?
    var attributes: [String: [String]] = [:]
    var characters: [Unicode.Scalar] = []
    var turns: [Turn] = []
    /// Each lies in one turn.
    var segments: [TextSpan] = []

    func text(_ span: TextSpan) -> String { Self.text(characters[span.start..<span.end]) }

    static func text(_ characters: some Sequence<Unicode.Scalar>) -> String {
      var text = ""
      text.unicodeScalars.append(contentsOf: characters)
      return text
    }
  }

  struct Coding {
    var transcript: Int
    var span: TextSpan
    var code: String
    var coder: String
  }

  static let words = [
    "aap", "noot", "mies", "een", "één", "leer", "leerling", "geleerd", "achterstand", "leerachterstand", "idee",
    "ideeën", "vmbo-t", "zo'n", "wim",
  ]
  static let speakers = ["Ann", "Bob", "Zoë"]
  static let coders = ["Kim", "Lou"]

  var cases: [(name: String, attributes: [String: [String]])] = []
  var transcripts: [Transcript] = []
  /// Each with the code above it, in the order of the codebook.
  var codes: [(key: String, parent: String?)] = []
  var codings: [Coding] = []
  var roles: [String: String] = [:]
  var unit = SegmentUnit.turn

  init(using random: inout SeededGenerator) {
    unit = Bool.random(using: &random) ? .turn : .sentence
    for (key, above) in [("A", []), ("B", ["A"]), ("C", ["A", "B"]), ("D", [])] as [(String, [String])] {
      codes.append((key, (above + [""]).randomElement(using: &random).flatMap { $0.isEmpty ? nil : $0 }))
    }
    for speaker in Self.speakers {
      roles[speaker] = ["teacher", "pupil", nil].randomElement(using: &random) ?? nil
    }
    for number in 1...Int.random(in: 1...4, using: &random) {
      cases.append(("c\(number)", Self.attributes(["sector", "size"], &random)))
    }
    for number in 1...Int.random(in: 1...4, using: &random) {
      var transcript = Transcript(name: "t\(number)")
      transcript.caseName = (cases.map(\.name) + [""]).randomElement(using: &random).flatMap { $0.isEmpty ? nil : $0 }
      transcript.attributes = Self.attributes(["date", "wave", "size"], &random)
      transcript.speak(unit, &random)
      transcripts.append(transcript)
    }
    transcripts.sort { $0.path < $1.path }
    for _ in 0..<Int.random(in: 0...14, using: &random) { addCoding(&random) }
  }

  private static func attributes(_ names: [String], _ random: inout SeededGenerator) -> [String: [String]] {
    let values: [String: [[String]]] = [
      "sector": [["po"], ["VO"], ["so"], ["po", "so"], ["-"]], "size": [["9"], ["10"], ["100"], ["1,5"], ["klein"]],
      "date": [["2022-05-12"], ["2022-05-01"], ["2021-12-31"]], "wave": [["1"], ["2"], ["1", "2"]],
    ]
    var attributes: [String: [String]] = [:]
    for name in names where Int.random(in: 0...3, using: &random) > 0 {
      attributes[name] = values[name]?.randomElement(using: &random)
    }
    return attributes
  }

  private mutating func addCoding(_ random: inout SeededGenerator) {
    let number = transcripts.indices.randomElement(using: &random) ?? 0
    let transcript = transcripts[number]
    var span = transcript.segments.randomElement(using: &random) ?? TextSpan(0, 1)
    switch Int.random(in: 0...3, using: &random) {
    case 0: break
    case 1: span = codings.last { $0.transcript == number }?.span ?? span
    default:
      let start = Int.random(in: 0..<transcript.characters.count, using: &random)
      let longest = min(transcript.characters.count, start + Int.random(in: 1...60, using: &random))
      span = transcript.withoutCutWords(TextSpan(start, Int.random(in: start + 1...longest, using: &random)))
    }
    codings.append(
      Coding(
        transcript: number, span: span, code: codes.map(\.key).randomElement(using: &random) ?? "A",
        coder: Self.coders.randomElement(using: &random) ?? "Kim"))
  }

  /// A code and all below it.
  func family(of key: String) -> Set<String> {
    var family: Set = [key]
    for code in codes where code.parent.map(family.contains) == true { family.insert(code.key) }
    return family
  }
}

extension RandomStudy.Transcript {
  /// In the folder of its case.
  var path: String { (caseName.map { $0 + "/" } ?? "") + name + ".txt" }

  /// The span, longer where it would begin or end inside a word.
  fileprivate func withoutCutWords(_ span: TextSpan) -> TextSpan {
    func isInWord(_ place: Int) -> Bool {
      place > 0 && place < characters.count && characters[place - 1].properties.isAlphabetic
        && characters[place].properties.isAlphabetic
    }
    var span = span
    while isInWord(span.start) { span.start -= 1 }
    while isInWord(span.end) { span.end += 1 }
    return span
  }

  fileprivate mutating func speak(_ unit: SegmentUnit, _ random: inout SeededGenerator) {
    let isNamed = Int.random(in: 0...4, using: &random) > 0
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      if !turns.isEmpty { characters += "\n\n".unicodeScalars }
      if !turns.isEmpty { closeTurn() }
      let start = characters.count
      let speaker = isNamed ? RandomStudy.speakers.randomElement(using: &random) : nil
      if let speaker { characters += "\(speaker): ".unicodeScalars }
      turns.append(.init(speaker: speaker, span: TextSpan(start, start), wordsStart: characters.count))
      var segment = start
      for sentence in 0..<Int.random(in: 1...3, using: &random) {
        if sentence > 0 {
          characters.append(" ")
          if unit == .sentence {
            segments.append(TextSpan(segment, characters.count))
            segment = characters.count
          }
        }
        let words = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          RandomStudy.words.randomElement(using: &random) ?? "aap"
        }
        let text = words.joined(separator: " ")
        characters += (text.prefix(1).uppercased() + text.dropFirst() + "!").unicodeScalars
      }
      segments.append(TextSpan(segment, characters.count))
    }
    characters.append("\n")
    closeTurn()
  }

  /// What stands between two turns belongs to the first.
  private mutating func closeTurn() {
    turns[turns.count - 1].span.end = characters.count
    segments[segments.count - 1].end = characters.count
  }
}

extension RandomStudy {
  /// Makes it, as a person would: from files.
  func make() throws -> TestStudy {
    let study = try TestStudy(language: "xx")
    for transcript in transcripts {
      try study.folder.write(Transcript.text(transcript.characters), to: "sources/" + transcript.path)
    }
    var request = ImportRequest(segment: unit)
    request.speakers = Self.speakers.map { Speaker(name: $0, role: roles[$0]) }
    _ = try study.workbench.importFiles([study.folder["sources"]], request)
    _ = try study.workbench.loadCodebook(
      study.write(
        "key,name,parent\n" + codes.map { "\($0.key),Code \($0.key),\($0.parent ?? "")\n" }.joined(), to: "codes.csv"))
    _ = try study.workbench.loadCases(
      study.write(sheet("case", cases.map { ($0.name, $0.attributes) }), to: "cases.csv"))
    _ = try study.workbench.loadTranscripts(
      study.write(sheet("transcript", transcripts.map { ($0.name, $0.attributes) }), to: "transcripts.csv"))
    if !codings.isEmpty {
      let rows = codings.map {
        "\(transcripts[$0.transcript].name),\($0.span.start),\($0.span.end),\($0.code),\($0.coder)\n"
      }
      _ = try study.workbench.loadCodings(
        study.write("transcript,start,end,code,coder\n" + rows.joined(), to: "codings.csv"), skipBad: false)
    }
    return study
  }

  private func sheet(_ head: String, _ rows: [(String, [String: [String]])]) -> String {
    let names = Set(rows.flatMap(\.1.keys)).sorted()
    let lines = rows.map { row in
      ([row.0] + names.map { "\"\(row.1[$0]?.joined(separator: "|") ?? "")\"" }).joined(separator: ",")
    }
    return ([([head] + names).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }
}
