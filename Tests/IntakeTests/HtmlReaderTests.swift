import Model
import Testing

@testable import Intake

struct HtmlReaderTests {
  private func read(_ html: String, name: String = "x.html") -> Reading {
    TranscriptReaders.read(SourceFile(name: name, bytes: Array(html.utf8)))
  }

  private func text(_ bytes: [UInt8]) -> String {
    TranscriptReaders.read(SourceFile(name: "x.htm", bytes: bytes)).transcripts.map(\.text).joined()
  }

  @Test("What LibreOffice writes")
  func libreOffice() throws {
    #expect(
      shown(TranscriptReaders.read(try Fixture.file("libreoffice.html"))) == #"""
        [Interviewer=interviewer, Anna]
        - ||Gesprek op school 1\n|
        Interviewer |Interviewer: |Hoe ging het na de zomer? Eén keer, “zo gezegd”, kostte het € 5 – of meer.\n|
        Anna |Anna: |Goed. We hebben coördinatie nodig, en ideeën. 😀\n|
        Interviewer |Interviewer: |Wat heelnietmooi.\n|
        Anna |Anna: |Ja\nen nog een regel. #00:01:02-3#\n|
        Interviewer 2.0 |00:02\tInterviewer\t|Dank je.\n|
        Anna 3.0 |00:03\tAnna\t|Graag gedaan, naïef\n|
        Interviewer |Interviewer: |Tot ziens.\n|
        - |Notes\n|Anna lacht.\n|
        note libreoffice.html: Put at the end, under 'Notes': 1 footnote.
        note libreoffice.html: Left out: 1 heading of a table.
        """#)
  }

  @Test("Bold names, and paragraphs where nobody is named")
  func turns() {
    let turn = { (name: String) in "<p><b>\(name)</b> Goed.</p>\n" }
    #expect(
      shown(read("<html><body>" + turn("Anna") + turn("Bram") + turn("Anna") + turn("Bram") + "</body></html>")) == #"""
        [Anna, Bram]
        Anna |Anna |Goed.\n|
        Bram |Bram |Goed.\n|
        Anna |Anna |Goed.\n|
        Bram |Bram |Goed.\n|
        """#)
    #expect(shown(read("<p>Een.<p>Twee.<br>Drie.")) == "[]\n- ||Een.\\n|\n- ||Twee.\\n|\n- ||Drie.\\n|")
  }

  @Test("The character set is that of the bytes, else the one that the page names")
  func characterSets() {
    let page = { (meta: String) in Array("<html><head>\(meta)</head>".utf8) + [0x93, 0xE9, 0x6E] }
    #expect(text(page("<meta charset=\"windows-1252\">")) == "“én\n")
    #expect(text(page("<META http-equiv=Content-Type content='text/html; Charset=ISO-8859-1'>")) == "“én\n")
    #expect(text(page("<meta charset=macintosh>")) == "ìÈn\n")
    #expect(text(page("<meta charset=unknown>")) == "“én\n")
    #expect(text(Array("<meta charset=windows-1250>één".utf8)) == "één\n")
    #expect(text([0xFF, 0xFE] + "<p>é".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "é\n")
    let file = SourceFile(name: "x.htm", bytes: page("<meta charset=latin1>"))
    #expect(TranscriptReaders.read(file) == expected(of: file, encoding: .windows1252))
  }

  private func expected(of file: SourceFile, encoding: TextEncoding) -> Reading {
    let turn = Turn(span: TextSpan(0, 7), wordsStart: 0)
    var reading = Reading(transcripts: [Transcript(name: "x", format: "html", text: "“én\n", turns: [turn])])
    reading.encoding = encoding
    return reading
  }

  @Test(
    "A page is known by its first tag, whatever the file is called",
    arguments: [
      ("<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.0'><p>Een.", true), (" <html xmlns:o='x'><p>Een.", true),
      ("\u{FEFF}<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE html SYSTEM 'x'><html>Een.", true),
      ("<p>Een.", false), ("<!-- x", false), ("<?xml version='1.0'?><doc/>", false), ("", false),
    ])
  func recognised(html: String, isPage: Bool) {
    #expect(HtmlReader().recognises(Array(html.utf8)) == isPage)
    if isPage { #expect(read(html, name: "x.doc").transcripts.map(\.text) == ["Een.\n"]) }
  }

  @Test("A file without words, or of another kind, is refused with a sentence")
  func refused() {
    #expect(shown(read("")) == "\nrefused x.html: 'x.html' is empty.")
    #expect(shown(read("<p><script>x</script>")) == "\nrefused x.html: 'x.html' holds no words.")
    #expect(shown(read("%PDF-1.4")) == "\nrefused x.html: 'x.html' is not text: it is a PDF file.")
  }
}
