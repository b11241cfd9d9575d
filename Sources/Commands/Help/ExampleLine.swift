import Workbench

/// Lines with places for names, as `tag {place} {code}`, and the lines that they become in a study.
struct ExampleLine {
  let names: StudyNames
  /// What stands before the names of files.
  var folder = ""

  /// The kinds of names, as `StudyNames.missing` has them, and the places they fill.
  private static let kinds = [
    "codes": ["{code}", "{code2}", "{family}", "{family2}"],
    "attributes of cases": ["{attribute}", "{condition}", "{where}", "{where2}", "{setting}"],
    "cases": ["{case}", "{case:query}"],
    "transcripts": ["{transcript}", "{place}", "{segment}", "{speaker}", "{word}"],
    "second coder": ["{coder2}"],
  ]

  func filled(_ template: String) -> String {
    var line = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      line += rest[..<open] + name(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return line + rest
  }

  /// The kinds of names in these lines of which the study has none.
  func missing(in templates: [String]) -> [String] {
    names.missing.filter { kind in
      Self.kinds[kind, default: []].contains { place in templates.contains { $0.contains(place) } }
    }
  }

  private func name(_ place: String) -> String {
    if place.hasPrefix("file:") { return LineTokens.quoted(folder + place.dropFirst(5)) }
    return switch place {
    case "code": names.code
    case "code2": names.otherCode
    case "family": names.family
    case "family2": names.otherFamily
    case "attribute": LineTokens.quoted(names.attribute)
    case "condition": condition(names.value)
    case "where": LineTokens.quoted(condition(names.value))
    case "where2": LineTokens.quoted(condition(names.otherValue))
    case "setting": LineTokens.quoted("\(names.attribute)=\(names.value)")
    case "case": LineTokens.quoted(names.caseName)
    case "case:query": Self.inQuery(names.caseName)
    case "transcript": LineTokens.quoted(names.transcript)
    case "place": LineTokens.quoted("\(names.transcript):\(names.segment)")
    case "segment": String(names.segment)
    case "speaker": LineTokens.quoted(names.speaker)
    case "speaker:plain": names.speaker
    case "word": names.word
    case "coder": LineTokens.quoted(names.coder)
    case "coder2": LineTokens.quoted(names.otherCoder)
    default: "{\(place)}"
    }
  }

  private func condition(_ value: String) -> String { "\(Self.inQuery(names.attribute))=\(Self.inQuery(value))" }

  private static func inQuery(_ name: String) -> String {
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "." }
    return isPlain ? name : "\"\(name)\""
  }
}
