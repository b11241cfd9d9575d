/// Reads Word documents: the talk itself, without headers, footers, notes, comments and deleted words.
struct DocxReader: TranscriptReader {
  let format = "docx"
  let endings = ["docx", "docm"]

  func recognises(_ bytes: [UInt8]) -> Bool {
    guard FileSignature.of(bytes) == .zip else { return false }
    return mainPart(of: bytes) != nil
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    if file.bytes.isEmpty { return refused(file, "'\(file.shortName)' is empty.") }
    if FileSignature.of(file.bytes) == .ole {
      return refused(
        file, "'\(file.shortName)' has a password, or is an old Word file under a new name.",
        hint: "Open it in Word and save it as .docx, without a password.")
    }
    switch ZipArchive.entry(mainPart(of: file.bytes) ?? "word/document.xml", in: file.bytes) {
    case .bytes(let xml):
      guard let text = WordText(xml) else {
        return refused(file, "The text of '\(file.shortName)' is damaged.", hint: Self.saveAnew)
      }
      return reading(of: text, file, options)
    case .noArchive: return refused(file, "'\(file.shortName)' is no Word file, or is cut off.", hint: Self.saveAnew)
    case .noEntry: return refused(file, "'\(file.shortName)' holds no Word document.", hint: Self.saveAnew)
    case .locked: return refused(file, "'\(file.shortName)' has a password.", hint: "Save it without a password.")
    case .tooLarge: return refused(file, "'\(file.shortName)' unpacks to more than 512 MB.", hint: Self.saveAnew)
    case .broken: return refused(file, "'\(file.shortName)' is damaged and cannot be unpacked.", hint: Self.saveAnew)
    }
  }

  private static let saveAnew = "Open it in Word and save it anew as .docx."

  private func refused(_ file: SourceFile, _ text: String, hint: String? = nil) -> Reading {
    Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint)])
  }

  /// The entry with the document: `word/document.xml`, or what the archive's list of parts calls so.
  private func mainPart(of bytes: [UInt8]) -> String? {
    let usual = "word/document.xml"
    guard case .bytes(let list) = ZipArchive.entry("_rels/.rels", in: bytes, limit: 1 << 20) else {
      let answer = ZipArchive.entry(usual, in: bytes, limit: 0)
      return answer == .tooLarge || answer == .locked ? usual : nil
    }
    var part: String?
    let isWhole = XMLEvents.walk(list) { event in
      guard case .start(let element) = event, element.name == "Relationship" else { return }
      guard element.attribute("Type")?.hasSuffix("/officeDocument") == true else { return }
      if let target = element.attribute("Target") { part = target.hasPrefix("/") ? String(target.dropFirst()) : target }
    }
    guard isWhole, let part, part.hasPrefix("word/") else { return nil }
    return part
  }

  private func reading(of text: WordText, _ file: SourceFile, _ options: ReadingOptions) -> Reading {
    let survey = UTF8Survey(text.bytes[...])
    let canonical = CanonicalText(text.bytes, survey: survey)
    var left: [String] = []
    if text.footnotes > 0 { left.append(counted(text.footnotes, "footnote", "footnotes")) }
    if text.comments > 0 { left.append(counted(text.comments, "comment", "comments")) }
    if text.hasHiddenText { left.append("hidden text") }
    if canonical.dropped > 0 { left.append(counted(canonical.dropped, "control character", "control characters")) }
    let problems =
      left.isEmpty ? [] : [IntakeProblem(file: file.name, "Left out: \(left.joined(separator: ", ")).", .note)]
    return TranscriptDraft(
      file: file, format: format, bytes: canonical.bytes, boldNames: text.boldNames, unlabelled: .lines,
      hasLines: false, problems: problems
    ).reading(options)
  }
}
