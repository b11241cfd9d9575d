import Testing

@testable import Intake

struct SubRipReaderTests {
  private let text =
    "\u{FEFF}1\r\n00:00:01,000 --> 00:00:03,000\r\nAnna: Hallo\r\ndaar\r\n\r\n3\r\n00:00:03,500 --> 00:00:07,000\r\nTweede\r\n"
    + "Bram: ja\r\n\r\n4\r\n00:00:08,000 --> 00:00:09,000\r\n42\r\n\r\n5\r\n00:00:10,000 --> 00:00:11,000\r\n"
    + "Anna: <i>Goed</i> zo\r\n\r\n6\r\n00:00:12,000 --> 00:00:13,000\r\nBram: eh\r\n"

  private let turns = """
    [Anna, Bram]
    Anna 1.0 |Anna: |Hallo daar Tweede\\n|
    Bram 3.5 |Bram: |ja 42\\n|
    Anna 10.0 |Anna: |Goed zo\\n|
    Bram 12.0 |Bram: |eh\\n|
    """

  @Test("A label holds until the next, also within a caption")
  func labels() { #expect(shown(text, ending: "srt") == turns) }

  @Test("WhisperX and others put the name in brackets; noises in brackets are words")
  func brackets() {
    let lines = ["[SPEAKER_00]: Een", "[lacht] ja", "[SPEAKER_01] Twee", "[ SPEAKER_00 ]: Drie", "[SPEAKER_01]: Vier"]
    let text = lines.enumerated().map { "\($0 + 1)\n00:00:0\($0),000 --> 00:00:0\($0 + 1),000\n\($1)\n\n" }.joined()
    #expect(
      shown(text, ending: "srt") == """
        [SPEAKER_00, SPEAKER_01]
        SPEAKER_00 0.0 |SPEAKER_00: |Een [lacht] ja\\n|
        SPEAKER_01 2.0 |SPEAKER_01: |Twee\\n|
        SPEAKER_00 3.0 |SPEAKER_00: |Drie\\n|
        SPEAKER_01 4.0 |SPEAKER_01: |Vier\\n|
        """)
  }

  @Test("Subtitles in a text file are read as subtitles")
  func sniffed() {
    #expect(shown(text, ending: "txt") == turns)
    #expect(read(text).transcripts.map(\.format) == ["srt"])
  }

  @Test("A text that opens with a number stays text")
  func plain() { #expect(read("1\nEerste hoofdstuk\n").transcripts.map(\.format) == ["txt"]) }
}
