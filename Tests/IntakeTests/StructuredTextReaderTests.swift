import Model
import Testing

@testable import Intake

@Suite struct StructuredTextReaderTests {
  @Test("Speakers and times inside are found as in plain text, and the codings lie on them")
  func reads() {
    let reading = read(
      "#TEXTZuid\nI: Hoe?\nAnna: Zo.\n#CODEWerk\\Druk\nI: Eén?\nAnna: Ja.\n#ENDCODE\n#TEXT\nWoorden.\n")
    #expect(
      shown(reading) == """
        [I=interviewer, Anna]
        I |I: |Hoe?\\n|
        Anna |Anna: |Zo.\\n|
        I |I: |Eén?\\n|
        Anna |Anna: |Ja.\\n|
        ---
        []
        - ||Woorden.\\n|
        """)
    #expect(reading.transcripts.map(\.name) == ["Zuid", "x-2"])
    #expect(reading.transcripts.map(\.format) == ["txt", "txt"])
    #expect(reading.codings == [CodedPassage(transcript: 0, span: TextSpan(18, 36), code: ["Werk", "Druk"])])
    #expect(reading.encoding == .utf8)
  }

  @Test("Front matter of a document is no part of its text, and positions count without it")
  func frontMatter() {
    let reading = read("#TEXTa\n---\ncase: S\n---\neen\n#CODEx\ntwee\n#ENDCODE\n")
    #expect(reading.transcripts.map(\.text) == ["een\ntwee\n"])
    #expect(reading.transcripts.map(\.caseName) == ["S"])
    #expect(reading.codings == [CodedPassage(transcript: 0, span: TextSpan(4, 8), code: ["x"])])
  }

  @Test("A document without words is named, and the others come in; names that return are numbered")
  func without() {
    let reading = read("#TEXTa\n\n#TEXTa\neen\n#TEXTa\n---\ncase: [\n---\ntwee\n#TEXTa.b/c\ndrie\n#CODEx\nvier")
    #expect(reading.transcripts.map(\.name) == ["a-2", "a.b/c"])
    #expect(reading.codings.map(\.transcript) == [1])
    #expect(
      reading.problems.map { "\($0.severity) \($0.line ?? 0)" } == ["warning 12", "warning 1", "warning 8"])
    #expect(shown(read("#TEXTa\n#TEXTb\n")).hasSuffix("refused x.txt: 'x.txt' has no words under its '#TEXT' lines."))
  }

  @Test("Names that return are numbered in a time that grows with their number only")
  func manyNames() {
    let names = read(String(repeating: "#TEXTa\nx\n", count: 30_000)).transcripts.map(\.name)
    #expect(names == ["a"] + (2...30_000).map { "a-\($0)" })
  }

  @Test("Lines are joined only where no code lies on them")
  func mending() {
    var options = ReadingOptions()
    options.joinsLines = true
    let lines = "Dit is een regel die verder gaat in de\nregel die hieronder staat, en zo gaat het maar\nverder.\n"
    let text = "#TEXTa\n#CODEx\n\(lines)#ENDCODE\n#TEXTb\n\(lines)"
    let reading = TranscriptReaders.read(SourceFile(name: "x.txt", bytes: Array(text.utf8)), options)
    #expect(
      reading.transcripts.map(\.text) == [
        lines, lines.split(separator: "\n").joined(separator: " ") + "\n",
      ])
    #expect(reading.codings == [CodedPassage(transcript: 0, span: TextSpan(0, lines.utf8.count - 1), code: ["x"])])
    #expect(reading.repairs == [.joinedLine: 2])
    #expect(
      reading.problems.map(shown) == [
        "warning x.txt:1: The text of 'a' was left as it stands, as its codes lie on it: no lines were joined and no words mended."
      ])
  }
}
