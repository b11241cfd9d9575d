import GRDB
import Model

/// Which parts of a study pass a filter: transcripts, in them speakers, and the cases they belong to.
public struct Scope: Sendable {
  public struct Member: Sendable {
    let id: Int64
    public let name: String
    /// An index into `cases`, -1 without a case.
    public let caseIndex: Int32
  }

  /// The cases that pass; those without transcripts too where the filter speaks of cases only.
  public internal(set) var cases: [String] = []
  /// The transcripts of which something passes, in the order of the study.
  public internal(set) var members: [Member] = []
  public internal(set) var coders: [String] = []
  var coderIDs: [Int64] = []
  /// What of the units passes.
  var units = PassSet()
  /// Where the filter speaks of coders: what passes for the codings of each coder that is looked at.
  var byCoder: [Int64: PassSet]?
  /// Whether everything passes, so that nothing need be looked at row by row.
  public internal(set) var isWhole = false

  /// Whether a transcript passes with all that is said and coded in it, or not at all.
  var takesWholeTranscripts: Bool { isWhole || (byCoder == nil && units.speakers.isEmpty) }

  func passes(_ transcript: Int64, _ speaker: Int64) -> Bool { isWhole || units.passes(transcript, speaker) }

  func passes(_ transcript: Int64, _ speaker: Int64, coder: Int64) -> Bool {
    guard let byCoder else { return passes(transcript, speaker) }
    return byCoder[coder]?.passes(transcript, speaker) ?? false
  }
}

/// Pairs of transcript and speaker; speaker 0 is a turn of nobody named.
struct PassSet: Sendable {
  var whole: Set<Int64> = []
  var speakers: [Int64: Set<Int64>] = [:]

  func passes(_ transcript: Int64, _ speaker: Int64) -> Bool {
    whole.contains(transcript) || speakers[transcript]?.contains(speaker) == true
  }

  var transcripts: Set<Int64> { whole.union(speakers.keys) }
}

/// What a filter asks of a turn, a case or a coding: the values known under a name, the nearest level first.
public struct FilterSubject {
  let levels: [[String: [String]]]

  /// The values of an attribute, whose name is given folded; none when nothing is known.
  public func values(_ attribute: String) -> [String] {
    for level in levels { if let values = level[attribute] { return values } }
    return []
  }
}

/// A filter as the store sees it: which attributes it asks for, and whether a subject passes.
public struct Filter {
  /// Folded names.
  public var attributes: Set<String>
  /// For the units; what is asked of a coder holds here of every coder.
  public var units: (FilterSubject) -> Bool
  /// For codings.
  public var codings: (FilterSubject) -> Bool

  public init(
    attributes: Set<String>, units: @escaping (FilterSubject) -> Bool, codings: @escaping (FilterSubject) -> Bool
  ) {
    self.attributes = attributes
    self.units = units
    self.codings = codings
  }
}

extension StudyStore {
  /// Finds what passes a filter, for the codings of the named coders (all when none is named).
  public func scope(_ filter: Filter?, coders names: [String] = []) throws -> Scope {
    try read { db in
      var scope = Scope()
      let coders = try Row.fetchAll(db, sql: "SELECT coder_id, name FROM coders ORDER BY coder_id")
        .filter { names.isEmpty || names.contains($0[1]) }
      scope.coders = coders.map { $0[1] }
      scope.coderIDs = coders.map { $0[0] }
      var subjects = try Subjects(db, attributes: filter?.attributes ?? [])
      guard let filter else {
        scope.isWhole = true
        subjects.list(in: &scope) { _ in true }
        return scope
      }
      scope.units = try subjects.passing(filter.units, in: db)
      let asksCoder = filter.attributes.contains("coder")
      if asksCoder {
        scope.byCoder = [:]
        for row in coders {
          scope.byCoder?[row[0]] = try subjects.passing(filter.codings, also: ["coder": [row[1]]], in: db)
        }
      }
      let onlyCases = filter.attributes.subtracting(["coder"]).isSubset(of: subjects.caseAttributes)
      subjects.list(in: &scope) { onlyCases && filter.units($0) }
      return scope
    }
  }
}

/// Every pair of transcript and speaker with what is known of it; read once a filter.
struct Subjects {
  struct Place {
    let transcript: Int64
    let name: String
    let caseID: Int64?
    var speakers: [(id: Int64, values: [String: [String]])]
    let values: [String: [String]]
  }

  var places: [Place] = []
  var cases: [(id: Int64, name: String, values: [String: [String]])] = []
  let caseAttributes: Set<String>
  private var whoSpeaks: [Int64: Set<Int64>] = [:]

