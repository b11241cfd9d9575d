import Model
import Testing

@testable import Intake

struct WebVTTReaderTests {
  @Test("Zoom: the name before the words holds until the next")
  func zoom() {
    let text = """
      WEBVTT

      1
      00:00:05.790 --> 00:00:13.514
      Christina: Lorem ipsum

      2
      00:00:14.000 --> 00:00:15.000
      10:30 Meeting: dolor

      3
      00:00:16.000 --> 00:00:17.000
      Bob: Ja.

      4
      00:00:18.000 --> 00:00:19.000
      Christina: 10:30 was het.

      5
      00:00:20.000 --> 00:00:21.000
      Bob: O.
      """
    let expected = Transcript(
      name: "x", format: "vtt",
      text: "Christina: Lorem ipsum 10:30 Meeting: dolor\nBob: Ja.\nChristina: 10:30 was het.\nBob: O.\n",
      turns: [
        Turn(span: TextSpan(0, 44), wordsStart: 11, speaker: 0, time: 5.79),
        Turn(span: TextSpan(44, 53), wordsStart: 49, speaker: 1, time: 16),
        Turn(span: TextSpan(53, 79), wordsStart: 64, speaker: 0, time: 18),
        Turn(span: TextSpan(79, 87), wordsStart: 84, speaker: 1, time: 20),
      ], speakers: [Speaker(name: "Christina"), Speaker(name: "Bob")])
    var reading = Reading(transcripts: [expected])
    reading.encoding = .utf8
    #expect(read(text, ending: "vtt") == reading)
  }

  @Test("Teams: voices, times without zeros, names of captions and notes of the machine")
  func teams() {
    let text = """
      WEBVTT

      NOTE Confidence: 0.648

      0f3c/1-0
      0:0:0.0 --> 0:0:3.580
      <v John Smith>Hello
      everyone &amp; all.</v>

      0f3c/1-1
      0:0:4.0 --> 0:0:5.580
      <v Ann>Note: hi

      0f3c/1-2
      0:0:6.0 --> 0:0:7.0
      <v Ann>again</v>

      0:0:8.0 --> 0:0:9.0
      who is this
      """
    #expect(
      shown(text, ending: "vtt") == """
        [John Smith, Ann]
        John Smith 0.0 |John Smith: |Hello everyone & all.\\n|
        Ann 4.0 |Ann: |Note: hi again\\n|
        - 8.0 ||who is this\\n|
        """)
    #expect(read(text, ending: "vtt").transcripts.first?.attributes == [])
  }

  @Test("noScribe: a voice that is named once more before its words, and marks of speech through another's")
  func noScribe() {
    let text = """
      WEBVTT gesprek

      NOTE
      Transcribed with noScribe vers. 0.5
      Audio source: C:/gesprek.mp3
      (Start: 00:00:00)

      NOTE media: C:/gesprek.mp3

      1
      00:00:00.000 --> 00:00:02.000
      <v S00>S00 [00:00:00]: Hoe ging het?

      2
      00:00:02.000 --> 00:00:04.000
      <v S01>S01: Goed

      3
      00:00:04.000 --> 00:00:05.000
      <v //S00>//S00: hm hm

      4
      00:00:05.000 --> 00:00:06.000
      <v S01>// en [00:00:05] druk.

      5
      00:00:06.000 --> 00:00:07.000
      <v S01>S01-formulier

      6
      00:00:08.000 --> 00:00:09.000
      <v >zomaar
      """
    #expect(
      shown(text, ending: "vtt") == """
        [S00, S01]
        S00 0.0 |S00: |Hoe ging het?\\n|
        S01 2.0 |S01: |Goed\\n|
        S00 4.0 |S00: |hm hm\\n|
        S01 5.0 |S01: |// en [00:00:05] druk. S01-formulier\\n|
        - 8.0 ||zomaar\\n|
        """)
  }

  @Test("Teams, as Stream has it: times are right and nobody is named")
  func stream() {
    let text = "\u{FEFF}WEBVTT\n\n00:00:00.000 --> 00:00:03.580\nDag allemaal.\n\nNOTE Confidence: 0.648\n\n"
    #expect(
      shown(text + "00:00:09.000 --> 00:00:10.000\nDag.\n", ending: "vtt")
        == "[]\n- 0.0 ||Dag allemaal.\\n|\n- 9.0 ||Dag.\\n|")
  }

  @Test("A first note may give case and attributes")
  func note() {
    let text = "WEBVTT\n\nNOTE\ncase: School 9\ndate: 2022-01-02\nspeakers: {A: ouder}\n\n00:01.0 --> 00:02.0\nA: Ja.\n"
    let transcript = read(text, ending: "vtt").transcripts.first
    #expect(transcript?.caseName == "School 9")
    #expect(transcript?.attributes == [Attribute("date", ["2022-01-02"])])
    #expect(transcript?.speakers == [Speaker(name: "A", role: "ouder")])
  }

  @Test(
    "A note that is a remark gives nothing",
    arguments: ["NOTE made by hand", "NOTE\nlanguage: nl", "NOTE a: [", "NOTE", "NOTE media: C:/x.mp3"])
  func remark(note: String) {
    let transcript = read("WEBVTT\n\n\(note)\n\n00:01.0 --> 00:02.0\nJa.\n", ending: "vtt").transcripts.first
    #expect(transcript?.text == "Ja.\n")
    #expect(transcript?.attributes == [])
    #expect(transcript?.caseName == nil)
  }

  @Test("Captions in a text file are read as captions")
  func sniffed() { #expect(read("\u{FEFF}WEBVTT\n\n00:01.0 --> 00:02.0\nJa.\n").transcripts.map(\.format) == ["vtt"]) }

  @Test("A file without captions is refused", arguments: ["WEBVTT\n", "WEBVTT\n\n00:01.0 --> 00:02.0\n\n", "woorden"])
  func noCaptions(text: String) {
    #expect(shown(text, ending: "vtt") == "\nrefused x.vtt: 'x.vtt' has no captions with words.")
  }
}
