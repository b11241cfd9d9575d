import Analysis
import Model
import Retrieval
import Store

/// What an analysis is split by, and what of the study it is split into.
struct AttributeGroups {
  /// The names as they are spelt: `sector`, or `sector / wave` of two.
  let name: String
  let whole: CountingGround
  let partition: GroundPartition
  /// Where a name means one thing of several.
  let notes: [Table.Note]

  var named: [(value: String, ground: CountingGround)] { partition.parts.map { ($0.value, $0.ground) } }
}

extension Workbench {
  /// The ground of each value of one attribute or of each combination of two, what has no value last.
  ///
  /// Attributes of cases and transcripts are split off one reading of the study; those of speakers, and `coder`, are read
  /// value by value. A name that several levels have is the cases', else the transcripts'.
  func groups(by typed: [String], _ filter: FilterRequest, needs: GroundNeeds) throws -> AttributeGroups {
    let names = typed.flatMap { $0.split(separator: ",").map(\.trimmed) }.filter { !$0.isEmpty }
    guard (1...2).contains(names.count) else {
      throw Problem("--by takes one attribute or two.", hint: "As in: --by sector,wave", kind: .usage)
    }
    try requireAttributes(names)
    let scope = try select(filter).scope
    let ground = try store.ground(scope, needs: needs)
    let columns = try names.compactMap { try splittingColumn($0, scope) }
    let notes = try names.compactMap { try noteOnLevels($0) ?? Self.noteOnCoders($0) }
    guard columns.count == names.count else {
      let parts = try groupsByCondition(names, filter, needs: needs)
      return AttributeGroups(
        name: names.joined(separator: " / "), whole: ground, partition: GroundPartition(parts), notes: notes)
    }
    for column in columns where column.values.isEmpty {
      throw Problem(
        "The attribute '\(column.name)' has no values here.", hint: "'cases' shows what is known of the cases.")
    }
    let partition =
      columns.count == 1
      ? GroundPartition(ground, by: columns[0]) : GroundPartition(ground, by: columns[0], and: columns[1])
    return AttributeGroups(
      name: columns.map(\.name).joined(separator: " / "), whole: ground, partition: partition, notes: notes)
  }

  /// The column of an attribute of cases or transcripts; nil where only speakers or codings have it.
  private func splittingColumn(_ name: String, _ scope: Scope) throws -> AttributeColumn? {
    switch Folding.fold(name) {
    case "case":
      return AttributeColumn(
        name: "case", level: .cases, values: scope.cases, answers: scope.cases.indices.map { [Int32($0)] })
    case "transcript":
      return AttributeColumn(
        name: "transcript", level: .transcripts, values: scope.members.map(\.name),
        answers: scope.members.indices.map { [Int32($0)] })
    case "speaker", "coder": return nil
    default: break
    }
    guard let level = try store.levels(ofAttribute: name).first else {
      throw Problem("The attribute '\(name)' has no values.", hint: "'cases' shows what is known of the cases.")
    }
    guard level != .speakers else { return nil }
    return try store.attributeColumns(scope, of: level, named: name).first
      ?? AttributeColumn(name: name, level: level, values: [], answers: [[Int32]]())
  }

  private static func noteOnCoders(_ name: String) -> Table.Note? {
    Folding.fold(name) == "coder"
      ? .init("Read", "of a coder only transcripts count in which they put any code") : nil
  }

  /// Says of whom an attribute is taken where several have one of that name.
  func noteOnLevels(_ name: String) throws -> Table.Note? {
    var levels = try store.levels(ofAttribute: name)
    if Folding.fold(name) == "role", try !store.speakerLines().contains(where: { $0.role != nil }) {
      levels.removeAll { $0 == .speakers }
    }
    guard levels.count > 1 else { return nil }
    let others = levels.dropFirst().map(\.rawValue).joined(separator: " and ")
    return .init("Attribute", "\(name) of the \(levels[0].rawValue); \(others) have one of that name too")
  }

  /// The ground of each value, a reading each.
  private func groupsByCondition(_ names: [String], _ filter: FilterRequest, needs: GroundNeeds) throws
    -> [GroundPartition.Part]
  {
    let choices = try names.map(conditions)
    let rows =
      choices.count == 1 ? choices[0].map { [$0] } : choices[0].flatMap { one in choices[1].map { [one, $0] } }
    return try rows.compactMap { row in
      let condition: Condition = row.count == 1 ? row[0].condition : .and(row.map(\.condition))
      let transcripts = row.compactMap(\.transcripts).reduce(nil as Set<String>?) { $0?.intersection($1) ?? $1 }
      let ground = try store.ground(try select(filter, and: condition, in: transcripts).scope, needs: needs)
      let isMissing = row.contains(where: \.isMissing)
      let isEmpty = ground.transcripts.isEmpty && ground.cases.isEmpty
      if isEmpty, isMissing || row.count > 1 { return nil }
      return GroundPartition.Part(
        value: row.map(\.value).joined(separator: " / "), ground: ground, isMissing: isMissing)
    }
  }

  private struct Choice {
    var value: String
    var condition: Condition
    var isMissing = false
    /// Where only some are looked at.
    var transcripts: Set<String>?
  }

  /// What each value of an attribute asks, in order, and last what having none does.
  private func conditions(of attribute: String) throws -> [Choice] {
    let values = try values(of: attribute)
    guard !values.isEmpty else {
      throw Problem("The attribute '\(attribute)' has no values.", hint: "'cases' shows what is known of the cases.")
    }
    let choices = values.map {
      Choice(value: $0, condition: .comparison(attribute: attribute, .equal, value: $0))
    }
    // Every coding has a coder. Who put any code in a transcript has read it, and of the others nothing is known.
    if Folding.fold(attribute) == "coder" {
      let read = try transcriptsCoded()
      return choices.map { choice in
        Choice(value: choice.value, condition: choice.condition, transcripts: read[choice.value] ?? [])
      }
    }
    let missing = GroundPartition.nameOfMissing(besides: values)
    return choices + [Choice(value: missing, condition: .not(.oneOf(attribute: attribute, values)), isMissing: true)]
  }

  /// For each coder the transcripts in which they put any code.
  private func transcriptsCoded() throws -> [String: Set<String>] {
    let ground = try store.ground(try select(FilterRequest()).scope, needs: [])
    var coded: [String: Set<String>] = [:]
    for row in 0..<ground.codings.count {
      coded[ground.coders[Int(ground.codings.coder[row])], default: []].insert(
        ground.transcripts[Int(ground.codings.transcript[row])])
    }
    return coded
  }

  /// The values of an attribute that occur, numbers by their size and others by letter.
  func values(of attribute: String) throws -> [String] {
    let name = Folding.fold(attribute)
    switch name {
    case "case": return try store.caseNames()
    case "transcript": return try store.transcriptNames()
    case "coder": return try store.coderNames()
    case "speaker": return Array(Set(try store.speakerLines().map(\.name))).sorted()
    default: break
    }
    let found = try store.attributeValues().filter { Folding.fold($0.name) == name }.flatMap(\.values)
    var seen: Set<String> = []
    let distinct = found.filter { seen.insert(Folding.fold($0)).inserted }
    let numbers = distinct.compactMap(Double.init)
    return numbers.count == distinct.count
      ? distinct.sorted { (Double($0) ?? 0) < (Double($1) ?? 0) } : distinct.sorted()
  }
}
