import GRDB
public import Model

/// What of the ground an analysis reads.
public struct GroundNeeds: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  public static let segments = GroundNeeds(rawValue: 1)
  public static let turns = GroundNeeds(rawValue: 2)
  public static let words = GroundNeeds(rawValue: 4)
  /// To find passages and not to count: codings as they were marked, and all segments around them (`surroundings`) of the
  /// transcripts with a coding that is read, of all transcripts where `codes` is nil.
  public static let passages = GroundNeeds(rawValue: 8)
  /// Only which codes a transcript has: where the filter takes whole transcripts a code has one coding in each, of no length.
  public static let presence = GroundNeeds(rawValue: 16)
}

extension StudyStore {
  /// Reads what an analysis counts on; code numbers are indices into the codebook.
  ///
  /// `codes`, when given, are the keys of the only codes whose codings are read. The blanks and the line end behind a segment's
  /// last word belong to it, so that segments are the text; a coding that begins on them touches, for counting, the next
  /// segment first, and begins there where segments or turns are read.
  public func ground(_ scope: Scope, needs: GroundNeeds, codes: [String]? = nil) throws -> CountingGround {
    try read { db in
      var ground = CountingGround()
      ground.cases = scope.cases
      ground.transcripts = scope.members.map(\.name)
      ground.caseOfTranscript = scope.members.map(\.caseIndex)
      ground.coders = scope.coders
      var indices: [Int64: Int32] = [:]
      for (number, member) in scope.members.enumerated() { indices[member.id] = Int32(number) }
      if needs == .presence, scope.takesWholeTranscripts {
        try readPresence(into: &ground, scope, indices, in: db)
        return ground
      }
      try readCodings(into: &ground, scope, indices, codes: codes, in: db)
      let isPassages = needs.contains(.passages)
      if scope.isWhole, needs.isDisjoint(with: [.segments, .turns, .words]) { return ground }
      let coded = isPassages && codes != nil ? Set(ground.codings.transcript) : nil
      let grid = try SegmentGrid(db, scope: scope, indices: indices, words: needs.contains(.words), only: coded)
      if needs.contains(.segments) { ground.segments = grid.segments }
      if needs.contains(.turns) { ground.turns = grid.turns }
      if needs.contains(.words) { ground.wordStarts = grid.wordStarts }
      if isPassages { ground.surroundings = grid.all }
      var starts = isPassages ? ground.codings.start : try grid.starts(of: ground.codings, in: db)
      if !scope.isWhole { grid.keepTouching(&ground.codings, &starts, scope) }
      if !needs.isDisjoint(with: [.segments, .turns, .words]) { ground.codings.begin(at: starts) }
      return ground
    }
  }

  /// From an index that has the transcripts of a code together, so that far fewer rows are seen than there are codings.
  private func readPresence(
    into ground: inout CountingGround, _ scope: Scope, _ indices: [Int64: Int32], in db: Database
  ) throws {
    var numbers: [Int64: Int32] = [:]
    for (number, id) in try Int64.fetchAll(db, sql: "SELECT code_id FROM codes ORDER BY ordinal").enumerated() {
      numbers[id] = Int32(number)
    }
    let coders = scope.coderIDs.map(String.init).joined(separator: ",")
    let select = try RawStatement(
      db, "SELECT DISTINCT code_id, transcript_id FROM codings WHERE coder_id IN (\(coders))")
    let codeTable = Dense(numbers)
    let transcriptTable = Dense(indices)
    var codesOf: [[Int32]] = Array(repeating: [], count: scope.members.count)
    while try select.step() {
      let transcript = transcriptTable[select.int(1)]
      if transcript >= 0 { codesOf[Int(transcript)].append(codeTable[select.int(0)]) }
    }
    for (transcript, codes) in codesOf.enumerated() {
      for code in codes { ground.codings.append(transcript: Int32(transcript), start: 0, end: 0, code: code, coder: 0) }
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
struct Dense {
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
