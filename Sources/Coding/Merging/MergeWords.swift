public import Model

/// In what words the cells of a study are told.
public struct MergeWords: Sendable {
  private let transcripts: [String: String]
  private let memos: [String: String]
  private let attachments: [String: String]

  /// - Parameter sides: where the names of the transcripts are looked up, the first that has one.
  public init(_ sides: [StudySide]) {
    var names: [String: String] = [:]
    for side in sides {
      for (cell, value) in side.stands where cell.kind == .transcript && cell.field == "name" {
        names[cell.owner] = names[cell.owner] ?? value.text
      }
    }
    transcripts = names
    var memos: [String: String] = [:]
    for side in sides {
      for (cell, value) in side.stands where cell.kind == .memo && cell.field == "about" {
        memos[cell.owner] = memos[cell.owner] ?? value.text
      }
    }
    self.memos = memos
    var attachments: [String: String] = [:]
    for side in sides {
      for (cell, value) in side.stands where cell.kind == .attachment {
        attachments[cell.owner] = value.text.flatMap(AttachedFile.init)?.name
      }
    }
    self.attachments = attachments
  }

  public func transcript(_ owner: String) -> String { transcripts[owner] ?? String(owner.prefix(8)) }

  /// What it belongs to: `the code 'K1'`.
  public func owner(of cell: StudyCell) -> String {
    switch cell.kind {
    case .fact: cell.owner.hasPrefix("query:") ? "the query '@\(cell.owner.dropFirst(6))'" : "the study"
    case .spelling: "the attribute '\(cell.field)'"
    case .coder: "the coder '\(cell.owner)'"
    case .aCase: "the case '\(cell.owner)'"
    case .code: "the code '\(cell.owner)'"
    case .transcript: "the transcript '\(transcript(cell.owner))'"
    case .speaker: "the speaker '\(Self.speaker(cell).name)' in '\(transcript(Self.speaker(cell).transcript))'"
    case .memo: "the memo \(memo(cell.owner))"
    case .attachment: "the attachment '\(attachments[cell.owner] ?? String(cell.owner.prefix(8)))'"
    case .assignment: "the assignment of '\(assigned(cell))'"
    case .blind: "that '\(cell.owner)' codes blind"
    case .unplaced: "the coding without a place '\(cell.owner.prefix(8))'"
    }
  }

  /// What a memo is about.
  func memo(_ owner: String) -> String {
    guard let subject = memos[owner].flatMap(MemoSubject.init) else { return "'\(owner.prefix(8))'" }
    if let transcript = subject.transcript { return "on '\(self.transcript(transcript))'" }
    if let caseName = subject.caseName { return "on the case '\(caseName)'" }
    return subject.code.map { "on the code '\($0)'" } ?? "on the study"
  }

  /// `s01-team to Anna`.
  func assigned(_ cell: StudyCell) -> String {
    StudyCell(.assignment, cell.owner).assigned.map { "\(transcript($0.transcript)) to \($0.coder)" } ?? cell.owner
  }

