/// Reads the text that a PDF holds, with lines joined into paragraphs; needs `pdftotext`, which is no part of Draad.
struct PdfReader: TranscriptReader {
  let format = "pdf"
  let endings = ["pdf"]
  /// What draws the text out of the pages.
  var program = "pdftotext"

  func recognises(_ bytes: [UInt8]) -> Bool { FileSignature.of(bytes) == .pdf }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    if file.bytes.isEmpty { return refused(file, "'\(file.shortName)' is empty.", hint: nil) }
    guard Self.hasMark(file.bytes) else { return refused(file, "'\(file.shortName)' is no PDF file.") }
    let pages: PdfPages
    do {
      pages = try PdfPages(file.bytes, program: program)
    } catch {
      return refused(file, error)
    }
    guard CanonicalText.hasWords(pages.bytes[...]) else {
      return refused(
        file, "'\(file.shortName)' holds pictures of pages and no text: it is a scan.",
        hint: "Let a program for text recognition (OCR) read it, or save it from its source as .docx.")
    }
    return reading(of: pages, file, options)
  }

  /// Programs look for it in the first 1024 bytes.
  private static func hasMark(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    return head.indices.contains { head[$0...].starts(with: "%PDF-".utf8) }
  }

  private func refused(_ file: SourceFile, _ text: String, hint: String? = "Save it as .docx or .txt and import that.")
    -> Reading
  {
    Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint)])
  }

  private func refused(_ file: SourceFile, _ refusal: PdfPages.Refusal) -> Reading {
    switch refusal {
    case .notInstalled:
      refused(
        file, "'\(file.shortName)' is a PDF file; to read it the program 'pdftotext' is needed, which is not here.",
        hint: "Install it with 'sudo apt install poppler-utils', or save the file as .docx.")
    case .tookTooLong: refused(file, "'\(file.shortName)' could not be read within a minute.")
    case .tooLarge: refused(file, "'\(file.shortName)' holds more than 256 MB of text.")
    case .locked: refused(file, "'\(file.shortName)' has a password.", hint: "Save it without a password.")
    case .damaged: refused(file, "'\(file.shortName)' is damaged, or is cut off.")
    }
  }

  private func reading(of pages: PdfPages, _ file: SourceFile, _ options: ReadingOptions) -> Reading {
    var draft = draft(of: pages, file)
    let silent = pages.silent
    if !silent.isEmpty {
      let shown = silent.prefix(5).map(String.init).joined(separator: ", ") + (silent.count > 5 ? ", …" : "")
      draft.problems.append(
        IntakeProblem(
          file: file.name, "\(silent.count) of \(counted(pages.count, "page", "pages")) without text: \(shown).",
          .warning,
          hint: "See whether they are scans; what stands on them is not read."))
    }
    return draft.reading(options)
  }

  /// Where pages become text: lines are joined into paragraphs, page numbers and running heads left out.
  private func draft(of pages: PdfPages, _ file: SourceFile) -> TranscriptDraft {
    let canonical = CanonicalText(pages.bytes, keepsPages: true)
    var draft = TranscriptDraft(file: file, format: format, bytes: canonical.bytes)
    draft.isFromPages = true
    draft.hasLines = false
    return draft
  }
}
