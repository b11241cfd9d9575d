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
        - ||Tijd\\tWie\\tTekst\\n|
        Anna 1.0 |00:01\\tAnna\\t|Hallo\\n|
        Bram 5.0 |00:05\\tBram\\t|Dag\\n|
        Anna 9.0 |00:09\\tAnna\\t|Ja\\n|
        Bram 11.0 |00:11\\tBram\\t|Nee\\n|
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
