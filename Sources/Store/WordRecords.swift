import GRDB
public import Model
public import Retrieval

/// Groups in which words are counted apart: by what is known of the speaker, the transcript and the case of a turn.
public struct TurnGroups {
  public var count: Int
  /// The folded names of the attributes that are asked.
  public var attributes: Set<String>
  /// The numbers of the groups that a turn belongs to, each once.
  public var groups: (FilterSubject) -> [Int32]

  public init(count: Int, attributes: Set<String>, groups: @escaping (FilterSubject) -> [Int32]) {
    self.count = count
    self.attributes = attributes
    self.groups = groups
  }
}

extension StudyStore {
  /// Counts the words of the segments that pass a scope, or the pairs of words next to each other in them.
  ///
  /// The text is read once, for pairs twice. What is kept in memory is a row a distinct word (for pairs so many as
  /// `PairTally` has room for), and a number for each group it is said in.
  public func words(
    in scope: Scope, pairs: Bool = false, leavingOut stopWords: StopWords, groups: TurnGroups? = nil
  ) throws -> WordCounts {
    try settleTerms()
    return try read { db in
      let said = try SaidSegments(db, scope, groups)
      var tally = WordTally(leavingOut: stopWords, groups: groups?.count ?? 0)
      try said.forEach(db) { tally.add($0, from: $1, at: $2) }
      let shown = try Self.spellings(db)
      guard pairs else { return tally.counts(shown: shown) }
      var pairTally = PairTally(of: tally, groups: groups?.count ?? 0)
      try said.forEach(db) { pairTally.add($0, from: $1, at: $2) }
      return pairTally.counts(shown: shown)
    }
  }

  /// For folded words that occur with accents the spelling that occurs most.
  private static func spellings(_ db: Database) throws -> [[UInt8]: String] {
    let select = try RawStatement(
      db,
      """
      SELECT folded, word FROM terms WHERE occurrences > 0
        AND folded IN (SELECT folded FROM terms WHERE word <> folded AND occurrences > 0)
      ORDER BY occurrences, word DESC
      """)
    var spellings: [[UInt8]: String] = [:]
    while try select.step() { spellings[select.withBytes(0) { Array($0) }] = select.text(1) }
    return spellings
  }
}

/// The segments that pass a scope, with what was said in them: transcripts of one case after each other.
private struct SaidSegments {
  private let scope: Scope
  private let members: [Int]
  private let groups: [Int64: [Int64: [Int32]]]?

  init(_ db: Database, _ scope: Scope, _ groups: TurnGroups?) throws {
    self.scope = scope
    members = scope.members.indices.sorted { (scope.members[$0].caseIndex, $0) < (scope.members[$1].caseIndex, $1) }
    self.groups = try groups.map { try Subjects(db, attributes: $0.attributes).answers($0.groups) }
  }

  /// Gives the bytes of each segment, where in them the words begin after the label, and its place.
  func forEach(_ db: Database, _ body: (UnsafeBufferPointer<UInt8>, Int, WordPlace) -> Void) throws {
    let needsSpeaker = groups != nil || !scope.isWhole
    let speaker = needsSpeaker ? "(SELECT speaker_id FROM turns u WHERE u.turn_id = s.turn_id)" : "NULL"
    let select = try RawStatement(
      db, "SELECT text, label_characters, coalesce(\(speaker), 0) FROM segments s WHERE segment_id BETWEEN ? AND ?")
    var place = WordPlace()
    for index in members {
      let member = scope.members[index]
      place.transcript = Int32(index)
      place.caseIndex = member.caseIndex
      let first = member.id * Int64(Schema.segmentsOfOneTranscript)
      select.reset()
      select.bind(1, first)
      select.bind(2, first + Int64(Schema.segmentsOfOneTranscript) - 1)
      while try select.step() {
        let speaker = select.int64(2)
        guard scope.passes(member.id, speaker) else { continue }
        if let groups { place.groups = groups[member.id]?[speaker] ?? [] }
        let label = select.int(1)
        select.withBytes(0) { body($0, Self.bytes(ofCharacters: label, in: $0), place) }
        place.segment += 1
      }
    }
  }

  /// The length in bytes of the first so many code points.
  private static func bytes(ofCharacters count: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    for _ in 0..<count where index < bytes.count {
      index += 1
      while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }
}
