import Model
import Testing
import TestSupport

@testable import Intake

struct SpeechJSONReaderTests {
  @Test("Whisper: a silence parts turns, and blanks before the words go")
  func whisper() {
    let json = """
      {"text": " Hoe ging het? Goed.", "segments": [
        {"id": 0, "seek": 0, "start": 0.0, "end": 3.2, "text": " Hoe ging", "tokens": [1, 2], "avg_logprob": -0.3,
         "no_speech_prob": 0.1, "words": [{"word": " Hoe", "start": 0.0, "end": 1.0, "probability": 0.98},
         {"word": " ging", "start": 1.0, "end": 3.2, "probability": NaN}]},
        {"id": 1, "start": 3.5, "end": 4.0, "text": " het?", "no_speech_prob": 0.1},
        {"id": 2, "start": 6.5, "end": 8.0, "text": " Goed, \\u00e9\\u00e9n\\nkeer.", "no_speech_prob": 0.2}
      ], "language": "nl"}
      """
    #expect(shown(json, ending: "json") == "[]\n- 0.0 ||Hoe ging het?\\n|\n- 6.5 ||Goed, één keer.\\n|")
    #expect(shown(json, ending: "txt") == shown(json, ending: "json"))
    #expect(read("\u{FEFF}" + json, ending: "json").transcripts.map(\.format) == ["json"])
  }

