import GRDB
public import Model

/// What of the ground an analysis reads.
public struct GroundNeeds: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let segments = GroundNeeds(rawValue: 1)
  public static let turns = GroundNeeds(rawValue: 2)
  public static let words = GroundNeeds(rawValue: 4)
}

extension StudyStore {
  /// Reads what an analysis counts on; code numbers are indices into the codebook.
  ///
  /// `codes`, when given, are the keys of the only codes whose codings are read.
  public func ground(_ scope: Scope, needs: GroundNeeds, codes: [String]? = nil) throws -> CountingGround {
    try read { db in
      var ground = CountingGround()
      ground.cases = scope.cases
      ground.transcripts = scope.members.map(\.name)
      ground.caseOfTranscript = scope.members.map(\.caseIndex)
      ground.coders = scope.coders
      var indices: [Int64: Int32] = [:]
      for (number, member) in scope.members.enumerated() { indices[member.id] = Int32(number) }
      var grid = Grid()
      if !needs.isEmpty || !scope.isWhole {
        grid = try Grid(db, scope: scope, indices: indices, words: needs.contains(.words))
        if needs.contains(.segments) { ground.segments = grid.segments }
        if needs.contains(.turns) { ground.turns = grid.turns }
        if needs.contains(.words) { ground.wordStarts = grid.wordStarts }
      }
      try readCodings(into: &ground, scope, indices, codes: codes, in: db)
      if !scope.isWhole { grid.keepTouching(&ground.codings, scope) }
      return ground
    }
  }

  private func readCodings(
    into ground: inout CountingGround, _ scope: Scope, _ indices: [Int64: Int32], codes: [String]?, in db: Database
  ) throws {
    var codeIndex: [Int64: Int32] = [:]
    var wanted: [String] = []
    for (number, row) in try Row.fetchAll(db, sql: "SELECT code_id, key FROM codes ORDER BY ordinal").enumerated() {
      codeIndex[row[0]] = Int32(number)
      let id: Int64 = row[0]
      if codes?.contains(row[1]) == true { wanted.append(String(id)) }
    }
    var coderIndex: [Int64: Int32] = [:]
    for (number, id) in scope.coderIDs.enumerated() { coderIndex[id] = Int32(number) }
    let condition = codes == nil ? "" : "WHERE code_id IN (\(wanted.joined(separator: ",")))"
    let select = try RawStatement(
      db,
      "SELECT transcript_id, start_byte, end_byte, code_id, coder_id FROM codings \(condition) ORDER BY 1, 2, 3")
    let codeTable = Dense(codeIndex)
    let coderTable = Dense(coderIndex)
    var lastTranscript: Int64 = -1
    var transcript: Int32 = -1
    while try select.step() {
      if select.int64(0) != lastTranscript {
        lastTranscript = select.int64(0)
        transcript = indices[lastTranscript] ?? -1
      }
      let coder = coderTable[select.int(4)]
      guard transcript >= 0, coder >= 0 else { continue }
      ground.codings.append(
        transcript: transcript, start: select.int32(1), end: select.int32(2), code: codeTable[select.int(3)],
        coder: coder)
    }
  }
}

/// A lookup from row numbers to indices, without hashing where the numbers are small.
private struct Dense {
  private var table: [Int32] = []
  private var beyond: [Int: Int32] = [:]

  init(_ map: [Int64: Int32]) {
    let small = map.filter { (0..<1 << 20).contains($0.key) }
    table = Array(repeating: -1, count: Int(small.keys.max() ?? -1) + 1)
    for (id, index) in map {
      if table.indices.contains(Int(id)) { table[Int(id)] = index } else { beyond[Int(id)] = index }
    }
  }

  subscript(id: Int) -> Int32 { table.indices.contains(id) ? table[id] : beyond[id] ?? -1 }
}

/// The segments and turns that pass a scope.
private struct Grid {
  var segments = UnitColumns()
  var turns = UnitColumns()
  var wordStarts: [[Int32]] = []
  /// For each segment its speaker, 0 for nobody; and for each index the transcript's number in the file.
  private var speakers: [Int64] = []
  private var ids: [Int64] = []

  init() {}

  init(_ db: Database, scope: Scope, indices: [Int64: Int32], words: Bool) throws {
    ids = scope.members.map(\.id)
    if words { wordStarts = Array(repeating: [], count: ids.count) }
    let text = words ? "s.text, length(CAST(substr(s.text, 1, s.label_characters) AS BLOB))" : "NULL, 0"
    let select = try RawStatement(
      db,
      """
      SELECT s.transcript_id, s.start_byte, s.end_byte, s.number, coalesce(u.speaker_id, 0), u.turn_id, u.start_byte,
        u.end_byte, u.number, \(text)
      FROM segments s JOIN turns u USING (turn_id) ORDER BY s.transcript_id, s.number
      """)
    var lastTurn: Int64 = -1
    while try select.step() {
      let transcript = select.int64(0)
      let speaker = select.int64(4)
      guard let index = indices[transcript], scope.passes(transcript, speaker) else { continue }
      segments.append(
        transcript: index, start: select.int32(1), end: select.int32(2), position: select.int32(3) - 1)
      speakers.append(speaker)
      if select.int64(5) != lastTurn {
        lastTurn = select.int64(5)
        turns.append(transcript: index, start: select.int32(6), end: select.int32(7), position: select.int32(8) - 1)
      }
      if words {
        let base = select.int32(1)
        let begin = select.int(10)
        select.withBytes(9) { bytes in
          wordStarts[Int(index)].append(contentsOf: SpokenWords.starts(in: bytes, from: begin).map { $0 + base })
        }
      }
    }
  }

  /// Keeps the codings that touch a segment which passes, for their coder where the filter asks that.
  func keepTouching(_ codings: inout CodingColumns, _ scope: Scope) {
    var kept = CodingColumns()
    var first = 0
    for row in 0..<codings.count {
      let place = (codings.transcript[row], codings.start[row])
      while first < segments.count, (segments.transcript[first], segments.end[first] - 1) < place { first += 1 }
      var at = first
      while at < segments.count, segments.transcript[at] == place.0, segments.start[at] < codings.end[row] {
        let coder = scope.coderIDs[Int(codings.coder[row])]
        if scope.passes(ids[Int(place.0)], speakers[at], coder: coder) {
          kept.append(
            transcript: place.0, start: place.1, end: codings.end[row], code: codings.code[row],
            coder: codings.coder[row])
          break
        }
        at += 1
      }
    }
    codings = kept
  }
}
