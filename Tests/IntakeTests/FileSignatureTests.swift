import Testing

@testable import Intake

struct FileSignatureTests {
  @Test(
    "A file that is no text is refused by what its first bytes show",
    arguments: [
      ("PK\u{3}\u{4}words", "'x.txt' is not text: it is a ZIP archive."),
      ("GIF89a", "'x.txt' is not text: it is an image."),
      ("ID3 words", "'x.txt' is not text: it is a recording."),
      ("    ftypisom", "'x.txt' is not text: it is a recording."),
      ("SQLite format 3\0", "'x.txt' is not text: it is a database."),
    ])
  func refusal(content: String, text: String) {
    let reading = read(content)
    #expect(reading.transcripts.isEmpty)
    #expect(reading.problems.map(\.text) == [text])
    #expect(reading.problems.refuse)
  }

  @Test("An old Word file is refused with what to do about it")
  func oldWord() {
    let bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
    let problem = IntakeProblem(
      file: "in/x.doc", "'x.doc' is not text: it is an old Word file, or one with a password.", .refused,
      hint: "Open it in Word and save it as .docx, without a password.")
    #expect(TranscriptReaders.read(SourceFile(name: "in/x.doc", bytes: bytes)) == Reading(problems: [problem]))
  }

  @Test("Captions that are a document are told by what they are")
  func captions() {
    let problem = IntakeProblem(
      file: "x.vtt", "'x.vtt' is not text: it is an RTF file.", .refused, hint: "Give it a name that ends in '.rtf'.")
    #expect(read("{\\rtf1 words}", ending: "vtt") == Reading(problems: [problem]))
  }

  @Test("A file of an unknown kind is refused with the endings that are read")
  func unknownEnding() {
    let problem = IntakeProblem(
      file: "x.log", "'x.log' ends in '.log', which is not read.", .refused,
      hint: "Save it as one of: \(TranscriptReaders.endings.map { ".\($0)" }.joined(separator: ", ")).")
    #expect(read("words", ending: "log") == Reading(problems: [problem]))
  }

  @Test("A spreadsheet of a kind that is not read is refused with what to save it as")
  func spreadsheet() {
    let problem = IntakeProblem(
      file: "x.xls", "'x.xls' is a spreadsheet of a kind that is not read.", .refused,
      hint: "Open it in Excel or LibreOffice and save it as .xlsx or .csv.")
    #expect(read("words", ending: "xls") == Reading(problems: [problem]))
  }
}