  @Test("WhisperX: segments of one speaker are joined, and one is cut where the speaker of its words changes")
  func whisperX() {
    let json = """
      {"segments": [
        {"start": 0.5, "end": 2.0, "text": " Hoe ging het?", "speaker": "SPEAKER_00", "words": [
          {"word": "Hoe", "start": 0.5, "end": 1.0, "score": 0.9, "speaker": "SPEAKER_00"},
          {"word": "ging"}, {"word": "het?", "start": 1.5, "end": 2.0, "speaker": "SPEAKER_00"}]},
        {"start": 2.5, "end": 6.0, "text": " En nu? Goed, 10 keer.", "speaker": "SPEAKER_01", "words": [
          {"word": "En", "start": 2.5, "end": 2.8, "speaker": "SPEAKER_00"},
          {"word": "nu?", "start": 2.8, "end": 3.0, "speaker": "SPEAKER_00"},
          {"word": "Goed,", "start": 3.5, "end": 4.0, "speaker": "SPEAKER_01"},
          {"word": "10"}, {"word": "keer.", "start": 5.0, "end": 6.0, "speaker": "SPEAKER_01"}]},
        {"start": 7.0, "end": 8.0, "text": " Wie weet."}
      ], "word_segments": [{"word": "Hoe", "start": 0.5}]}
      """
    #expect(
      shown(json, ending: "json") == """
        [SPEAKER_00, SPEAKER_01]
        SPEAKER_00 0.5 |SPEAKER_00: |Hoe ging het? En nu?\\n|
        SPEAKER_01 3.5 |SPEAKER_01: |Goed, 10 keer.\\n|
        - 7.0 ||Wie weet.\\n|
        """)
  }

  @Test("Amberscript: words are joined, and speakers have the names that the file gives them")
  func amberscript() {
    let json = """
      \u{FEFF}{"segments": [
        {"speaker": "spk1", "words": [
          {"start": 0.45, "end": 1.08, "duration": 0.63, "text": "Hoi,", "conf": 1.0, "pristine": true},
          {"start": 1.1, "end": 1.5, "duration": 0.4, "text": "Piet", "conf": 1.0, "pristine": false},
          {"start": 1.5, "end": 1.5, "duration": 0, "text": ".", "conf": 1.0, "pristine": true}]},
        {"speaker": "spk2", "words": [{"start": 2.0, "end": 2.5, "text": "Dag.", "conf": 0.5}]},
        {"speaker": "spk2", "words": []}
      ], "speakers": [{"spkid": "spk1", "name": "Anna"}, {"spkid": "spk2", "name": "Speaker 2"}], "highlights": []}
      """
    #expect(
      shown(json, ending: "json") == """
        [Anna, Speaker 2]
        Anna 0.45 |Anna: |Hoi, Piet.\\n|
        Speaker 2 2.0 |Speaker 2: |Dag.\\n|
        """)
  }

  @Test("What was said in silence, and what repeats itself, is reported and kept")
  func suspects() {
    let json = """
      {"segments": [
        {"start": 0, "end": 1, "text": "Ja.", "no_speech_prob": 0.1}, {"start": 1, "end": 2, "text": "Ja."},
        {"start": 2, "end": 3, "text": "Dank voor het kijken.", "no_speech_prob": 0.61},
        {"start": 3, "end": 4, "text": "Zo is het nu eenmaal.", "no_speech_prob": 0.6},
        {"start": 3725, "end": 3726, "text": "Zo is het nu eenmaal."}]}
      """
    #expect(
      shown(json, ending: "json") == """
        []
        - 0.0 ||Ja. Ja. Dank voor het kijken. Zo is het nu eenmaal.\\n|
        - 3725.0 ||Zo is het nu eenmaal.\\n|
        warning x.json:3: Perhaps nobody said this, as it stands in silence or repeats itself: \
        'Dank voor het kijken.' (at 0:00:02, line 3), 'Zo is het nu eenmaal.' (at 1:02:05, line 5).
        """)
  }

  @Test(
    "Other programs write the same things under other names",
    arguments: [
      #"{"transcription": [{"offsets": {"from": 500, "to": 900}, "text": " Hoi.", "speaker": "0"}], "result": {}}"#,
      #"{"chunks": [{"timestamp": [0.5, null], "text": " Hoi."}], "speakers": [{"speaker": "Speaker 0", "timestamp": [0.5, 1], "text": "Hoi."}]}"#,
      #"{"utterances": [{"speaker": "0", "start": 500, "end": 900, "text": "Hoi.", "words": [{"text": "Hoi.", "start": 500}]}]}"#,
      #"{"results": {"channels": [{"alternatives": [{"transcript": "Hoi.", "paragraphs": {"paragraphs": [{"sentences": [{"text": "Hoi.", "start": 0.5}], "speaker": 0, "start": 0.5}]}}]}]}}"#,
      #"{"results": {"utterances": [{"start": 0.5, "end": 1.5, "transcript": "Hoi.", "speaker": 0}]}}"#,
      #"{"results": {"audio_segments": [{"start_time": "0.5", "end_time": "1.0", "speaker_label": "Speaker 0", "transcript": "Hoi."}]}}"#,
      #"{"recognizedPhrases": [{"speaker": 0, "offsetInTicks": 5000000.0, "nBest": [{"lexical": "hoi", "display": "Hoi."}, {"display": "O."}]}]}"#,
      #"[{"start": 0.5, "end": 0.7, "text": "Hoi.", "speaker": 0}]"#,
    ])
  func others(json: String) {
    #expect(shown(json, ending: "json") == "[Speaker 0]\nSpeaker 0 0.5 |Speaker 0: |Hoi.\\n|")
  }

  @Test("A file with nothing but its words is read as text")
  func bare() {
    #expect(
      shown(#"{"text": "Een.\n\nTwee."}"#, ending: "json") == """
        []
        - ||Een.\\n\\n|
        - ||Twee.|
        note x.json: The file holds the words without times or speakers.
        """)
  }

  private let unknown =
    "\nrefused x.json: 'x.json' holds no transcript: there are no words under 'segments' (Whisper, WhisperX, Amberscript), "
    + "'transcription', 'chunks', 'utterances', 'results' or 'text'."

  @Test(
    "JSON of another kind is refused with what was looked for",
    arguments: [
      "{}", "[]", "{\"a\": 1}", "[1, 2]", #"{"segments": {"a": 1}}"#, #"{"segments": [], "text": " "}"#,
      #"{"segments": [{"text": 3, "start": "x"}, 4, "x", null]}"#,
    ])
  func others(unknown json: String) { #expect(shown(json, ending: "json") == unknown) }

  @Test("What is no JSON is refused")
  func noJSON() {
    #expect(
      shown("{\"a\": 1,\nwoorden", ending: "json")
        == "\nrefused x.json:2: 'x.json' is no JSON, or is damaged or cut off here.")
    #expect(
      shown("woorden", ending: "json") == "\nrefused x.json:1: 'x.json' is no JSON, or is damaged or cut off here.")
  }

  @Test("A file that breaks off is read as far as it goes")
  func cutOff() {
    #expect(
      shown("{\"segments\": [{\"start\": 1, \"text\": \"Een.\"},\n{\"start\": 2, \"te", ending: "json") == """
        []
        - 1.0 ||Een.\\n|
        warning x.json:2: The file is damaged or cut off here; what stands before it was read.
        """)
  }

  @Test("Depth, huge numbers, half characters and times that cannot be are no danger")
  func hostile() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let json = """
      {"x": \(deep), "segments": [{"x": \(deep), "start": 1e308, "end": -5, "text": "Een.", "speaker": 1e300},
      {"start": -0.02, "end": 1e999, "text": "\\ud800 Twee.\\u0000", "segments": [{}], "speaker": 0.5e-9}]}
      """
    #expect(
      shown(json, ending: "json") == "[Speaker 0]\n- 0.0 ||Een.\\n|\nSpeaker 0 0.0 |Speaker 0: |\u{FFFD} Twee.\\n|")
    #expect(read(deep, ending: "json").problems.refuse)
    let channels = String(repeating: #"{"channels": ["#, count: 100_000)
    #expect(read("{\"results\": \(channels)", ending: "json").problems.refuse)
  }

  @Test("UTF-16 is read")
  func utf16() {
    let json = #"{"segments": [{"start": 1, "text": "Eén."}]}"#
    let bytes: [UInt8] = [0xFF, 0xFE] + json.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let reading = TranscriptReaders.read(SourceFile(name: "x.json", bytes: bytes))
    #expect(reading.transcripts.map(\.text) == ["Eén.\n"])
    #expect(reading.encoding == .utf16LittleEndian)
  }

  @Test("Text that opens with a bracket stays text", arguments: ["{lacht} Ja.\n", "[Anna] Ja.\n", "[\"Ja\"]\n"])
  func plain(text: String) { #expect(read(text).transcripts.map(\.format) == ["txt"]) }
}
