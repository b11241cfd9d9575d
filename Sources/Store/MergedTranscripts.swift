import GRDB
import Model

// The transcripts that come, go and change in a merge, with their speakers.
extension Merging {
  func transcriptNumbers() throws -> [String: Int64] {
    Dictionary(try SideReading.transcripts(db).map { ($0.owner, $0.id) }) { first, _ in first }
  }

  func changeTranscripts() throws {
    let numbers = try transcriptNumbers()
    let owners = Set(changes(.transcript).map(\.cell.owner)).union(changes(.speaker).map { transcript(of: $0.cell) })
    let gone = owners.filter { numbers[$0] != nil && value($0, "name") == nil }
    try rename(numbers, gone)
    let others = try other.transcriptNames(byOwner: ())
    for owner in owners.subtracting(gone).sorted() {
      if let number = numbers[owner] {
        try changeParts(of: owner, number, named: others[owner])
      } else if let name = others[owner] {
        try add(owner, named: name)
      }
    }
    // Only now, so that no number is given twice in one act: undo could not tell the two apart.
    for owner in gone.sorted() { try remove(owner) }
  }

  private func transcript(of speaker: StudyCell) -> String {
    String(speaker.owner.prefix { String($0) != StudyCell.separator })
  }

  private func value(_ owner: String, _ field: String) -> String? {
    content.cells[StudyCell(.transcript, owner, field)]?.text
  }

  private func remove(_ owner: String) throws {
    guard let number = try transcriptNumbers()[owner] else { return }
    let name = try String.fetchOne(
      db, sql: "SELECT name FROM transcripts WHERE transcript_id = ?", arguments: [number])
    try name.map { try change.remove($0) }
  }

  /// Gives all their names by way of names that nobody has, so that two may change places.
  private func rename(_ numbers: [String: Int64], _ gone: Set<String>) throws {
    var renamed: [(number: Int64, name: String)] = []
    for (owner, number) in numbers {
      let now = try String.fetchOne(
        db, sql: "SELECT name FROM transcripts WHERE transcript_id = ?", arguments: [number])
      if gone.contains(owner) {
        try db.execute(
          sql: "UPDATE transcripts SET name = ? WHERE transcript_id = ?", arguments: ["\u{1F}\(number)", number])
      } else if let name = value(owner, "name"), name != now {
        renamed.append((number, name))
      }
    }
    let rename = "UPDATE transcripts SET name = ? WHERE transcript_id = ?"
    for (number, _) in renamed { try db.execute(sql: rename, arguments: ["\u{1F}\(number)", number]) }
    for (number, name) in renamed { try db.execute(sql: rename, arguments: [name, number]) }
  }

  private func add(_ owner: String, named name: String) throws {
    guard let stored = try other.wholeTranscript(named: name), let newName = value(owner, "name") else { return }
    if let file = try other.damagedOriginal(ofTranscript: name) {
      change.store.notices.give(
        Problem(
          "The file '\(file)', from which '\(name)' came, did not come in: its bytes in '\(other.name)' are damaged.",
          hint: "Look there with: draad -s \(other.name) check"))
    }
    let original = try other.original(ofTranscript: name).map { try change.keep($0) }
    var transcript = stored.transcript
    transcript.name = newName
    transcript.attributes = []
    for place in transcript.speakers.indices { transcript.speakers[place].attributes = [] }
    guard Digest.sha256(Array(transcript.text.utf8)) == owner.prefix(64) else {
      throw Problem(
        "The text of '\(name)' in the other study is not the text that was imported there.",
        hint: "Look there with: draad -s \(other.name) check")
    }
    try change.add(
      transcript, segments: stored.segments, unit: stored.unit, original: original, inCase: value(owner, "case"))
    try giveWhatIsMeant(to: owner)
    if let guid = try other.guid(ofTranscript: name) {
      try db.execute(sql: "UPDATE OR IGNORE transcripts SET guid = ? WHERE name = ?", arguments: [guid, newName])
      try ErasedMarks(db).forget(newName, guid: guid, digest: String(owner.prefix(64)), in: db)
    }
  }

