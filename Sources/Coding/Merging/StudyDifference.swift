import Model

/// One line of how two copies of a study differ.
public struct StudyDifference: Equatable, Sendable {
  /// The kind of thing: `Code`, `Codings`.
  public var what: String
  public var which: String
  /// In what respect; empty for the whole.
  public var respect: String
  public var here: String?
  public var there: String?
  /// Where it was changed: `new there`, `changed in both`.
  public var state: String
  public var sentence: String
}

extension StudyMerge {
  /// How the two copies differ: what is there in only one of them by its name, the rest cell by cell, codings by transcript,
  /// coder and code.
  public var differences: [StudyDifference] {
    let words = MergeWords([mine, theirs])
    return differencesOfOwners(words) + differencesOfCodings(words)
  }

  private func differencesOfOwners(_ words: MergeWords) -> [StudyDifference] {
    var lines: [StudyDifference] = []
    for kind in [
      StudyCell.Kind.fact, .transcript, .speaker, .aCase, .coder, .code, .memo, .unplaced, .attachment, .assignment,
      .blind,
    ] {
      for owner in owned.keys.filter({ $0.kind == kind }).sorted(by: { $0.name < $1.name }) {
        let cells = owned[owner, default: []].sorted().filter { mine.stands[$0] != theirs.stands[$0] }
        guard let first = cells.first(where: { changes[$0] ?? .same != .same }) ?? cells.first else { continue }
        switch (stands(owner, in: mine), stands(owner, in: theirs)) {
        case (true, false): lines.append(whole(owner, first, isHere: true, words))
        case (false, true): lines.append(whole(owner, first, isHere: false, words))
        default: lines += cells.filter { !["frame", "place", "at"].contains($0.field) }.map { line($0, words) }
        }
      }
    }
    return lines
  }

  func stands(_ owner: Owner, in side: StudySide) -> Bool {
    owned[owner, default: []].contains { !$0.isQuiet && side.stands[$0] != nil }
  }

  private func whole(_ owner: Owner, _ cell: StudyCell, isHere: Bool, _ words: MergeWords) -> StudyDifference {
    let change = changes[cell] ?? .same
    let name = words.owner(of: cell)
    let subject = name.prefix(1).uppercased() + name.dropFirst()
    let (one, other) = isHere ? ("here", "there") : ("there", "here")
    let sentence =
      switch change {
      case .same: "\(subject) was taken away and stays \(one), because something needs it."
      case .removedHere, .removedThere: "\(subject) was taken away \(other)."
      default: "\(subject) is only \(one)."
      }
    return StudyDifference(
      what: Self.label(owner.kind), which: Self.which(cell, words), respect: "", here: isHere ? "yes" : nil,
      there: isHere ? nil : "yes", state: change == .same ? "kept \(one)" : Self.state(change), sentence: sentence)
  }

  private func line(_ cell: StudyCell, _ words: MergeWords) -> StudyDifference {
    let change = changes[cell] ?? .same
    let conflict = Conflict(cell: cell, mine: mine.stands[cell], theirs: theirs.stands[cell], value: cells[cell])
    return StudyDifference(
      what: Self.label(cell.kind), which: Self.which(cell, words), respect: words.respect(of: cell),
      here: words.text(cell, conflict.mine), there: words.text(cell, conflict.theirs), state: Self.state(change),
      sentence: words.sentence(conflict, change))
  }

  static func label(_ kind: StudyCell.Kind) -> String {
    switch kind {
    case .fact: "Study"
    case .spelling: "Spelling"
    case .coder: "Coder"
    case .aCase: "Case"
    case .code: "Code"
    case .transcript: "Transcript"
    case .speaker: "Speaker"
    case .memo: "Memo"
    case .attachment: "Attachment"
    case .assignment: "Assignment"
    case .blind: "Coding blind"
    case .unplaced: "Coding without a place"
    }
  }

  private static func which(_ cell: StudyCell, _ words: MergeWords) -> String {
    switch cell.kind {
    case .transcript: words.transcript(cell.owner)
    case .speaker:
      "\(MergeWords.speaker(cell).name) in \(words.transcript(MergeWords.speaker(cell).transcript))"
    case .memo: words.memo(cell.owner)
    case .assignment: words.assigned(cell)
    default: cell.owner
    }
  }

  static func state(_ change: CellMerge.Change) -> String {
    switch change {
    // The same was meant in both, and a merge had to put something else.
    case .same: "put in order"
    case .newThere: "new there"
    case .newHere: "new here"
    case .changedThere: "changed there"
    case .changedHere: "changed here"
    case .removedThere: "taken away there"
    case .removedHere: "taken away here"
    case .conflict: "changed in both"
    }
  }

  private func differencesOfCodings(_ words: MergeWords) -> [StudyDifference] {
    var lines: [StudyDifference] = []
    for (transcript, merge) in codings.sorted(by: { words.transcript($0.key) < words.transcript($1.key) }) {
      let parts: [([MarkedCoding], Bool, CellMerge.Change)] = [
        (merge.added, false, .newThere), (merge.newHere, true, .newHere), (merge.removed, true, .removedThere),
        (merge.removedHere, false, .removedHere),
      ]
      for (list, isHere, change) in parts {
        for (name, count) in Self.counted(list) {
          let codings = "\(Count(count, "coding")) of '\(words.transcript(transcript))' with \(name)"
          let verb = count == 1 ? "is" : "are"
          let past = count == 1 ? "was" : "were"
          lines.append(
            StudyDifference(
              what: "Codings", which: words.transcript(transcript), respect: name, here: isHere ? String(count) : nil,
              there: isHere ? nil : String(count), state: Self.state(change),
              sentence: change == .newHere || change == .newThere
                ? "\(codings) \(verb) only \(isHere ? "here" : "there")."
                : "\(codings) \(past) taken away \(isHere ? "there" : "here")."))
        }
      }
    }
    return lines
  }

  /// How many of each code and coder, in their order.
  private static func counted(_ list: [MarkedCoding]) -> [(name: String, count: Int)] {
    Dictionary(grouping: list) { "'\($0.code)' by \($0.coder)" }.map { ($0.key, $0.value.count) }
      .sorted { $0.0 < $1.0 }
  }
}
