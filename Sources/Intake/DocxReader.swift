import Packages

/// Reads Word documents: the talk without headers, footers and deleted words, and its notes after it.
struct DocxReader: TranscriptReader {
  let format = "docx"
  let endings = ["docx", "docm"]

  func recognises(_ bytes: [UInt8]) -> Bool {
    guard FileSignature.of(bytes) == .zip else { return false }
    return ZipArchive.open(bytes) { WordPackage($0) != nil } ?? false
  }

  func read(_ file: SourceFile, _ options: ReadingOptions) -> Reading {
    if file.bytes.isEmpty { return refused(file, "'\(file.shortName)' is empty.") }
    if FileSignature.of(file.bytes) == .ole {
      return refused(
        file, "'\(file.shortName)' has a password, or is an old Word file under a new name.",
        hint: "Open it in Word and save it as .docx, without a password.")
    }
    let answer = ZipArchive.open(file.bytes) { archive in
      WordPackage(archive)?.read(notes: options.notes) ?? .refused(.noEntry)
    }
    switch answer ?? .refused(.noArchive) {
    case .text(let text): return text.reading(of: file, format: format, options)
    case .malformed: return refused(file, "The text of '\(file.shortName)' is damaged.", hint: Self.saveAnew)
    case .refused(.noArchive):
      return refused(file, "'\(file.shortName)' is no Word file, or is cut off.", hint: Self.saveAnew)
    case .refused(.noEntry): return refused(file, "'\(file.shortName)' holds no Word document.", hint: Self.saveAnew)
    case .refused(let answer): return refused(file, answer.sentence(file), hint: answer.hint ?? Self.saveAnew)
    }
  }

  private static let saveAnew = "Open it in Word and save it anew as .docx."

  private func refused(_ file: SourceFile, _ text: String, hint: String? = nil) -> Reading {
    Reading(problems: [IntakeProblem(file: file.name, text, .refused, hint: hint)])
  }
}

extension ZipArchive.Answer {
  /// Why nothing was read of a document that is an archive.
  func sentence(_ file: SourceFile) -> String {
    switch self {
    case .locked: "'\(file.shortName)' has a password."
    case .tooLarge: "'\(file.shortName)' unpacks to far more than a document holds."
    default: "'\(file.shortName)' is damaged and cannot be unpacked."
    }
  }

  /// What to do about it, where that is not to save the file anew.
  var hint: String? { self == .locked ? "Save it without a password." : nil }
}