  /// What of a transcript that comes in is not as the other study has it; attributes are given with all others.
  private func giveWhatIsMeant(to owner: String) throws {
    guard let number = try transcriptNumbers()[owner] else { return }
    try db.execute(
      sql: "UPDATE transcripts SET format = ? WHERE transcript_id = ?", arguments: [value(owner, "format"), number])
    try addSpeakers(of: owner, number)
    for name in try String.fetchAll(
      db,
      sql: """
        SELECT name FROM speakers s WHERE transcript_id = ?1
          AND NOT EXISTS (SELECT 1 FROM turns u WHERE u.transcript_id = ?1 AND u.speaker_id = s.speaker_id)
        """, arguments: [number])
    where content.cells[StudyCell(.speaker, owner + StudyCell.separator + name, "role")] == nil {
      try db.execute(sql: "DELETE FROM speakers WHERE transcript_id = ? AND name = ?", arguments: [number, name])
    }
  }

  private func changeParts(of owner: String, _ number: Int64, named otherName: String?) throws {
    func changed(_ field: String) -> Bool {
      let cell = StudyCell(.transcript, owner, field)
      return content.cells[cell] != mine.stands[cell]
    }
    if changed("case") {
      let number: Int64 = number
      let caseNumber = try value(owner, "case").map { try change.caseNumber($0) }
      try db.execute(
        sql: "UPDATE transcripts SET case_id = ? WHERE transcript_id = ?", arguments: [caseNumber, number])
    }
    if changed("format") {
      try db.execute(
        sql: "UPDATE transcripts SET format = ? WHERE transcript_id = ?", arguments: [value(owner, "format"), number])
    }
    try addSpeakers(of: owner, number)
    let isDivided = ["frame", "turns", "cut"].contains(where: changed)
    let stored = try isDivided ? otherName.flatMap { try other.wholeTranscript(named: $0) } : nil
    if changed("frame"), let stored {
      try change.replaceParts(of: number, with: stored)
    } else {
      if changed("turns"), let stored { try giveTurns(of: number, as: stored.transcript) }
      if changed("cut"), let stored {
        let name = try String.fetchOne(
          db, sql: "SELECT name FROM transcripts WHERE transcript_id = ?", arguments: [number])
        try change.resegment(name ?? "", segments: stored.segments, unit: stored.unit)
      }
    }
    try removeSpeakers(of: owner, number)
  }

  private func giveTurns(of number: Int64, as transcript: Transcript) throws {
    for turn in transcript.turns {
      try db.execute(
        sql: """
          UPDATE turns SET speaker_id = (SELECT speaker_id FROM speakers WHERE transcript_id = ?1 AND name = ?3)
          WHERE transcript_id = ?1 AND start_byte = ?2
          """, arguments: [number, turn.span.start, turn.speaker.map { transcript.speakers[$0].name }])
    }
  }

  private func addSpeakers(of owner: String, _ number: Int64) throws {
    for (cell, value) in changes(.speaker) where cell.field == "role" && transcript(of: cell) == owner {
      guard let value else { continue }
      try db.execute(
        sql: """
          INSERT INTO speakers (transcript_id, name, role) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET role = excluded.role
          """, arguments: [number, name(of: cell), value.text])
    }
  }

  private func removeSpeakers(of owner: String, _ number: Int64) throws {
    for (cell, value) in changes(.speaker)
    where cell.field == "role" && transcript(of: cell) == owner && value == nil {
      try db.execute(
        sql: "DELETE FROM speakers WHERE transcript_id = ? AND name = ?", arguments: [number, name(of: cell)])
    }
  }

  private func name(of speaker: StudyCell) -> String {
    String(speaker.owner.dropFirst(transcript(of: speaker).count + 1))
  }

  func speakerNumber(_ owner: String) throws -> Int64? {
    let cell = StudyCell(.speaker, owner)
    return try Int64.fetchOne(
      db, sql: "SELECT speaker_id FROM speakers WHERE transcript_id = ? AND name = ?",
      arguments: [transcriptNumbers()[transcript(of: cell)], name(of: cell)])
  }
}