  static func speaker(_ cell: StudyCell) -> (transcript: String, name: String) {
    let parts = cell.owner.split(
      separator: Character(StudyCell.separator), maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
  }

  /// In what respect: `definition`; empty where it is about the owner itself.
  public func respect(of cell: StudyCell) -> String {
    if cell.field.hasPrefix("@") { return "'\(cell.field.dropFirst())'" }
    return switch (cell.kind, cell.field) {
    case (.fact, _): cell.owner.hasPrefix("query:") ? "" : cell.owner
    case (.spelling, _): "spelling"
    case (.code, "use"): "when to use"
    case (.code, "not"): "when not to use"
    case (.code, "parent"): "place under"
    case (.code, "place"): "order"
    case (.code, "color"): "colour"
    case (.memo, "by"): "coder"
    case (.memo, "about"): "subject"
    case (.assignment, "done"): "state"
    case (.transcript, "turns"): "speakers of the turns"
    case (.transcript, "cut"): "segments"
    case (.transcript, "frame"): "turns"
    default: cell.field
    }
  }

  /// A value as it is shown; a digest is not.
  public func text(_ cell: StudyCell, _ value: CellValue?) -> String? {
    guard let value else { return nil }
    if Self.isOpaque(cell) { return "a way of its own" }
    if cell.kind == .assignment { return value.text == nil ? "not done" : "done" }
    if cell.kind == .code, cell.field == "parent" { return value.text ?? "the top" }
    if cell.kind == .code, cell.field == "place" { return String((Int(value.text ?? "") ?? 0) + 1) }
    let shown = (value.text ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
    return shown.split(separator: Character(StudyCell.separator)).joined(separator: " | ")
  }

  /// A conflict as a sentence.
  ///
  /// As in `The definition of the code 'K1' is 'a' here and 'b' there.`
  public func sentence(_ conflict: StudyMerge.Conflict) -> String {
    let cell = conflict.cell
    let (subject, areMany) = subject(cell)
    let (be, were) = areMany ? ("are", "were") : ("is", "was")
    guard !Self.isOpaque(cell) else { return "\(subject) \(be) not the same here and there." }
    return switch (text(cell, conflict.mine), text(cell, conflict.theirs)) {
    case ("", let theirs?) where !theirs.isEmpty:
      "\(subject) \(be) \(Self.quoted(theirs)) there, and there \(be) none here."
    case (let mine?, "") where !mine.isEmpty:
      "\(subject) \(be) \(Self.quoted(mine)) here, and there \(be) none there."
    case (let mine?, let theirs?): "\(subject) \(be) \(Self.quoted(mine)) here and \(Self.quoted(theirs)) there."
    case (nil, let theirs?): "\(subject) \(were) taken away here and became \(Self.quoted(theirs)) there."
    case (let mine?, nil): "\(subject) became \(Self.quoted(mine)) here and \(were) taken away there."
    case (nil, nil): "\(subject) \(were) taken away."
    }
  }

  /// A difference as a sentence.
  func sentence(_ conflict: StudyMerge.Conflict, _ change: CellMerge.Change) -> String {
    let plain = sentence(conflict).dropLast()
    let (subject, areMany) = subject(conflict.cell)
    let value = Self.quoted(text(conflict.cell, conflict.mine ?? conflict.theirs) ?? "")
    return switch change {
    case .newThere, .newHere:
      "\(subject) \(areMany ? "are" : "is") only \(change == .newHere ? "here" : "there"): \(value)."
    case .removedThere, .removedHere:
      "\(subject) \(areMany ? "were" : "was") taken away \(change == .removedHere ? "here" : "there"): \(value)."
    case .changedThere: plain + "; \(areMany ? "they were" : "it was") changed there."
    case .changedHere: plain + "; \(areMany ? "they were" : "it was") changed here."
    case .conflict: plain + "; both were changed."
    case .same: plain + "."
    }
  }

  /// What was taken away and stands because something needs it.
  public func needed(_ cell: StudyCell, stood: Bool) -> String {
    let name = owner(of: cell)
    return name.prefix(1).uppercased() + name.dropFirst()
      + (stood ? " was taken away there and stays" : " was taken away and is there again")
      + ", because something needs it."
  }

  /// What a sentence is about, and whether it is more than one thing.
  private func subject(_ cell: StudyCell) -> (String, areMany: Bool) {
    let respect = respect(of: cell)
    let what = respect.isEmpty ? owner(of: cell) : "the \(respect) of \(owner(of: cell))"
    let many = cell.field == "phrases" || cell.kind == .transcript && ["turns", "cut", "frame"].contains(cell.field)
    return (what.prefix(1).uppercased() + what.dropFirst(), many)
  }

  static func isOpaque(_ cell: StudyCell) -> Bool {
    cell.kind == .transcript && ["turns", "cut", "frame"].contains(cell.field)
      || cell.kind == .memo && cell.field == "about" || cell.kind == .attachment
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "without" : "'\(text.count > 60 ? text.prefix(59) + "…" : text[...])'"
  }
}
