import Testing
import TestSupport

@testable import Intake

struct OdtReaderTests {
  @Test("A talk with a table, a note and styles kept apart; headers are not read")
  func reads() {
    let wie = OdtFixture.style("Wie", "fo:font-weight=\"bold\"")
    let name = { (name: String) in "<text:span text:style-name=\"Wie\">\(name)</text:span>" }
    let note = "<text:note><text:note-body><text:p>I: noot</text:p></text:note-body></text:note>"
    let lines = ["\(name("Anna")) Goed.", "\(name("Bram")) Ook\(note).", "\(name("Anna")) Mooi."]
    let table = OdtFixture.table([["Tekst", "Spreker", "Tijd"], ["Hallo", "Cas", "00:05"]])
    let file = OdtFixture.odt(
      lines.map(OdtFixture.paragraph).joined() + table + OdtFixture.paragraph("\(name("Bram")) Dag."),
      others: [("styles.xml", OdtFixture.stylesPart(wie, header: "Kop"))])
    #expect(
      shown(TranscriptReaders.read(file)) == """
        [Anna, Bram, Cas]
        Anna |Anna |Goed.\\n|
        Bram |Bram |Ook.\\n|
        Anna |Anna |Mooi.\\n|
        Cas 5.0 |00:05\\tCas\\t|Hallo\\n|
        Bram |Bram |Dag.\\n|
        - |Notes\\n|I: noot\\n|
        note x.odt: Put at the end, under 'Notes': 1 footnote.
        note x.odt: Left out: 1 heading of a table.
        """)
  }

  @Test("An OpenDocument text is known by its content, and one in a single file by its ending")
  func forms() {
    let file = OdtFixture.odt(OdtFixture.paragraph("Een."))
    #expect(TranscriptReaders.read(SourceFile(name: "x.txt", bytes: file.bytes)).transcripts.map(\.format) == ["odt"])
    let flat = SourceFile(name: "x.fodt", bytes: OdtFixture.xml(OdtFixture.paragraph("Een.")))
    #expect(TranscriptReaders.read(flat).transcripts.map(\.text) == ["Een.\n"])
  }

  @Test("A file that is no whole OpenDocument text is refused with a sentence")
  func refused() {
    let locked = Array("<m:manifest xmlns:m=\"m\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>".utf8)
    let sheet = ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    let content = ("content.xml", OdtFixture.xml(OdtFixture.paragraph("Een.")))
    let cases: [([UInt8], String)] = [
      ([], "'x.odt' is empty."), (Array("words".utf8), "'x.odt' is no OpenDocument file, or is cut off."),
      (WordFixture.archive([("a", [])]), "'x.odt' holds no OpenDocument text."),
      (WordFixture.archive([sheet, content]), "'x.odt' holds no OpenDocument text."),
      (WordFixture.archive([OdtFixture.mimetype, ("content.xml", [60])]), "The text of 'x.odt' is damaged."),
      (OdtFixture.odt("", others: [("META-INF/manifest.xml", locked)]).bytes, "'x.odt' has a password."),
      (WordFixture.archive([OdtFixture.mimetype, ("encrypted-package", [1])]), "'x.odt' has a password."),
      (OdtFixture.odt("<text:p> </text:p>").bytes, "'x.odt' holds no words."),
    ]
    for (bytes, sentence) in cases {
      let reading = TranscriptReaders.read(SourceFile(name: "x.odt", bytes: bytes))
      #expect(shown(reading) == "\nrefused x.odt: \(sentence)")
    }
  }
}
