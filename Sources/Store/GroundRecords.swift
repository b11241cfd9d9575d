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
  /// Only how many distinct codings each code has: where the filter takes whole transcripts there are no codings then.
  public static let counts = GroundNeeds(rawValue: 32)
}

extension StudyStore {
  /// Reads what an analysis counts on; code numbers are indices into the codebook.
  ///
  /// `codes`, when given, are the keys of the only codes whose codings are read. The blanks and the line end behind a segment's
  /// last word belong to it, so that segments are the text; a coding that begins on them touches, for counting, the next
  /// segment first, and begins there where segments or turns are read.
  public func ground(_ scope: Scope, needs: GroundNeeds, codes: [String]? = nil) throws -> CountingGround {
    if codes == nil { packCodings() }
    return try read { db in
      var ground = CountingGround()
      ground.cases = scope.cases
      ground.transcripts = scope.members.map(\.name)
      ground.caseOfTranscript = scope.members.map(\.caseIndex)
      ground.coders = scope.coders
      var indices: [Int64: Int32] = [:]
      for (number, member) in scope.members.enumerated() { indices[member.id] = Int32(number) }
      let numbers = try GroundNumbers(db, scope)
      let isPacked = codes == nil && numbers.fitColumns
      if isPacked, needs == .presence || needs == .counts, scope.takesWholeTranscripts {
        try readCounts(into: &ground, scope, numbers, asPresence: needs == .presence, in: db)
        return ground
      }
      if isPacked {
        try readPacked(into: &ground, scope, numbers, in: db)
      } else {
        try readCodings(into: &ground, indices, numbers, codes: codes, in: db)
      }
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

  /// Which codes a transcript has, each once; or how many distinct codings each code has in all.
  private func readCounts(
    into ground: inout CountingGround, _ scope: Scope, _ numbers: GroundNumbers, asPresence: Bool, in db: Database
  ) throws {
    let packed = try PackedCodings(db)
    let everyone = try Int.fetchOne(db, sql: "SELECT count(*) FROM coders") == scope.coderIDs.count
    var sums = [Int](repeating: 0, count: numbers.codeCount)
    for (index, member) in scope.members.enumerated() {
      try packed.forEachCount(of: member.id, by: everyone ? nil : numbers.coders) { id, count in
        let code = numbers.codes[id]
        guard code >= 0 else { return }
        sums[Int(code)] += count
        if asPresence { ground.codings.append(transcript: Int32(index), start: 0, end: 0, code: code, coder: 0) }
      }
    }
    if !asPresence { ground.distinctCodings = sums }
  }

  private func readPacked(
    into ground: inout CountingGround, _ scope: Scope, _ numbers: GroundNumbers, in db: Database
  ) throws {
    let packed = try PackedCodings(db)
    // Room for all at once: where it must grow, memory is copied again and again.
    ground.codings.reserve(min(try Int.fetchOne(db, sql: "SELECT max(coding_id) FROM codings") ?? 0, 1 << 22))
    for (index, member) in scope.members.enumerated() {
      try packed.withColumns(of: member.id) { bytes in
        ground.codings.append(transcript: Int32(index), bytes, numbers)
      }
    }
  }

  /// From the rows; only the codings of some codes from the index that has them together.
  private func readCodings(
    into ground: inout CountingGround, _ indices: [Int64: Int32], _ numbers: GroundNumbers, codes: [String]?,
    in db: Database
  ) throws {
    let condition = try codes.map { codes in
      let wanted = try Row.fetchAll(db, sql: "SELECT code_id, key FROM codes").filter { codes.contains($0[1]) }
      return "WHERE code_id IN (\(wanted.map { String($0[0] as Int64) }.joined(separator: ",")))"
    }
    let select = try RawStatement(
      db,
      """
      SELECT transcript_id, start_byte, end_byte, code_id, coder_id FROM codings \(condition ?? "")
      ORDER BY transcript_id, start_byte, end_byte
      """)
    var lastTranscript: Int64 = -1
    var transcript: Int32 = -1
    while try select.step() {
      if select.int64(0) != lastTranscript {
        lastTranscript = select.int64(0)
        transcript = indices[lastTranscript] ?? -1
      }
      let coder = numbers.coders[select.int(4)]
      guard transcript >= 0, coder >= 0 else { continue }
      ground.codings.append(
        transcript: transcript, start: select.int32(1), end: select.int32(2), code: numbers.codes[select.int(3)],
        coder: coder)
    }
  }
}

/// What the numbers of codes and coders in the file are as indices into the codebook and the coders of a scope.
private struct GroundNumbers {
  let codes: Dense
  let codeCount: Int
  let coders: Dense
  /// Whether the numbers in the file are such that packed codings have them.
  let fitColumns: Bool

  init(_ db: Database, _ scope: Scope) throws {
    let ids = try Int64.fetchAll(db, sql: "SELECT code_id FROM codes ORDER BY ordinal")
    codeCount = ids.count
    codes = Dense(Dictionary(uniqueKeysWithValues: zip(ids, 0...)))
    coders = Dense(Dictionary(uniqueKeysWithValues: zip(scope.coderIDs, 0...)))
    fitColumns = (ids + scope.coderIDs).allSatisfy { Int32(exactly: $0) != nil }
  }
}

extension CodingColumns {
  /// Adds the codings of a transcript by coders that are looked at: memory copied, then numbers looked up in place.
  fileprivate mutating func append(
    transcript index: Int32, _ bytes: UnsafeRawBufferPointer, _ numbers: borrowing GroundNumbers
  ) {
    let (before, count) = (self.count, bytes.count / PackedCodings.bytesOfOne)
    func column(_ number: Int) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: bytes[number * 4 * count..<(number + 1) * 4 * count])
    }
    transcript.append(contentsOf: repeatElement(index, count: count))
    start.append(copying: column(0))
    end.append(copying: column(1))
    code.append(copying: column(2))
    coder.append(copying: column(3))
    let areKnown = numbers.codes.lookUp(&code, from: before)
    let areWanted = numbers.coders.lookUp(&coder, from: before)
    if !areKnown || !areWanted { keepKnown(from: before) }
  }

