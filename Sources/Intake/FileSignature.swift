/// Kinds of file that hold no plain text, known by their first bytes.
enum FileSignature: CaseIterable {
  case pdf, ole, zip, rtf, gzip, png, jpeg, gif, tiff, mp3, riff, mp4, sqlite

  static func of(_ bytes: [UInt8]) -> FileSignature? { allCases.first { $0.opens(bytes) } }

  private func opens(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .mp4: bytes.count > 8 && bytes[4..<8].elementsEqual("ftyp".utf8)
    case .sqlite: bytes.starts(with: "SQLite format 3".utf8)
    default: bytes.starts(with: magic)
    }
  }

  private var magic: [UInt8] {
    switch self {
    case .pdf: Array("%PDF-".utf8)
    case .ole: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .rtf: Array("{\\rtf".utf8)
    case .gzip: [0x1F, 0x8B, 0x08]
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .gif: Array("GIF8".utf8)
    case .tiff: [0x49, 0x49, 0x2A, 0x00]
    case .mp3: [0x49, 0x44, 0x33]
    case .riff: Array("RIFF".utf8)
    case .mp4, .sqlite: []
    }
  }

  private var kind: String {
    switch self {
    case .pdf: "a PDF file"
    case .ole: "an old Word file, or one with a password"
    case .zip: "a ZIP archive"
    case .rtf: "an RTF file"
    case .gzip: "a compressed file"
    case .png, .jpeg, .gif, .tiff: "an image"
    case .mp3, .riff, .mp4: "a recording"
    case .sqlite: "a database"
    }
  }

  private var hint: String {
    switch self {
    case .pdf: "Give it a name that ends in '.pdf'."
    case .rtf: "Give it a name that ends in '.rtf'."
    case .zip: "Save it as .docx or .txt and import that."
    case .ole: "Open it in Word and save it as .docx, without a password."
    case .gzip: "Unpack it and import the files in it."
    case .png, .jpeg, .gif, .tiff, .mp3, .riff, .mp4: "Type out what it holds, and import that as .docx or .txt."
    case .sqlite: "A study is opened with 'draad -s FILE', not imported."
    }
  }

  /// What to say of a file that was taken for text and is none.
  func refusal(of file: SourceFile) -> IntakeProblem {
    IntakeProblem(file: file.name, "'\(file.shortName)' is not text: it is \(kind).", .refused, hint: hint)
  }

  /// What to say of a file that no reader takes.
  static func refusal(of file: SourceFile) -> IntakeProblem {
    if ["xls", "xlsb", "ods"].contains(file.ending) {
      return IntakeProblem(
        file: file.name, "'\(file.shortName)' is a spreadsheet of a kind that is not read.", .refused,
        hint: "Open it in Excel or LibreOffice and save it as .xlsx or .csv.")
    }
    if let signature = of(file.bytes) { return signature.refusal(of: file) }
    let what =
      file.ending.isEmpty ? "has no ending that says what it is" : "ends in '.\(file.ending)', which is not read"
    let endings = TranscriptReaders.endings.map { ".\($0)" }.joined(separator: ", ")
    return IntakeProblem(
      file: file.name, "'\(file.shortName)' \(what).", .refused, hint: "Save it as one of: \(endings).")
  }
}
