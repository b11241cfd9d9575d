import GRDB
public import Model
import Retrieval

extension StudyStore {
  /// At which levels an attribute is known, its name compared without regard to case and accents.
  public func levels(ofAttribute name: String) throws -> [AttributeLevel] {
    let folded = AttributeTable.folded(name)
    return try read { db in
      try AttributeLevel.allCases.filter { level in
        if folded == "role", level == .speakers { return true }
        return try String.fetchAll(db, sql: "SELECT DISTINCT attribute FROM \(level.table.table)")
          .contains { AttributeTable.folded($0) == folded }
      }
    }
  }

  /// What is known of the cases, transcripts or speakers of a scope, in its order: a column an attribute, by name.
  ///
  /// `name`, when given, is that of the only attribute that is read. Spellings of a value that differ in case, accents or
  /// the way a number is written are one value. Values are in order: numbers by size, others by letter, `-` last.
  public func attributeColumns(_ scope: Scope, of level: AttributeLevel, named name: String? = nil) throws
    -> [AttributeColumn]
  {
    let wanted = name.map(AttributeTable.folded)
    return try read { db in
      let subjects = try SubjectPlaces(db, scope, level)
      var drafts: [ColumnDraft] = []
      var places: [String: Int] = [:]
      let select = try RawStatement(db, level.query)
      while try select.step() {
        let name = select.text(1)
        let folded = AttributeTable.folded(name)
        guard wanted == nil || wanted == folded, let subject = subjects.index[select.int64(0)] else { continue }
        if places[folded] == nil {
          places[folded] = drafts.count
          drafts.append(ColumnDraft(name: name, subjects: subjects.count))
        }
        if let place = places[folded] { drafts[place].add(select.text(2), to: subject) }
      }
      return drafts.map { $0.column(level) }.sorted { $0.name < $1.name }
    }
  }

  /// For each speaker of a scope, in the order of their columns, the transcript they speak in, and their name.
  public func speakers(_ scope: Scope) throws -> (transcripts: [Int32], names: [String]) {
    try read { db in
      let subjects = try SubjectPlaces(db, scope, .speakers)
      return (subjects.transcripts, subjects.names)
    }
  }

  /// For each transcript of a scope the number of its first coding in the order of coding, nil where it has none.
  public func firstCodings(_ scope: Scope) throws -> [Int64?] {
    try read { db in
      let coders = scope.coderIDs.map(String.init).joined(separator: ",")
      var first: [Int64: Int64] = [:]
      let select = try RawStatement(
        db, "SELECT transcript_id, min(coding_id) FROM codings WHERE coder_id IN (\(coders)) GROUP BY 1")
      while try select.step() { first[select.int64(0)] = select.int64(1) }
      return scope.members.map { first[$0.id] }
    }
  }
}

extension AttributeLevel {
  fileprivate var table: AttributeTable {
    switch self {
    case .cases: .cases
    case .transcripts: .transcripts
    case .speakers: .speakers
    }
  }

  /// Rows of subject, attribute and value, the values of a subject in the order given.
  fileprivate var query: String {
    let owner = table.owner
    let rows = "SELECT \(owner), attribute, value, ordinal FROM \(table.table)"
    let roles =
      self == .speakers ? " UNION ALL SELECT speaker_id, 'role', role, 0 FROM speakers WHERE role NOT NULL" : ""
    return rows + roles + " ORDER BY 1, 2, 4"
  }
}

/// The cases, transcripts or speakers of a scope, by their number in the file.
private struct SubjectPlaces {
  var index: [Int64: Int] = [:]
  var count = 0
  /// Of speakers only.
  var transcripts: [Int32] = []
  var names: [String] = []

  init(_ db: Database, _ scope: Scope, _ level: AttributeLevel) throws {
    switch level {
    case .cases:
      count = scope.cases.count
      var numbers: [String: Int64] = [:]
      for row in try Row.fetchAll(db, sql: "SELECT name, case_id FROM cases") { numbers[row[0]] = row[1] }
      for (place, name) in scope.cases.enumerated() {
        if let number = numbers[name] { index[number] = place }
      }
    case .transcripts:
      count = scope.members.count
      for (place, member) in scope.members.enumerated() { index[member.id] = place }
    case .speakers:
      var member: [Int64: Int32] = [:]
      for (place, one) in scope.members.enumerated() { member[one.id] = Int32(place) }
      let select = try RawStatement(db, "SELECT speaker_id, transcript_id, name FROM speakers ORDER BY 2, 1")
      while try select.step() {
        let (speaker, transcript) = (select.int64(0), select.int64(1))
        guard let place = member[transcript], scope.passes(transcript, speaker) else { continue }
        index[speaker] = count
        count += 1
        transcripts.append(place)
        names.append(select.text(2))
      }
    }
  }
}

/// A column while its values are still met one by one.
private struct ColumnDraft {
  let name: String
  private var answers: [[Int32]]
  private var values: [String] = []
  private var places: [String: Int32] = [:]

  init(name: String, subjects: Int) {
    self.name = name
    answers = Array(repeating: [], count: subjects)
  }

  mutating func add(_ value: String, to subject: Int) {
    let key = AttributeTable.number(value).map { "number \($0)" } ?? "text " + Folding.fold(value)
    let place = places[key] ?? Int32(values.count)
    if places[key] == nil {
      places[key] = place
      values.append(value)
    }
    answers[subject].append(place)
  }

  func column(_ level: AttributeLevel) -> AttributeColumn {
    let nothing = AttributeColumn.answeredWithNothing
    let numbers = values.map { AttributeTable.number($0) }
    let areNumbers = zip(values, numbers).allSatisfy { $0 == nothing || $1 != nil }
    let order = values.indices.sorted { one, other in
      if values[one] == nothing || values[other] == nothing { return values[one] != nothing }
      if areNumbers, let first = numbers[one], let second = numbers[other], first != second { return first < second }
      return (values[one], one) < (values[other], other)
    }
    var rank = [Int32](repeating: 0, count: order.count)
    for (place, value) in order.enumerated() { rank[value] = Int32(place) }
    return AttributeColumn(
      name: name, level: level, values: order.map { values[$0] }, answers: answers.lazy.map { $0.map { rank[Int($0)] } }
    )
  }
}