  /// Keeps of the rows from a place on those with a code and a coder.
  private mutating func keepKnown(from before: Int) {
    var kept = CodingColumns()
    for row in before..<count where code[row] >= 0 && coder[row] >= 0 {
      kept.append(transcript: transcript[row], start: start[row], end: end[row], code: code[row], coder: coder[row])
    }
    transcript.replaceSubrange(before..., with: kept.transcript)
    start.replaceSubrange(before..., with: kept.start)
    end.replaceSubrange(before..., with: kept.end)
    code.replaceSubrange(before..., with: kept.code)
    coder.replaceSubrange(before..., with: kept.coder)
  }
}

extension [Int32] {
  /// Adds numbers from memory that need not be aligned.
  fileprivate mutating func append(copying bytes: UnsafeRawBufferPointer) {
    let before = count
    append(contentsOf: repeatElement(0, count: bytes.count / 4))
    withUnsafeMutableBytes { UnsafeMutableRawBufferPointer(rebasing: $0[(before * 4)...]).copyMemory(from: bytes) }
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

  /// Puts for each number from a place on its index, -1 for one that is not there; whether all are there.
  func lookUp(_ numbers: inout [Int32], from place: Int) -> Bool {
    var least: Int32 = 0
    table.withUnsafeBufferPointer { table in
      for row in place..<numbers.count {
        let id = Int(numbers[row])
        let index = id >= 0 && id < table.count ? table[id] : beyond[id] ?? -1
        numbers[row] = index
        least = min(least, index)
      }
    }
    return least >= 0
  }

  subscript(id: Int) -> Int32 { table.indices.contains(id) ? table[id] : beyond[id] ?? -1 }
}
