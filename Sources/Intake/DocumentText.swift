import Model

/// What a document says: the talk, a line for each paragraph and each row of a table, and its notes apart.
struct DocumentText: Equatable {
  /// UTF-8, each line with its line feed.
  var bytes: [UInt8] = []
  /// Words at the head of a paragraph that are marked (bold, underlined, in a colour), by the number of their line from 0.
  var names: [Int: String] = [:]
  /// Who speaks according to tables with headings.
  var speakers: [Speaker] = []
  /// Lines as in `bytes`: footnotes and endnotes, then comments.
  var notes: [UInt8] = []
  var counts = Counts()

  /// What is in the document and not in the talk.
  struct Counts: Equatable {
    var footnotes = 0
    var comments = 0
    /// Headings of tables, each a row.
    var headings = 0
    /// Cells of tables that stand under another heading than time, speaker or text.
    var remarks = 0
    /// Signs of fonts that are not known here.
    var symbols = 0
    /// Documents of another kind inside the document.
    var parts = 0
    var hasHiddenText = false
  }
}

extension DocumentText {
  /// The transcript in a document: its text made canonical, its turns found, its notes put where they are wanted.
  func reading(of file: SourceFile, format: String, _ options: ReadingOptions) -> Reading {
    let talk = CanonicalText(bytes)
    let notes = CanonicalText(options.notes == .end ? notes : [])
    var draft = TranscriptDraft(
      file: file, format: format, bytes: talk.bytes, boldNames: names, unlabelled: .lines, hasLines: false,
      notes: notes.bytes)
    draft.speakers = speakers
    draft.problems = problems(of: file, options.notes, controls: talk.dropped + notes.dropped)
    return draft.reading(options)
  }

  private func problems(of file: SourceFile, _ place: ReadingOptions.Notes, controls: Int) -> [IntakeProblem] {
    var aside: [String] = []
    if counts.footnotes > 0 { aside.append(counted(counts.footnotes, "footnote", "footnotes")) }
    if counts.comments > 0 { aside.append(counted(counts.comments, "comment", "comments")) }
    if counts.remarks > 0 { aside.append(counted(counts.remarks, "remark in a table", "remarks in tables")) }
    let isAtEnd = place == .end && !notes.isEmpty
    var left = isAtEnd ? [] : aside
    if counts.headings > 0 { left.append(counted(counts.headings, "heading of a table", "headings of tables")) }
    if counts.hasHiddenText { left.append("hidden text") }
    if counts.symbols > 0 { left.append(counted(counts.symbols, "unknown sign", "unknown signs")) }
    if counts.parts > 0 { left.append(counted(counts.parts, "inserted document", "inserted documents")) }
    if controls > 0 { left.append(counted(controls, "control character", "control characters")) }
    var problems: [IntakeProblem] = []
    if isAtEnd {
      problems.append(
        IntakeProblem(
          file: file.name, "Put at the end, under '\(TranscriptDraft.notesHeading)': \(aside.joined(separator: ", ")).",
          .note))
    }
    if !left.isEmpty {
      problems.append(IntakeProblem(file: file.name, "Left out: \(left.joined(separator: ", ")).", .note))
    }
    return problems
  }
}
