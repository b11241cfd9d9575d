public import Model
import Store

extension Workbench {
  /// What the study holds, a line each.
  public func info() throws -> Table {
    let counts = try store.counts()
    let rows: [(String, Int)] = [
      ("Cases", counts.cases), ("Transcripts", counts.transcripts), ("Turns", counts.turns),
      ("Segments", counts.segments), ("Words", counts.words), ("Codes", counts.codes), ("Codings", counts.codings),
      ("Coders", counts.coders), ("Acts", counts.acts),
    ]
    var notes = [Table.Note("Study", path)]
    if let title = try store.study("title") { notes.append(.init("Codebook", title)) }
    if let language = try store.study("language") { notes.append(.init("Language", language)) }
    let coders = try store.coderNames()
    if !coders.isEmpty { notes.append(.init("Coders", coders.joined(separator: ", "))) }
    notes += try store.savedQueries().map { .init("Query @\($0.name)", $0.text) }
    return Table(
      title: "The study", columns: [.init("what", "What", .text), .init("count", "Count", .count)],
      rows: rows.map { [.text($0.0), .count($0.1)] }, notes: notes)
  }

  /// The log; only what can still be undone where that is asked.
  public func log(limit: Int?, undoable: Bool = false) throws -> Table {
    let title = undoable ? "Acts that can be undone, the newest first" : "Acts, the newest first"
    return Self.table(of: try store.log(limit: limit, undoable: undoable), title: title)
  }

  /// Takes back an act and all that were done after it; a sentence each.
  public func undo(toAct number: Int) throws -> [String] {
    let count = try store.actsSince(number)
    guard count > 0 else {
      throw Problem(
        "There is no act \(number) that can be undone.", hint: "'log --undoable' lists those that can.",
        kind: .nothingFound)
    }
    return try undo(count)
  }

  static func table(of acts: [Act], title: String) -> Table {
    let rows: [[Table.Cell]] = acts.map { act in
      [
        .count(act.number), .text(act.at), act.coder.map { .text($0) } ?? .none, .text(act.summary), .text(act.line),
        .text(act.undone ? "undone" : ""),
      ]
    }
    return Table(
      title: title,
      columns: [
        .init("act", "Act", .count), .init("at", "When", .text), .init("coder", "Coder", .text),
        .init("summary", "What", .text), .init("line", "Typed", .text), .init("state", "State", .text),
      ], rows: rows)
  }

  /// Takes back the last acts; a sentence each.
  public func undo(_ count: Int) throws -> [String] {
    let undone = try store.undo(count, now: clock())
    forgetCodebook()
    guard !undone.isEmpty else { throw Problem("There is nothing to undo.", kind: .nothingFound) }
    return undone.map { "Undone: \($0.summary)\(foreign($0))" }
  }

  /// What one may not have meant: an act of another coder, or of another day.
  private func foreign(_ act: Act) -> String {
    let (day, today) = (act.at.prefix(10), clock().prefix(10))
    let isOthers = act.coder != nil && coder != nil && act.coder != coder
    guard day != today || isOthers else { return "" }
    let who = isOthers ? " by \(act.coder ?? "")" : ""
    return " (That was done on \(day)\(who); 'redo' makes it again.)"
  }

  /// Makes undone acts again; a sentence each.
  public func redo(_ count: Int) throws -> [String] {
    let redone = try store.redo(count)
    forgetCodebook()
    guard !redone.isEmpty else {
      throw Problem(
        "There is nothing to redo.", hint: "What was undone can be redone until something else is done.",
        kind: .nothingFound)
    }
    return redone.map { "Redone: \($0.summary)" }
  }

  /// Makes the search index and the table of terms anew.
  public func reindex() throws { try store.rebuildIndex() }

  // What the shell offers on Tab.

  public func transcriptNames() throws -> [String] { try store.transcriptNames() }

  public func caseNames() throws -> [String] { try store.caseNames() }

  public func coderNames() throws -> [String] { try store.coderNames() }

  public func codeNames() throws -> [(key: String, name: String)] { try codebook().codes.map { ($0.key, $0.name) } }

  public func attributeValues() throws -> [(name: String, values: [String])] { try store.attributeValues() }
}
