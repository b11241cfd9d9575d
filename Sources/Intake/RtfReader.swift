/// Reads RTF, as word processors, WordPad and f4 write it: the talk without headers, footers and deleted words.
struct RtfReader: TranscriptReader {
  let format = "rtf"
  let endings = ["rtf"]

  func recognises(_ bytes: [UInt8]) -> Bool { FileSignature.of(bytes) == .rtf }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    if file.bytes.isEmpty { return refused(file, "'\(file.shortName)' is empty.") }
    guard recognises(file.bytes) else {
      return refused(
        file, "'\(file.shortName)' is no RTF file.", hint: "Open it in the program it comes from and save it as .docx.")
    }
    return reading(of: RtfText(file.bytes), file, options)
  }

  private func refused(_ file: SourceFile, _ text: String, hint: String? = nil) -> Reading {
    Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint)])
  }

  private func reading(of text: RtfText, _ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let talk = CanonicalText(text.bytes)
    let notes = CanonicalText(options.notes == .end ? text.noteBytes : [])
    var aside: [String] = []
    if text.footnotes > 0 { aside.append(counted(text.footnotes, "footnote", "footnotes")) }
    if text.comments > 0 { aside.append(counted(text.comments, "comment", "comments")) }
    var left = notes.bytes.isEmpty ? aside : []
    if text.hasHiddenText { left.append("hidden text") }
    let controls = talk.dropped + notes.dropped
    if controls > 0 { left.append(counted(controls, "control character", "control characters")) }
    var problems: [IntakeProblem] = []
    if !notes.bytes.isEmpty {
      problems.append(
        IntakeProblem(
          file: file.name, "Put at the end, under '\(TranscriptDraft.notesHeading)': \(aside.joined(separator: ", ")).",
          .note))
    }
    if !left.isEmpty {
      problems.append(IntakeProblem(file: file.name, "Left out: \(left.joined(separator: ", ")).", .note))
    }
    var draft = TranscriptDraft(file: file, format: format, bytes: talk.bytes)
    draft.boldNames = text.boldNames
    draft.unlabelled = .lines
    draft.hasLines = false
    draft.notes = notes.bytes
    draft.problems = problems
    return draft.reading(options)
  }
}
