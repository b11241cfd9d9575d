public import Model

/// What of another copy of the study was erased here for good, and does not come back with a merge.
public struct ErasedSide: Sendable {
  private let transcripts: Set<String>
  private let cases: Set<String>
  /// The names of its transcripts, sorted.
  public let names: [String]

  /// What of `theirs` the marks know and `mine` does not have.
  public init(_ marks: ErasedMarks, _ theirs: StudySide, missingIn mine: StudySide) {
    var transcripts: Set<String> = []
    var names: [String] = []
    for (guid, owner) in theirs.guids where mine.stands[StudyCell(.transcript, owner, "name")] == nil {
      let name = theirs.stands[StudyCell(.transcript, owner, "name")]?.text ?? ""
      guard marks.knows(transcript: name, guid: guid, digest: String(owner.prefix(64))) else { continue }
      transcripts.insert(owner)
      names.append(name)
    }
    self.transcripts = transcripts
    self.names = names.sorted()
    cases = Set(
      theirs.stands.keys.lazy.filter { $0.kind == .aCase && mine.stands[StudyCell(.aCase, $0.owner)] == nil }
        .map(\.owner).filter { marks.knows(caseName: $0) })
  }

  public var isEmpty: Bool { transcripts.isEmpty && cases.isEmpty }

  /// The other copy without it, and without all that hangs on it.
  public func leftOut(of side: StudySide) -> StudySide {
    guard !isEmpty else { return side }
    var left = side
    for cells in [\StudySide.cells, \.stands] {
      let all = side[keyPath: cells]
      left[keyPath: cells] = all.filter { cell, _ in !belongs(cell) { all[$0]?.text } }
    }
    left.held = side.held.filter { cell, _ in
      !belongs(cell) { (side.stands[$0] ?? side.held[$0]?.all.max())?.text }
    }
    left.guids = side.guids.filter { !transcripts.contains($0.value) }
    left.voices = side.voices.filter { !transcripts.contains($0.key) }
    return left
  }

  private func belongs(_ cell: StudyCell, _ words: (StudyCell) -> String?) -> Bool {
    func text(_ field: String) -> String? { words(StudyCell(cell.kind, cell.owner, field)) }
    let transcript: String? =
      switch cell.kind {
      case .transcript: cell.owner
      case .speaker: String(cell.owner.prefix { String($0) != StudyCell.separator })
      case .memo: text("about").flatMap(MemoSubject.init)?.transcript
      case .attachment: text("file").flatMap(AttachedFile.init)?.transcript
      case .unplaced: text("coding").flatMap(LostCoding.init)?.transcript
      case .assignment: cell.assigned?.transcript
      case .fact, .spelling, .coder, .code, .aCase, .blind: nil
      }
    if let transcript { return transcripts.contains(transcript) }
    let caseName = cell.kind == .aCase ? cell.owner : text("about").flatMap(MemoSubject.init)?.caseName
    return caseName.map(cases.contains) ?? false
  }
}
