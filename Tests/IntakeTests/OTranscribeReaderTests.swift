import Model
import Testing

@testable import Intake

struct OTranscribeReaderTests {
  private let text = """
    \u{FEFF}{"text":"<p><span class=\\"timestamp\\" data-timestamp=\\"0.56\\">00:00.56</span><b>Foo Bar</b>: Eén &amp; \
    twee<br />regel</p>\\n<p><span class=\\"timestamp\\" contenteditable=\\"false\\" data-timestamp=\\"72.4\\">0:01:12</span>\
    &nbsp;<b>Anna:</b>&nbsp;Ja, <span class=\\"timestamp\\" data-timestamp=\\"80\\">0:01:20</span> echt&hellip;</p>\
    <p><br></p><p><b>Foo Bar</b>: \\u003ci\\u003eZo\\u003c/i\\u003e.</p><p><b>Anna</b> Goed.</p>",\
    "media":"gesprek.mp3","media-time":12.3}
    """

  @Test("Names may be bold, times stand before them, and entities are characters")
  func whole() {
    let turns = """
      [Foo Bar, Anna]
      Foo Bar 0.56 |00:00.56 Foo Bar: |Eén & twee\\nregel\\n|
      Anna 72.0 |0:01:12  Anna: |Ja, 0:01:20 echt…\\n\\n|
      Foo Bar |Foo Bar: |Zo.\\n|
      Anna |Anna |Goed.\\n|
      """
    #expect(shown(text, ending: "otr").replacing("\u{A0}", with: " ") == turns)
    #expect(shown(text, ending: "json") == shown(text, ending: "otr"))
    #expect(read(text, ending: "txt").transcripts.map(\.format) == ["otr"])
  }

  @Test("A file of oTranscribe may have nothing but its text, in any order")
  func bare() {
    #expect(
      shown(#"{"media": "", "text": "<p>Een.</p><p>Twee.</p>"}"#, ending: "otr") == "[]\n- ||Een.\\n|\n- ||Twee.\\n|")
  }

  @Test(
    "What has no text, or no words in it, is refused",
    arguments: [
      (#"{"media": "x"}"#, "x.otr: 'x.otr' is no file of oTranscribe: it has no 'text'."),
      (#"{"text": 3}"#, "x.otr: 'x.otr' is no file of oTranscribe: it has no 'text'."),
      ("woorden", "x.otr:1: 'x.otr' is no file of oTranscribe, or is damaged or cut off here."),
      (#"{"text": "<p>Een."#, "x.otr:1: 'x.otr' is no file of oTranscribe, or is damaged or cut off here."),
      (#"{"text": "<p><br></p>"}"#, "x.otr: 'x.otr' holds no words."),
    ])
  func refused(text: String, sentence: String) { #expect(shown(text, ending: "otr") == "\nrefused \(sentence)") }
}
