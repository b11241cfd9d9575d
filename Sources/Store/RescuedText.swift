import GRDB
import Model

/// Makes the text of one rescued transcript whole again: what is lost of it is filled with points, so that every other word
/// stands where it stood.
struct RescuedText {
  let id: Int64
  private(set) var bytes: [UInt8] = []
  /// How many bytes of the text are points now.
  private(set) var lost = 0

  private struct Part {
    var start: Int
    var end: Int
  }

  /// What stands for a byte that is lost.
  private static let filler = UInt8(ascii: ".")
  /// No text is longer than its file; a greater number is damage.
  private let longest: Int

  init(of id: Int64, bytes said: Int, longest: Int, in db: Database) throws {
    self.id = id
    self.longest = longest
    let turns = try fillTurns(until: end(said, db), db)
    try fillSegments(turns, db)
  }

  /// Where the text ends, as the transcript says or as far as there are parts of it.
  private func end(_ said: Int, _ db: Database) throws -> Int {
    let far = try ["read_segments", "turns"].map { table in
      try Int.fetchOne(
        db, sql: "SELECT max(end_byte) FROM \(table) WHERE transcript_id = ? AND end_byte <= \(longest)",
        arguments: [id])
    }
    return max(said <= longest ? said : 0, far.compactMap { $0 }.max() ?? 0)
  }

  /// Where turns are lost, one that nobody says takes their place; gives the turns in order.
  private func fillTurns(until end: Int, _ db: Database) throws -> [(id: Int64, start: Int, end: Int)] {
    let rows = try Row.fetchAll(
      db, sql: "SELECT turn_id, start_byte, end_byte FROM turns WHERE transcript_id = ? ORDER BY start_byte, turn_id",
      arguments: [id])
    var at = 0
    for row in rows {
      let (turn, start, end) = (row[0] as Int64, row[1] as Int, row[2] as Int)
      guard start >= at, end >= start, end <= longest else {
        try db.execute(sql: "DELETE FROM turns WHERE turn_id = ?", arguments: [turn])
        continue
      }
      if start > at { try addTurn(at, start, db) }
      at = end
    }
    if at < end { try addTurn(at, end, db) }
    let turns = try Row.fetchAll(
      db, sql: "SELECT turn_id, start_byte, end_byte FROM turns WHERE transcript_id = ? ORDER BY start_byte, end_byte",
      arguments: [id]
    ).map { (id: $0[0] as Int64, start: $0[1] as Int, end: $0[2] as Int) }
    for (number, turn) in turns.enumerated() {
      try db.execute(sql: "UPDATE turns SET number = ? WHERE turn_id = ?", arguments: [number + 1, turn.id])
    }
    return turns
  }

  private func addTurn(_ start: Int, _ end: Int, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO turns (transcript_id, number, start_byte, end_byte, words_byte, speaker_id, seconds)
        VALUES (?, 0, ?, ?, ?, NULL, NULL)
        """, arguments: [id, start, end, start])
  }

  /// Puts the segments that were read in their turns, with points where there are none.
  private mutating func fillSegments(_ turns: [(id: Int64, start: Int, end: Int)], _ db: Database) throws {
    var read: [(start: Int, label: Int, odd: Int, text: [UInt8])] = []
    let select = try RawStatement(
      db,
      """
      SELECT start_byte, end_byte, label_characters, odd_characters, text FROM read_segments
      WHERE transcript_id = ? ORDER BY start_byte, segment_id
      """)
    select.bind(1, id)
    while try select.step() {
      let text = select.withBytes(4) { Array($0) }
      if select.int(1) &- select.int(0) == text.count {
        read.append((select.int(0), select.int(2), select.int(3), text))
      }
    }
    let insert = try RawStatement(
      db,
      """
      INSERT INTO segments (segment_id, transcript_id, number, turn_id, start_byte, end_byte, label_characters,
        odd_characters, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    var number = 0
    func add(_ text: [UInt8], label: Int, odd: Int, turn: Int64) throws {
      number += 1
      let start = bytes.count
      bytes += text
      insert.bind(1, id * Int64(Schema.segmentsOfOneTranscript) + Int64(number))
      for (place, value) in [id, Int64(number), turn, Int64(start), Int64(bytes.count), Int64(label), Int64(odd)]
        .enumerated()
      {
        insert.bind(Int32(place + 2), value)
      }
      text.withUnsafeBufferPointer { insert.bindText(9, $0) }
      try insert.run()
    }
    var next = 0
    for turn in turns {
      while bytes.count < turn.end {
        while next < read.count, read[next].start < bytes.count { next += 1 }
        if next < read.count, read[next].start == bytes.count, bytes.count + read[next].text.count <= turn.end,
          !read[next].text.isEmpty
        {
          try add(read[next].text, label: read[next].label, odd: read[next].odd, turn: turn.id)
          continue
        }
        let until = next < read.count ? min(turn.end, max(read[next].start, bytes.count + 1)) : turn.end
        let points = until - bytes.count
        lost += points
        try add([UInt8](repeating: Self.filler, count: points), label: 0, odd: 0, turn: turn.id)
      }
    }
  }
}
