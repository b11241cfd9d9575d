import Model
import Testing
import TestSupport

@testable import Intake

struct TranscriptReaderTests {
  @Test("The same talk comes out the same from text, Markdown, Word and OpenDocument")
  func coats() {
    let lines = ["I: Hoe ging het?", "Anna: Goed, één keer.", "I: En nu?", "Anna: Ook."]
    let text = lines.joined(separator: "\n") + "\n"
    let turns = read(text).transcripts.map(\.turns)
    let word = TranscriptReaders.read(WordFixture.docx(lines.map { WordFixture.paragraph($0) }.joined()))
    #expect(word.transcripts.map(\.text) == [text])
    #expect(word.transcripts.map(\.turns) == turns)
    let odt = TranscriptReaders.read(OdtFixture.odt(lines.map { OdtFixture.paragraph($0) }.joined()))
    #expect(odt.transcripts.map(\.text) == [text])
    #expect(odt.transcripts.map(\.turns) == turns)
    #expect(read(text, ending: "MD").transcripts.map(\.turns) == turns)
    #expect(read(text, ending: "md").transcripts.map(\.format) == ["md"])
  }

  /// A whole file of each kind.
  private let files = [
    SourceFile(
      name: "x.md",
      bytes: Array("---\ncase: S\nspeakers: {I: ouder}\n---\nI: één\n**Anna:** ‘twee’\nI: drie\n**Anna:** vier".utf8)),
    SourceFile(
      name: "x.txt", bytes: [0xFF, 0xFE] + "I: één\r\nI: 😀".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    SourceFile(
      name: "x.vtt", bytes: Array("WEBVTT\n\nNOTE\ncase: a\n\n1\n00:01.0 --> 00:02.0\n<v Anna>Eén &amp;</v>\n".utf8)),
    SourceFile(
      name: "x.srt",
      bytes: Array("1\n00:00:01,0 --> 00:00:02,0\nAnna: {\\an8}Eén\n\n2\n00:00:03,0 --> 00:00:04,0\nAnna: x".utf8)),
    SourceFile(
      name: "x.json",
      bytes: Array(#"{"segments": [{"start": 1, "end": 2, "text": " \u00e9\ud83d\ude00", "speaker": "A"}]}"#.utf8)),
    SourceFile(
      name: "x.otr",
      bytes: Array(
        #"{"text": "<p><span class=\"timestamp\">0:05</span><b>I</b>: \u00e9&eacute;</p>", "media": ""}"#.utf8)),
    SourceFile(name: "x.eaf", bytes: Array(ElanFixture.talk.utf8)),
    SourceFile(
      name: "x.rtf",
      bytes: Array(
        #"{\rtf1\ansi{\fonttbl{\f0 A;}}{\b I:} \'e9\u233?n{\footnote x}\par\trowd\intbl I\cell y\cell\row I: z\par}"#
          .utf8)),
    SourceFile(
      name: "x.html",
      bytes: Array(
        "<html><meta charset=latin1><p><b>I:</b> &eacute;én<table><tr><td>I<td>y</table><!-- z --><p hidden>I".utf8)),
    WordFixture.docx(WordFixture.paragraph("I: één") + WordFixture.table([["I", "twee"], ["I", "drie"]])),
    SourceFile(name: "y.txt", bytes: Array("#TEXTa\nI: één\n#CODEx\nI: 2\n#ENDCODE\n#TEXT\n---\ncase: b\n---\nw".utf8)),
    OdtFixture.odt(
      OdtFixture.paragraph("I: één<text:note><text:note-body><text:p>noot</text:p></text:note-body></text:note>")
        + OdtFixture.table([["I", "twee"], ["I", "drie"]])),
  ]

  @Test("A file cut off anywhere gives a transcript or says why not")
  func cut() {
    for file in files {
      for length in 0..<file.bytes.count { check(SourceFile(name: file.name, bytes: Array(file.bytes[..<length]))) }
    }
  }

  @Test("A Word file that is cut off is refused")
  func cutWord() {
    guard let word = files.last else { return }
    for length in 0..<word.bytes.count {
      let reading = TranscriptReaders.read(SourceFile(name: "x.docx", bytes: Array(word.bytes[..<length])))
      #expect(reading.transcripts.isEmpty && reading.problems.refuse, "\(length)")
    }
  }

  @Test("A file with changed bytes, and bytes by chance, give a transcript or say why not")
  func damaged() {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<400 {
      for file in files {
        var bytes = file.bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        check(SourceFile(name: file.name, bytes: bytes))
        let chance = (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        }
        check(SourceFile(name: file.name, bytes: chance))
      }
    }
  }

  @Test("The text of a document may be damaged inside its archive")
  func damagedXML() {
    var generator = SeededGenerator(seed: 16)
    let whole = WordFixture.xml(WordFixture.paragraph("I: één") + WordFixture.table([["I", "twee"], ["I", "drie"]]))
    let tags = [
      "<w:p>", "</w:p>", "<w:tc>", "</w:tc>", "</w:tr>", "<w:tr>", "<w:txbxContent>", "</w:txbxContent>", "<w:r>", "x",
    ]
    for _ in 0..<300 {
      var xml = whole
      let tag = tags.randomElement(using: &generator) ?? ""
      let at = Int.random(in: 0...xml.count, using: &generator)
      xml.insert(contentsOf: tag.utf8, at: at)
      check(SourceFile(name: "x.docx", bytes: WordFixture.archive([("word/document.xml", xml)])))
      let loose = (0..<12).map { _ in tags.randomElement(using: &generator) ?? "" }.joined()
      _ = WordText.read(Array((WordFixture.opening + loose + WordFixture.closing).utf8))
    }
  }

  @Test("Elements of an OpenDocument text may stand in any order and within one another")
  func damagedOpenDocument() {
    var generator = SeededGenerator(seed: 17)
    let names = [
      "text:p", "text:span", "text:note", "table:table", "table:table-row", "table:table-cell", "draw:text-box",
      "office:annotation", "text:s", "text:section",
    ]
    for _ in 0..<500 {
      var (body, open) = ("", [String]())
      for _ in 0..<30 {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: body += ["I: één ", "\n ", "<text:tab/>"].randomElement(using: &generator) ?? ""
        case 1: if let name = open.popLast() { body += "</\(name)>" }
        default:
          open.append(names.randomElement(using: &generator) ?? "")
          body += "<\(open.last ?? "")>"
        }
      }
      body += open.reversed().map { "</\($0)>" }.joined()
      check(OdtFixture.odt(body))
    }
  }

  private func check(_ file: SourceFile) {
    let reading = TranscriptReaders.read(file)
    #expect(!reading.transcripts.isEmpty || reading.problems.refuse)
    #expect(reading.transcripts.isEmpty || !reading.problems.refuse)
    for transcript in reading.transcripts { #expect(flaws(of: transcript) == [], "\(file.bytes)") }
  }
}
