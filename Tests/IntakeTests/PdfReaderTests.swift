import Model
import TestSupport
import Testing

@testable import Intake

/// Whether `pdftotext` is here; where it is not, the tests that need it are skipped, and say so.
let hasPdftotext = ChildProcess.run("pdftotext", ["-v"], input: []) != .notFound
let needsPdftotext: Comment = "pdftotext is missing: sudo apt install poppler-utils"

struct PdfReaderTests {
  private func text(_ file: SourceFile) -> String { TranscriptReaders.read(file).transcripts.map(\.text).joined() }

  @Test("Words, labels and signs of a page", .enabled(if: hasPdftotext, needsPdftotext))
  func reads() {
    let lines = ["I: Hoe ging het, en (eerlijk) één keer?", "Anna: Goed.", "I: En nu?", "Anna: Ook."]
    let reading = TranscriptReaders.read(PdfFixture.file([PdfFixture.lines(lines)]))
    #expect(
      shown(reading) == """
        [I=interviewer, Anna]
        I |I: |Hoe ging het, en (eerlijk) één keer?\\n|
        Anna |Anna: |Goed.\\n|
        I |I: |En nu?\\n|
        Anna |Anna: |Ook.\\n|
        """)
    #expect(reading.transcripts.map(\.format) == ["pdf"])
  }

  @Test("A label in the margin stays with its words", .enabled(if: hasPdftotext, needsPdftotext))
  func margin() {
    let page = [("I:", "Hoe ging het?"), ("Anna:", "Goed."), ("I:", "En nu?"), ("Anna:", "Ook.")].enumerated().flatMap {
      [(72, 760 - 20 * $0.offset, $0.element.0), (160, 760 - 20 * $0.offset, $0.element.1)]
    }
    #expect(
      shown(TranscriptReaders.read(PdfFixture.file([page]))) == """
        [I=interviewer, Anna]
        I |I: |Hoe ging het?\\n|
        Anna |Anna: |Goed.\\n|
        I |I: |En nu?\\n|
        Anna |Anna: |Ook.\\n|
        """)
  }

  @Test("Two columns are read one after the other", .enabled(if: hasPdftotext, needsPdftotext))
  func columns() {
    let page = (0..<30).flatMap { line in
      [
        (72, 760 - 14 * line, "Links staat regel \(line) van dertig hier."),
        (320, 760 - 14 * line, "Rechts staat regel \(line) er naast."),
      ]
    }
    let words = text(PdfFixture.file([page])).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    let expected =
      (0..<30).map { "Links staat regel \($0) van dertig hier." }
      + (0..<30).map { "Rechts staat regel \($0) er naast." }
    #expect(words == expected.joined(separator: " "))
  }

  @Test(
    "Lines are joined, broken words mended, running heads and page numbers left out",
    .enabled(if: hasPdftotext, needsPdftotext))
  func mended() {
    let pages = [
      [
        "I: Hoe ging dat met de samen-", "werking van de ouders op deze school?",
        "Anna: Wel goed, wij hadden samenwerking met",
      ],
      [
        "iedereen die daar tijd voor had.", "I: En met de kinderen in de kleine groepen, die",
        "na de zomer begonnen zijn?",
      ],
      ["Anna: Ook.", "I: Dank je wel voor dit gesprek.", "Anna: Graag gedaan."],
    ].enumerated().map { number, lines in
      [(72, 800, "Interview op school 1"), (290, 30, "\(number + 1)")] + PdfFixture.lines(lines)
    }
    let reading = TranscriptReaders.read(PdfFixture.file(pages))
    #expect(
      shown(reading) == """
        [I=interviewer, Anna]
        I |I: |Hoe ging dat met de samenwerking van de ouders op deze school?\\n|
        Anna |Anna: |Wel goed, wij hadden samenwerking met iedereen die daar tijd voor had.\\n|
        I |I: |En met de kinderen in de kleine groepen, die na de zomer begonnen zijn?\\n\\n|
        Anna |Anna: |Ook.\\n|
        I |I: |Dank je wel voor dit gesprek.\\n|
        Anna |Anna: |Graag gedaan.\\n|
        """)
    #expect(reading.repairs == [.joinedWord: 1, .joinedLine: 2, .pageNumber: 3, .runningHead: 3])
  }

  @Test("A page without words is told of; a file of them is a scan", .enabled(if: hasPdftotext, needsPdftotext))
  func scans() {
    let page = PdfFixture.lines(["Een."])
    #expect(
      shown(TranscriptReaders.read(PdfFixture.file([page, [], page, []]))).hasSuffix(
        "\nwarning x.pdf: 2 of 4 pages without text: 2, 4."))
    #expect(
      shown(TranscriptReaders.read(PdfFixture.file([[], []])))
        == "\nrefused x.pdf: 'x.pdf' holds pictures of pages and no text: it is a scan.")
  }

  @Test("A PDF is known by its first bytes; one that is damaged is refused", .enabled(if: hasPdftotext, needsPdftotext))
  func bytes() {
    let bytes = PdfFixture.bytes([PdfFixture.lines(["Een."])])
    for name in ["x.pdf", "x.txt", "x"] { #expect(text(SourceFile(name: name, bytes: bytes)) == "Een.\n") }
    #expect(text(SourceFile(name: "x.pdf", bytes: Array("\r\n".utf8) + bytes)) == "Een.\n")
    #expect(
      shown(TranscriptReaders.read(SourceFile(name: "x.pdf", bytes: Array("%PDF-1.4\n".utf8))))
        == "\nrefused x.pdf: 'x.pdf' is damaged, or is cut off.")
  }

  @Test("A PDF with changed bytes gives a transcript or says why not", .enabled(if: hasPdftotext, needsPdftotext))
  func damaged() {
    var generator = SeededGenerator(seed: 5)
    let whole = PdfFixture.bytes([PdfFixture.lines(["I: Een.", "Anna: Twee."]), PdfFixture.lines(["I: Drie."])])
    for _ in 0..<20 {
      var bytes = whole
      for _ in 0..<10 {
        bytes[Int.random(in: 9..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      let reading = TranscriptReaders.read(SourceFile(name: "x.pdf", bytes: bytes))
      #expect(reading.transcripts.isEmpty == reading.problems.refuse)
      for transcript in reading.transcripts { #expect(flaws(of: transcript) == []) }
    }
  }

  @Test("What is no PDF is refused, and what to do without the program is told")
  func refused() {
    #expect(shown(TranscriptReaders.read(SourceFile(name: "x.pdf", bytes: []))) == "\nrefused x.pdf: 'x.pdf' is empty.")
    #expect(
      shown(TranscriptReaders.read(SourceFile(name: "x.pdf", bytes: Array("words".utf8))))
        == "\nrefused x.pdf: 'x.pdf' is no PDF file.")
    let file = SourceFile(name: "x.pdf", bytes: Array("%PDF-1.4\n".utf8))
    let problem = IntakeProblem(
      file: "x.pdf", "'x.pdf' is a PDF file; to read it the program 'pdftotext' is needed, which is not here.",
      .refused,
      hint: "Install it with 'sudo apt install poppler-utils', or save the file as .docx.")
    #expect(PdfReader(program: "draad-no-such-program").read(file, ReadingOptions()) == Reading(problems: [problem]))
  }
}
