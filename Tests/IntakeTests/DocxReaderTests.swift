import Model
import Testing

@testable import Intake

struct DocxReaderTests {
  private func shownDocx(_ body: String) -> String { shown(TranscriptReaders.read(WordFixture.docx(body))) }

  @Test("Labels, front matter and notes of a Word file")
  func reads() {
    let lines = [
      "---", "case: School 2", "---", "Gesprek", "I: Hoe?", "Anna: Zo.", "", "En zo.", "I: O.", "Anna (ouder): Ja.",
    ]
    let note = "<w:p>\(WordFixture.run("Slot."))<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
    let reading = TranscriptReaders.read(WordFixture.docx(lines.map { WordFixture.paragraph($0) }.joined() + note))
    #expect(
      shown(reading) == """
        [I=interviewer, Anna=ouder]
        - ||Gesprek\\n|
        I |I: |Hoe?\\n|
        Anna |Anna: |Zo.\\n\\nEn zo.\\n|
        I |I: |O.\\n|
        Anna |Anna (ouder): |Ja.\\nSlot.\\n|
        note x.docx: Left out: 1 footnote.
        """)
    #expect(reading.transcripts.map(\.caseName) == ["School 2"])
    #expect(reading.transcripts.map(\.format) == ["docx"])
  }

  @Test("A table of time, speaker and words")
  func table() {
    let rows = [
      ["Tijd", "Wie", "Tekst"], ["00:01", "Anna", "Hallo"], ["00:05", "Bram", "Dag"], ["00:09", "Anna", "Ja"],
      ["00:11", "Bram", "Nee"],
    ]
    #expect(
      shownDocx(WordFixture.table(rows)) == """
        [Anna, Bram]
        Anna 1.0 |00:01\\tAnna\\t|Hallo\\n|
        Bram 5.0 |00:05\\tBram\\t|Dag\\n|
        Anna 9.0 |00:09\\tAnna\\t|Ja\\n|
        Bram 11.0 |00:11\\tBram\\t|Nee\\n|
        note x.docx: Left out: 1 heading of a table.
        """)
  }

  @Test("A bold name without a colon is a label when it returns; a bold heading is none")
  func bold() {
    func turn(_ name: String, _ words: String) -> String {
      "<w:p>\(WordFixture.run(name, bold: true))\(WordFixture.run(" " + words))</w:p>"
    }
    let heading = "<w:p>\(WordFixture.run("Het begin", bold: true))</w:p>"
    let body = "---\ncase: a\n---".split(separator: "\n").map { WordFixture.paragraph(String($0)) }.joined() + heading
    #expect(
      shownDocx(
        body + turn("Anna", "Goed.") + turn("Bram", "Ook.") + turn("Anna", "Mooi.") + turn("Bram", "Ja.") + heading)
          == """
          [Anna, Bram]
          - ||Het begin\\n|
          Anna |Anna |Goed.\\n|
          Bram |Bram |Ook.\\n|
          Anna |Anna |Mooi.\\n|
          Bram |Bram |Ja.\\nHet begin\\n|
          """)
  }

  @Test("Where nobody is named each paragraph is a turn")
  func paragraphs() {
    #expect(
      shownDocx(["Een.", "", "Twee.", "Drie."].map { WordFixture.paragraph($0) }.joined())
        == "[]\n- ||Een.\\n\\n|\n- ||Twee.\\n|\n- ||Drie.\\n|")
  }

  @Test("The document is found by the list of parts, and by its content under another name")
  func parts() {
    let list = """
      <Relationships><Relationship Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>
      """
    let bytes = WordFixture.archive([
      ("_rels/.rels", Array(list.utf8)), ("word/document2.xml", WordFixture.xml(WordFixture.paragraph("Een."))),
    ])
    for name in ["x.docx", "x.doc", "x.txt"] {
      #expect(TranscriptReaders.read(SourceFile(name: name, bytes: bytes)).transcripts.map(\.text) == ["Een.\n"])
    }
  }

  private let noted = [
    (
      "word/document.xml",
      WordFixture.xml(
        ["I: Hoe<w:footnoteReference w:id=\"2\"/>?", "A: Zo<w:commentReference w:id=\"0\"/>.", "I: O.", "A: Ja."]
          .map { line in
            let parts = line.split(separator: "<")
            let (text, rest) = (String(parts[0]), parts.dropFirst().first.map { "<\($0)".split(separator: ">") } ?? [])
            let mark = rest.isEmpty ? "" : "<w:r>\(rest[0])></w:r>\(WordFixture.run(String(rest[1])))"
            return "<w:p>\(WordFixture.run(text))\(mark)</w:p>"
          }.joined())
    ),
    ("word/comments.xml", WordFixture.notes("comment", [(0, "Noor: nagaan"), (7, "zonder plaats")])),
    ("word/footnotes.xml", WordFixture.notes("footnote", [(2, " A: bedoelt de school.")])),
  ]

  @Test("Notes and comments stand after the talk, without a speaker")
  func notesAtEnd() {
    let file = SourceFile(name: "x.docx", bytes: WordFixture.archive(noted))
    #expect(
      shown(TranscriptReaders.read(file)) == """
        [I=interviewer, A]
        I |I: |Hoe?\\n|
        A |A: |Zo.\\n|
        I |I: |O.\\n|
        A |A: |Ja.\\n|
        - |Notes\\n|A: bedoelt de school.\\nNoor: nagaan\\n|
        note x.docx: Put at the end, under 'Notes': 1 footnote, 1 comment.
        """)
    #expect(TranscriptReaders.read(file).transcripts.flatMap(flaws) == [])
  }

  @Test("Notes and comments are left out when that is asked")
  func notesOmitted() {
    var options = ReadingOptions()
    options.notes = .omit
    let reading = TranscriptReaders.read(SourceFile(name: "x.docx", bytes: WordFixture.archive(noted)), options)
    #expect(reading.transcripts.map(\.text) == ["I: Hoe?\nA: Zo.\nI: O.\nA: Ja.\n"])
    #expect(reading.problems.map(\.text) == ["Left out: 1 footnote, 1 comment."])
  }

  @Test("A document in strict form, and speakers who have a style of their own")
  func strict() {
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    let lines = [("Anna", "Goed."), ("Bram", "Ook."), ("Anna", "Mooi."), ("Bram", "Ja.")].map { name, words in
      "<w:p><w:r><w:rPr><w:rStyle w:val=\"Wie\"/></w:rPr><w:t>\(name)</w:t></w:r>\(WordFixture.run(" " + words))</w:p>"
    }
    let document = "<w:document xmlns:w=\"\(strict)\"><w:body>\(lines.joined())</w:body></w:document>"
    let style = "<w:style w:styleId=\"Wie\"><w:basedOn w:val=\"Zwaar\"/></w:style>"
    let base = "<w:style w:styleId=\"Zwaar\"><w:rPr><w:b/></w:rPr></w:style>"
    let bytes = WordFixture.archive([
      ("word/document.xml", Array(document.utf8)),
      ("word/styles.xml", Array("<w:styles xmlns:w=\"\(strict)\">\(style)\(base)</w:styles>".utf8)),
    ])
    #expect(
      shown(TranscriptReaders.read(SourceFile(name: "x.docx", bytes: bytes))) == """
        [Anna, Bram]
        Anna |Anna |Goed.\\n|
        Bram |Bram |Ook.\\n|
        Anna |Anna |Mooi.\\n|
        Bram |Bram |Ja.\\n|
        """)
  }

  @Test("A transcript of Teams: name and time on a line, or above a soft line end")
  func teams() {
    let line = "Jansen, Piet   0:05"
    let soft =
      "<w:p>\(WordFixture.run("Smit, An   1:07", bold: true))<w:r><w:br/></w:r>\(WordFixture.run("Dag."))</w:p>"
    let body = [line, "Goedemorgen."].map { WordFixture.paragraph($0) }.joined() + soft
    #expect(
      shownDocx(body + body) == """
        [Jansen, Piet, Smit, An]
        Jansen, Piet 5.0 |Jansen, Piet   0:05\\n|Goedemorgen.\\n|
        Smit, An 67.0 |Smit, An   1:07\\n|Dag.\\n|
        Jansen, Piet 5.0 |Jansen, Piet   0:05\\n|Goedemorgen.\\n|
        Smit, An 67.0 |Smit, An   1:07\\n|Dag.\\n|
        """)
  }

  @Test("A role alone in a paragraph, words in the next: it must return")
  func alone() {
    let lines = [
      "Docent", "Gesprek", "Interviewer", "Hoe?", "Leerling 1", "Zo.", "Interviewer", "O.", "Leerling 1", "Ja.",
    ]
    #expect(
      shownDocx(lines.map { WordFixture.paragraph($0) }.joined()) == """
        [Interviewer=interviewer, Leerling 1=leerling]
        - ||Docent\\nGesprek\\n|
        Interviewer |Interviewer\\n|Hoe?\\n|
        Leerling 1 |Leerling 1\\n|Zo.\\n|
        Interviewer |Interviewer\\n|O.\\n|
        Leerling 1 |Leerling 1\\n|Ja.\\n|
        """)
  }

  @Test("A stamp of f4 at the end of a paragraph begins the next")
  func f4() {
    let lines = ["I: Hoe? #00:00:05-3#", "B: Zo. #00:00:09-0#", "I: O. #00:00:10-0#", "B: Ja. #00:00:12-0#"]
    #expect(
      shownDocx(lines.map { WordFixture.paragraph($0) }.joined()) == """
        [I=interviewer, B=respondent]
        I |I: |Hoe? #00:00:05-3#\\n|
        B 5.3 |B: |Zo. #00:00:09-0#\\n|
        I 9.0 |I: |O. #00:00:10-0#\\n|
        B 10.0 |B: |Ja. #00:00:12-0#\\n|
        """)
  }

  @Test("A file that is no whole Word file is refused with a sentence")
  func refused() {
    let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let document = "word/document.xml"
    let cases: [([UInt8], String)] = [
      ([], "'x.docx' is empty."), (ole, "'x.docx' has a password, or is an old Word file under a new name."),
      (Array("words".utf8), "'x.docx' is no Word file, or is cut off."),
      (WordFixture.archive([("content.xml", [])]), "'x.docx' holds no Word document."),
      (WordFixture.archive([(document, Array("<w:p>".utf8))]), "The text of 'x.docx' is damaged."),
      (WordFixture.archive([(document, WordFixture.xml(""))], password: "geheim"), "'x.docx' has a password."),
      (WordFixture.docx(WordFixture.paragraph(" ")).bytes, "'x.docx' holds no words."),
    ]
    for (bytes, sentence) in cases {
      let reading = TranscriptReaders.read(SourceFile(name: "x.docx", bytes: bytes))
      #expect(shown(reading) == "\nrefused x.docx: \(sentence)")
    }
  }
}