  init(_ db: Database, attributes: Set<String>) throws {
    let ofCases = try Self.read(db, "case_attributes", "case_id", attributes)
    let ofTranscripts = try Self.read(db, "transcript_attributes", "transcript_id", attributes)
    let ofSpeakers = try Self.read(db, "speaker_attributes", "speaker_id", attributes)
    caseAttributes = Set(ofCases.values.flatMap(\.keys)).subtracting(ofTranscripts.values.flatMap(\.keys))
      .subtracting(ofSpeakers.values.flatMap(\.keys)).union(["case"])
    for row in try Row.fetchAll(db, sql: "SELECT case_id, name FROM cases ORDER BY case_id") {
      let id: Int64 = row[0]
      cases.append((id, row[1], ofCases[id, default: [:]].merging(["case": [row[1]]]) { $1 }))
    }
    var index: [Int64: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT transcript_id, name, case_id FROM transcripts ORDER BY transcript_id")
    {
      let id: Int64 = row[0]
      index[id] = places.count
      places.append(
        Place(
          transcript: id, name: row[1], caseID: row[2], speakers: [],
          values: ofTranscripts[id, default: [:]].merging(["transcript": [row[1]]]) { $1 }))
    }
    guard !attributes.isEmpty else { return }
    for row in try Row.fetchAll(db, sql: "SELECT speaker_id, transcript_id, name, role FROM speakers") {
      let id: Int64 = row[0]
      guard let place = index[row[1]] else { continue }
      var values = ofSpeakers[id, default: [:]]
      values["speaker"] = [row[2]]
      if let role: String = row[3] { values["role"] = [role] }
      places[place].speakers.append((id, values))
    }
  }

  private static func read(
    _ db: Database, _ table: String, _ owner: String, _ attributes: Set<String>
  ) throws -> [Int64: [String: [String]]] {
    guard !attributes.isEmpty else { return [:] }
    var found: [Int64: [String: [String]]] = [:]
    let select = try RawStatement(
      db, "SELECT \(owner), attribute, value FROM \(table) ORDER BY \(owner), attribute, ordinal")
    while try select.step() {
      let name = AttributeTable.folded(select.text(1))
      guard attributes.contains(name) else { continue }
      found[select.int64(0), default: [:]][name, default: []].append(select.text(2))
    }
    return found
  }

  mutating func passing(
    _ rule: (FilterSubject) -> Bool, also extra: [String: [String]] = [:], in db: Database
  ) throws -> PassSet {
    let caseValues = Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0.values) })
    var passed = PassSet()
    for place in places {
      let outer = [place.values, place.caseID.flatMap { caseValues[$0] } ?? [:]]
      let nobody = rule(FilterSubject(levels: [extra] + outer))
      let some = place.speakers.filter { rule(FilterSubject(levels: [extra, $0.values] + outer)) }.map(\.id)
      if nobody, some.count == place.speakers.count {
        passed.whole.insert(place.transcript)
      } else if nobody || !some.isEmpty {
        let speaking = try speaking(in: place.transcript, db).intersection(some + (nobody ? [0] : []))
        if !speaking.isEmpty { passed.speakers[place.transcript] = speaking }
      }
    }
    return passed
  }

  /// What `rule` says of each speaker, 0 for nobody named, by transcript.
  func answers<Answer>(_ rule: (FilterSubject) -> Answer) -> [Int64: [Int64: Answer]] {
    let caseValues = Dictionary(uniqueKeysWithValues: cases.map { ($0.id, $0.values) })
    var answers: [Int64: [Int64: Answer]] = [:]
    for place in places {
      let outer = [place.values, place.caseID.flatMap { caseValues[$0] } ?? [:]]
      var here = [Int64(0): rule(FilterSubject(levels: outer))]
      for speaker in place.speakers { here[speaker.id] = rule(FilterSubject(levels: [speaker.values] + outer)) }
      answers[place.transcript] = here
    }
    return answers
  }

  /// Who has a turn in a transcript, 0 for nobody named.
  private mutating func speaking(in transcript: Int64, _ db: Database) throws -> Set<Int64> {
    if let known = whoSpeaks[transcript] { return known }
    let who = try Int64.fetchSet(
      db.cachedStatement(sql: "SELECT DISTINCT coalesce(speaker_id, 0) FROM turns WHERE transcript_id = ?"),
      arguments: [transcript])
    whoSpeaks[transcript] = who
    return who
  }

  /// Lists the passing transcripts and their cases, and cases without transcripts for which `lone` holds.
  func list(in scope: inout Scope, _ lone: (FilterSubject) -> Bool) {
    let transcripts = scope.units.transcripts
    let passing = places.filter { scope.isWhole || transcripts.contains($0.transcript) }
    let withText = Set(places.compactMap(\.caseID))
    let withPassing = Set(passing.compactMap(\.caseID))
    var index: [Int64: Int32] = [:]
    for entry in cases {
      let passes =
        withPassing.contains(entry.id)
        || !withText.contains(entry.id) && (scope.isWhole || lone(FilterSubject(levels: [entry.values])))
      guard passes else { continue }
      index[entry.id] = Int32(scope.cases.count)
      scope.cases.append(entry.name)
    }
    scope.members = passing.map {
      Scope.Member(id: $0.transcript, name: $0.name, caseIndex: $0.caseID.flatMap { index[$0] } ?? -1)
    }
  }
}
