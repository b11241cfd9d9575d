import Packages

/// Reads OpenDocument text: the talk without headers, footers and deleted words, and its notes after it.
struct OdtReader: TranscriptReader {
  let format = "odt"
  let endings = ["odt", "ott", "fodt"]

  func recognises(_ bytes: [UInt8]) -> Bool {
    guard FileSignature.of(bytes) == .zip else { return false }
    return ZipArchive.open(bytes, Self.holdsText) ?? false
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    if file.bytes.isEmpty { return refused(file, "'\(file.shortName)' is empty.") }
    if file.ending == "fodt", FileSignature.of(file.bytes) == nil {
      guard let text = OdtText.read(file.bytes) else { return damaged(file) }
      return text.reading(of: file, format: format, options)
    }
    let answer = ZipArchive.open(file.bytes, Self.answer) ?? .refused(.noArchive)
    switch answer {
    case .text(let text): return text.reading(of: file, format: format, options)
    case .malformed: return damaged(file)
    case .refused(.noArchive): return refused(file, "'\(file.shortName)' is no OpenDocument file, or is cut off.")
    case .refused(.noEntry): return refused(file, "'\(file.shortName)' holds no OpenDocument text.")
    case .refused(let answer): return refused(file, answer.sentence(file), hint: answer.hint)
    }
  }

  private func damaged(_ file: SourceFile) -> Reading { refused(file, "The text of '\(file.shortName)' is damaged.") }

  private func refused(_ file: SourceFile, _ text: String, hint: String? = nil) -> Reading {
    let saveAnew = "Open it in LibreOffice and save it anew as .odt."
    return Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint ?? saveAnew)])
  }

  private enum Answer {
    case text(DocumentText)
    case malformed
    case refused(ZipArchive.Answer)
  }

  private static let content = "content.xml"

  /// An archive says in its first entry what it holds; one of which everything is encrypted says nothing else.
  private static func holdsText(_ archive: OpenArchive) -> Bool {
    guard case .bytes(let kind) = archive.entry("mimetype", limit: 200) else { return false }
    return kind.starts(with: "application/vnd.oasis.opendocument.text".utf8)
  }

  private static func answer(_ archive: OpenArchive) -> Answer {
    guard !isLocked(archive) else { return .refused(.locked) }
    guard archive.has(content), holdsText(archive) || !archive.has("mimetype") else { return .refused(.noEntry) }
    var text = OdtText(readsText: false)
    // Headers and footers lie with the common styles; only the styles are taken.
    _ = archive.walk("styles.xml") { text.take($0) }
    text.beginText()
    switch archive.walk(content, { text.take($0) }) {
    case .whole: return .text(text.finished())
    case .malformed: return .malformed
    case .refused(let answer): return .refused(answer)
    }
  }

  private static func isLocked(_ archive: OpenArchive) -> Bool {
    if archive.has("encrypted-package") { return true }
    var isLocked = false
    _ = archive.walk("META-INF/manifest.xml", limit: 16 << 20) { event in
      if case .start(let element) = event, element.name == "encryption-data" { isLocked = true }
    }
    return isLocked
  }
}
