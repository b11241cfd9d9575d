import Foundation
import TestSupport

@testable import Intake

/// A reader as it is tried: whole files of its format to change, and words that mean something there.
struct FuzzTarget: Sendable {
  let name: String
  let seeds: [SourceFile]
  let words: [String]
  /// The parts of an archive that are changed inside it, where the format is one.
  var parts: [String] = []
  /// How many changed files are tried in an ordinary run of the tests.
  var few = 150

  static let names = [
    "txt", "md", "docx", "odt", "rtf", "html", "pdf", "vtt", "srt", "json", "otr", "eaf", "structured", "csv", "xlsx",
    "zip",
  ]

  init(_ name: String) {
    self.name = name
    words = (Self.vocabulary[name] ?? "").split { $0 == " " || $0 == "\n" }.map { word in
      String(word).replacing("·", with: " ").replacing("\\n", with: "\n")
    }
    let own = Self.written.filter { name == "structured" ? $0.name == "structured.txt" : $0.ending == name }
    let found = name == "structured" ? [] : Self.files(ending: name)
    seeds = (found + own).filter { $0.bytes.count <= Mutation.longest }
    switch name {
    case "docx": parts = ["word/document.xml", "word/footnotes.xml", "word/styles.xml", "word/comments.xml"]
    case "odt": parts = ["content.xml", "styles.xml"]
    case "xlsx": parts = ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
    default: break
    }
    if name == "pdf" { few = 8 }
    if ["docx", "odt", "xlsx", "zip"].contains(name) { few = 40 }
  }

  /// Files of the tests and of the sample study.
  private static func files(ending: String) -> [SourceFile] {
    ["Tests/IntakeTests/Fixtures", "Corpus"].flatMap { folder in
      let walk = FileManager.default.enumerator(atPath: RepositoryFiles.path(folder))
      let names = (walk?.allObjects as? [String] ?? []).filter { $0.hasSuffix("." + ending) }.sorted()
      return names.compactMap { name in
        let path = RepositoryFiles.path(folder + "/" + name)
        return FileManager.default.contents(atPath: path).map { SourceFile(name: name, bytes: [UInt8]($0)) }
      }
    }
  }

