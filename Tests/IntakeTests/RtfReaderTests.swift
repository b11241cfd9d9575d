import Model
import Testing

@testable import Intake

struct RtfReaderTests {
  private func read(_ rtf: String, name: String = "x.rtf", notes: ReadingOptions.Notes = .end) -> Reading {
    var options = ReadingOptions()
    options.notes = notes
    return TranscriptReaders.read(SourceFile(name: name, bytes: Array(rtf.utf8)), options)
  }

  @Test("What LibreOffice writes: a table, a footnote, a comment, tracked changes")
  func libreOffice() throws {
    #expect(
      shown(TranscriptReaders.read(try Fixture.file("libreoffice.rtf"))) == #"""
        [Interviewer=interviewer, Anna]
        - ||Gesprek op school 1\n|
        Interviewer |Interviewer: |Hoe ging het na de zomer? Eén keer, “zo gezegd”, kostte het € 5 – of meer.\n|
        Anna |Anna: |Goed. We hebben coördinatie nodig, en ideeën. 😀\n|
        Interviewer |Interviewer: |Wat heelmooi.\n|
        Anna |Anna: |Ja\nen nog een regel. #00:01:02-3#\n|
        Interviewer 2.0 |00:02\tInterviewer\t|Dank je.\n|
        Anna 3.0 |00:03\tAnna\t|Graag gedaan, naïef\n|
        Interviewer |Interviewer: |Tot ziens.\n|
        - |Notes\n|Anna lacht.\nKijk dit na.\n|
        note libreoffice.rtf: Put at the end, under 'Notes': 1 footnote, 1 comment.
        note libreoffice.rtf: Left out: 1 heading of a table.
        """#)
  }

  @Test("What pandoc writes")
  func pandoc() throws {
    #expect(
      shown(TranscriptReaders.read(try Fixture.file("pandoc.rtf"))) == #"""
        [Interviewer=interviewer, Anna]
        - ||Gesprek op school 1\n|
        Interviewer |Interviewer: |Hoe ging het na de zomer? Eén keer, “zo gezegd”, kostte het € 5 – of meer.\n|
        Anna |Anna: |Goed. We hebben coördinatie nodig, en ideeën. 😀\n|
        Interviewer |Interviewer: |Wat heelnietmooiKijk dit na..\n|
        Anna |Anna: |Ja\nen nog een regel. #00:01:02-3#\n|
        Interviewer 2.0 |00:02\tInterviewer\t|Dank je.\n|
        Anna 3.0 |00:03\tAnna\t|Graag gedaan, naïef\n\n|
        Interviewer |Interviewer: |Tot ziens.\n|
        - |Notes\n|Anna lacht.\n|
        note pandoc.rtf: Put at the end, under 'Notes': 1 footnote.
        note pandoc.rtf: Left out: 1 heading of a table.
        """#)
  }

  @Test("What Word writes: properties for two ways of writing, a page for each font, names in a style")
  func word() {
    let run = #"\rtlch\fcs1 \af0 \ltrch\fcs0 "#
    let rtf = #"""
      {\rtf1\adeflang1025\ansi\ansicpg1252\uc1\adeff0\deff0\stshfdbch0{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}
      {\f37\fbidi \fswiss\fcharset238\fprq2 Calibri CE;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\ql \snext0 Normal;}}
      {\*\rsidtbl \rsid1}{\info{\author Noor}}\paperw11906{\header \pard {Gesprek 3\par }}{\footer \pard {\field{\*\fldinst { PAGE }}{\fldrslt {1}}}\par }
      \pard\plain \ltrpar\ql {\#(run)\b\insrsid1 Noor}{\#(run)\insrsid1  Hoe ging \rquote t?\par }{\#(run)\b Anna}{\#(run) Oké, \f37\'e8eský.\par }
      {\#(run)\b Noor}{\#(run) En?{\*\bkmkstart _Hlk1}\par }{\#(run)\b Anna}{\#(run) Ja\u8230\'85\par }
      {\*\themedata 504b}{\*\latentstyles{\lsdlockedexcept x;}}}
      """#.replacing("é", with: #"\'e9"#).replacing("ý", with: #"\'fd"#)
    #expect(
      shown(read(rtf)) == #"""
        [Noor, Anna]
        Noor |Noor |Hoe ging ’t?\n|
        Anna |Anna |Oké, český.\n|
        Noor |Noor |En?\n|
        Anna |Anna |Ja…\n|
        """#)
  }

  @Test("What f4 writes: the time at the end of a passage is that of the next")
  func f4() {
    let rtf = #"""
      {\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil Arial;}}\viewkind4\uc1\pard\f0\fs24 I: Wie lange? #00:00:05-1#\par
      \par
      B: Das wei\'df ich nicht. #00:01:02-3#\par
      I: Gut. #00:01:04-0#\par
      B: Ja.\par
      }
      """#
    #expect(
      shown(read(rtf)) == #"""
        [I=interviewer, B=respondent]
        I |I: |Wie lange? #00:00:05-1#\n\n|
        B 5.1 |B: |Das weiß ich nicht. #00:01:02-3#\n|
        I 62.3 |I: |Gut. #00:01:04-0#\n|
        B 64.0 |B: |Ja.\n|
        """#)
  }

  @Test("RTF is known by its first bytes, whatever the file is called")
  func names() {
    for name in ["x.rtf", "x.doc", "x.txt", "x"] {
      let reading = read(#"{\rtf1 Een.\par Twee.}"#, name: name)
      #expect(shown(reading) == "[]\n- ||Een.\\n|\n- ||Twee.\\n|")
      #expect(reading.transcripts.map(\.format) == ["rtf"])
    }
  }

  @Test("Notes may stay out; hidden words do")
  func leftOut() {
    let rtf = #"{\rtf1 Een.{\footnote Noot.}{\v weg}{\*\annotation Kijk.}\par}"#
    #expect(
      shown(read(rtf, notes: .omit)) == "[]\n- ||Een.\\n|\nnote x.rtf: Left out: 1 footnote, 1 comment, hidden text.")
  }

  @Test("A file that is no RTF or holds no words is refused with a sentence")
  func refused() {
    #expect(shown(read("")) == "\nrefused x.rtf: 'x.rtf' is empty.")
    #expect(shown(read("words")) == "\nrefused x.rtf: 'x.rtf' is no RTF file.")
    #expect(shown(read(#"{\rtf1 {\pict 00}\par}"#)) == "\nrefused x.rtf: 'x.rtf' holds no words.")
    #expect(shown(read(#"{\rtf"#)) == "\nrefused x.rtf: 'x.rtf' holds no words.")
  }
}
