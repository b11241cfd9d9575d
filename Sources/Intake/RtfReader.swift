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
    return RtfText(file.bytes).document.reading(of: file, format: format, options)
  }

  private func refused(_ file: SourceFile, _ text: String, hint: String? = nil) -> Reading {
    Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint)])
  }
}