  /// Small files that are written here, of what no other file shows.
  private static let written = [
    SourceFile(name: "x.md", bytes: Array("---\ncase: S\nspeakers: {I: ouder}\n---\nI: één\n**Anna:** twee\n".utf8)),
    SourceFile(
      name: "structured.txt",
      bytes: Array("#TEXTa\nI: één\nAnna: x\n#CODEx\\y\nI: 2\n#ENDCODE\n#TEXT\n---\ncase: b\n---\nw".utf8)),
    SourceFile(
      name: "x.csv",
      bytes: Array(
        "respondent;sector;v1_open;Wat nog?\r\nr1;po;\"Meer \"\"handen\"\",\nen rust.\";-\r\nr2;vo;é;1,5\r\n".utf8)),
    SourceFile(
      name: "y.csv", bytes: Array("school,id,leeftijd,open\nNoord,1,40,Goed.\nNoord,2,50,Ook.\n,3,60,Ja.\n".utf8)),
    SourceFile(name: "x.eaf", bytes: Array(ElanFixture.talk.utf8)),
    SourceFile(
      name: "x.json",
      bytes: Array(
        #"{"results": {"channels": [{"alternatives": [{"paragraphs": {"paragraphs": [{"speaker": 0, "start": 1, "#.utf8)
        + Array(#""end": 2, "sentences": [{"text": "Goed \u00e9\ud83d\ude00.", "start": 1, "end": 2}]}]}}]}]}}"#.utf8)),
    SourceFile(
      name: "y.json",
      bytes: Array(
        #"{"recognizedPhrases": [{"speaker": 1, "offsetInTicks": 10000000.0, "nBest": [{"display": "Ja."}]}]}"#.utf8)),
    SourceFile(
      name: "z.json",
      bytes: Array(
        #"{"text": "a b", "segments": [{"start": 0, "end": 3, "text": " Hallo", "no_speech_prob": 0.9, "words": []}]}"#
          .utf8)),
    SourceFile(
      name: "x.rtf",
      bytes: Array(
        #"{\rtf1\ansi\ansicpg932{\fonttbl{\f0\fcharset128 A;}}{\b I:} \'82\'a0\u233?n{\footnote x}\par\trowd\intbl I"#
          .utf8) + Array(#"\cell y\cell\row{\field{\fldrslt z}}{\*\annotation w}\uc2\u-10179?\bin3 abc\par}"#.utf8)),
    SourceFile(
      name: "x.html",
      bytes: Array(
        "<meta charset=latin1><p><b>I:</b> &eacute;&#xe9;<table><tr><td>I<td>y</table><!-- z --><pre>x\n".utf8)),
    PdfFixture.file([PdfFixture.lines(["I: Hoe ging het?", "Anna: Goed.", "I: En nu?"])]),
    WordFixture.docx(WordFixture.paragraph("I: één") + WordFixture.table([["I", "twee"], ["I", "drie"]])),
  ]

  /// Words of each format; `·` is a blank, and `\n` ends a line.
  private static let vocabulary: [String: String] = [
    "txt": #"""
    Anna:· \nI:· [00:00:05]· \nAnna\n (12:31) #00:01:02-3# ¤<62150> \n---\ncase:·x\n---\n Leer-\n ¬\n 1eraar
    00:03:40.5Zack:·
    """#,
    "md": #"""
    **Anna:**· __I:__ \n---\n case:· speakers:\n··I:·ouder\n #· \n-· &a *a !!binary· <<: \n- |\n >\n {[
    """#,
    "docx": #"""
    <w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tr> <w:tc> </w:tc> </w:tr> <w:del> </w:del> <w:ins>
    <w:tab/> <w:br/> <w:sym·w:font="Symbol"·w:char="F061"/> <w:footnoteReference·w:id="1"/>
    <w:commentReference·w:id="1"/> <w:fldChar·w:fldCharType="begin"/> <w:instrText> <mc:AlternateContent>
    <w:txbxContent> <w:vanish/> <w:b/> <w:gridSpan·w:val="9"/> <![CDATA[ ]]> &amp; &#x1F600; <!-- -->
    """#,
    "odt": #"""
    <text:p> </text:p> <text:span> </text:span> <text:s·text:c="9"/> <text:tab/> <text:line-break/> <text:note>
    <text:note-body> </text:note> <office:annotation> </office:annotation> <table:table> <table:table-row>
    <table:table-cell·table:number-columns-repeated="9"/> <table:table-cell>
    <text:change-start·text:change-id="a"/> <text:tracked-changes> <text:deletion> <draw:text-box> <text:list>
    &amp; <!-- -->
    """#,
    "rtf": #"""
    { } \par· \line· \'e9 \u8217? \u-3913? \uc0· \uc9· \bin9· {\* {\footnote· {\fonttbl {\f1\fcharset128·x;} \f1·
    \ansicpg932· \trowd\intbl· \cell· \row· \b· \b0· \v· \deleted· \~ \- \_ \cf1· {\field{\fldrslt· {\upr{ \mac·
    \tab· \plain· \pard·
    """#,
    "html": #"""
    <p> </p> <b> </b> <table> <tr> <td> </table> <br> <script> </script> <style> <!-- --> <del>
    <a·href="#sdfootnote1sym"·class="sdfootnoteanc"> <div·hidden> &amp; &#233; &#x110000; &eacute &nbsp; <pre>
    <textarea> <title> <li> <nav> <meta·charset=utf-16> <![CDATA[ <section·class="footnotes">
    <span·style="display:none">
    """#,
    "pdf": #"""
    obj endobj stream endstream xref trailer startxref /Length·9 /Type/Page /Kids[ BT ET Tj ( ) << >> /ToUnicode
    /Encrypt
    """#,
    "vtt": #"""
    WEBVTT\n \n\n -->· 00:00:05.790·-->·00:00:13.514\n <v·Anna> </v> <v.loud·Bob> NOTE· NOTE\ncase:·x\n STYLE\n
    Anna:· &amp; &lt; <c> <00:00:01.000> 99:59:59.999 [SPEAKER_00]:· 1\n
    """#,
    "srt": #"""
    \n\n -->· 00:00:01,000·-->·00:00:04,000\n 1\n <i> </i> {\an8} Anna:· [SPEAKER_01]· 99:99:99,999
    <font·color="red">
    """#,
    "json": #"""
    { } [ ] , : "segments": "start": "end": "text": "speaker": "words": "word": "speakers": "spkid": "name":
    "utterances": "results": "channels": "transcription": "offsets": "chunks": "timestamp": [0,1] null true NaN
    \u0000 \ud83d \udc00 \u0009 "no_speech_prob": "SPEAKER_00" -1e999
    """#,
    "otr": #"""
    { } "text": "media": <p> </p> <b> </b> <br·/> <span·class=\"timestamp\"·data-timestamp=\"1.5\"> </span> &nbsp;
    &amp; \u003c \n \ud800 "media-time":
    """#,
    "eaf": #"""
    <TIER·TIER_ID="a"> </TIER> <ANNOTATION> </ANNOTATION>
    <ALIGNABLE_ANNOTATION·ANNOTATION_ID="a1"·TIME_SLOT_REF1="ts1"·TIME_SLOT_REF2="ts2">
    <REF_ANNOTATION·ANNOTATION_ID="r1"·ANNOTATION_REF="r1"> <ANNOTATION_VALUE> </ANNOTATION_VALUE>
    <TIME_SLOT·TIME_SLOT_ID="ts1"/> TIME_VALUE="9" PARENT_REF="a" PARTICIPANT="b" <!DOCTYPE·a·[<!ENTITY·b·"c">]>
    &b;
    """#,
    "structured": #"""
    #TEXT \n#TEXTa\n \n#CODEx\\y\n \n#ENDCODE\n \n---\n case:·b\n I:· Anna:· #CODE
    """#,
    "csv": #"""
    , ; \#t " "" \n \r\n sep=;\n v1_open respondent id case - n.v.t. =1+1 |
    """#,
    "xlsx": #"""
    <row> </row> <c·r="XFD1048576"·t="s"> <c·t="inlineStr"> </c> <v> </v> <f> <is> <t> </t> <si> </si> <r>
    <mergeCell·ref="A1:B2"/> <sheet·name="x"·sheetId="1"/> <xf·numFmtId="14"/>
    <numFmt·numFmtId="164"·formatCode="[h]:mm"/> t="d" t="e" s="9" date1904="1"
    """#,
    "zip": #"""
    PK\#u{3}\#u{4} PK\#u{1}\#u{2} PK\#u{5}\#u{6} PK\#u{6}\#u{6} ../ / x.txt __MACOSX/ .zip
    """#,
  ]
}
