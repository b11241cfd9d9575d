import Model
import Store

/// Names for examples that can be typed: as far as there are any, those of a study, else those of the sample study.
public struct StudyNames: Equatable, Sendable {
  /// Codes without codes below them, those with most codings.
  public var code = "U1"
  public var otherCode = "R1"
  /// Codes with codes below them, those with most codings.
  public var family = "V"
  public var otherFamily = "K"
  /// An attribute of cases with few values, and two of those.
  public var attribute = "sector"
  public var value = "vo"
  public var otherValue = "po"
  public var caseName = "school-01"
  public var transcript = "s01-leerlingen"
  /// A segment in which somebody answers, from 1.
  public var segment = 2
  public var speaker = "Leerling 1"
  /// A word that is said there, in small letters.
  public var word = "vragen"
  public var coder = "Anna"
  public var otherCoder = "Bram"
  /// What the study has none of, so that the sample's stand in its place.
  public var missing: [String] = []

  public init() {}
}

extension Workbench {
  /// Names of this study for examples, chosen so that these find something; reads no more than one transcript.
  public func studyNames() throws -> StudyNames {
    var names = StudyNames()
    try chooseCodes(for: &names)
    try chooseAttribute(for: &names)
    if let first = try store.caseNames().first { names.caseName = first } else { names.missing.append("cases") }
    try chooseSegment(for: &names)
    let coders = try store.coderNames()
    names.coder = coder ?? coders.first ?? names.coder
    names.otherCoder = coders.first { $0 != names.coder } ?? names.otherCoder
    if coders.count < 2 { names.missing.append("second coder") }
    return names
  }

  private func chooseCodes(for names: inout StudyNames) throws {
    let tree = try codebook().tree
    guard tree.count > 0 else { return names.missing.append("codes") }
    let counts = try store.codingCounts()
    let parents = Set(tree.parents)
    let own = tree.keys.map { counts[$0, default: 0] }
    let all = tree.keys.indices.map { code in tree.family(of: code).reduce(0) { $0 + own[$1] } }
    func best(_ counts: [Int], _ wanted: (Int) -> Bool) -> [String] {
      tree.keys.indices.filter(wanted).sorted { (-counts[$0], $0) < (-counts[$1], $1) }.prefix(2).map { tree.keys[$0] }
    }
    let leaves = best(own) { !parents.contains($0) }
    let families = best(all) { parents.contains($0) && tree.parents[$0] < 0 }
    names.code = leaves.first ?? tree.keys[0]
    names.otherCode = leaves.dropFirst().first ?? names.code
    names.family = families.first ?? names.code
    names.otherFamily = families.dropFirst().first ?? names.otherCode
  }

  private func chooseAttribute(for names: inout StudyNames) throws {
    let typed = try store.attributeValues().filter { attribute in
      attribute.values.count > 1 && !([attribute.name] + attribute.values).contains { $0.contains("\"") }
    }
    func rank(_ values: [String]) -> Int { Set(values).isSubset(of: ["ja", "nee", "yes", "no"]) ? 100 : values.count }
    let ranked = typed.sorted { (rank($0.values), $0.name) < (rank($1.values), $1.name) }
    guard let chosen = try ranked.first(where: { try store.levels(ofAttribute: $0.name).contains(.cases) }) else {
      return names.missing.append("attributes of cases")
    }
    names.attribute = chosen.name
    names.value = chosen.values[1]
    names.otherValue = chosen.values[0]
  }

  private func chooseSegment(for names: inout StudyNames) throws {
    guard let transcript = try store.transcriptNames().first else { return names.missing.append("transcripts") }
    names.transcript = transcript
    let segments = try segments(at: transcript, FilterRequest()).items
    guard let chosen = segments.dropFirst().first ?? segments.first else { return }
    names.segment = chosen.firstSegment
    names.speaker = chosen.speaker ?? names.speaker
    let words = chosen.text.lowercased().split { !$0.isLetter }.filter { (5...14).contains($0.count) }
    names.word = words.max { $0.count < $1.count }.map { String($0) } ?? names.word
  }
}
