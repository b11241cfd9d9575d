import Testing
import TestSupport

@testable import Intake

struct CueTurnsTests {
  private func captions(_ cues: [(Double, Double, String)]) -> String {
    "WEBVTT\n\n" + cues.map { "0:\(two($0.0)) --> 0:\(two($0.1))\n\($0.2)\n" }.joined(separator: "\n")
  }

  private func two(_ seconds: Double) -> String { "\(Int(seconds) / 60):\(Int(seconds) % 60).0" }

  @Test("Where nobody is named, a silence of two seconds parts turns")
  func silence() {
    let text = captions([(0, 2, "Een"), (3, 5, "en twee."), (7, 8, "Drie.")])
    #expect(shown(text, ending: "vtt") == "[]\n- 0.0 ||Een en twee.\\n|\n- 7.0 ||Drie.\\n|")
  }

  @Test("The name of a voice is put in normal form, on one line and without control characters, as its words are")
  func names() {
    let json = #"{"segments": [{"start": 1, "end": 2, "text": "Ja.", "speaker": "Zo\u0000e\u0308\u2028B"}, "#
    #expect(
      shown(json + #"{"start": 3, "end": 4, "text": "Nee.", "speaker": "\u0000"}]}"#, ending: "json")
        == "[Zoë B]\nZoë B 1.0 |Zoë B: |Ja.\\n|\n- 3.0 ||Nee.\\n|")
    #expect(
      shown(captions([(1, 2, "<v Zo&#101;&#776;>ja")]), ending: "vtt") == "[Zoë]\nZoë 1.0 |Zoë: |ja\\n|")
  }

  @Test("Where nobody is named, a long run is parted at the end of a sentence")
  func manyWords() {
    let long = String(repeating: "woord ", count: 60)
    let text = captions([(0, 1, long + "en"), (1, 2, "verder."), (2, 3, "Nieuw.")])
    #expect(read(text, ending: "vtt").transcripts.first?.turns.map(\.time) == [0, 2])
  }

  @Test("Captions out of order are put in the order of time")
  func order() {
    let text = captions([(5, 6, "<v Anna>drie"), (1, 2, "<v Anna>een"), (3, 4, "<v Anna>twee")])
    #expect(shown(text, ending: "vtt") == "[Anna]\nAnna 1.0 |Anna: |een twee drie\\n|")
  }

  @Test("Whatever the captions, turns cover the text")
  func property() {
    var generator = SeededGenerator(seed: 14)
    let pieces = [
      "WEBVTT\n\n", "00:01.0 --> 00:02.0\n", "00:00:09,5 --> 00:00:10,0\n", "\n", "\n\n", "Anna: ", "Bram: ",
      "<v Anna>", "</v>",
      "<v Bram>", "woord ", "é", "&amp;", "&#x301;", "<", ">", "1\n", "NOTE x\n", "-->", "😀", "\t",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<25, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      for ending in ["vtt", "srt"] {
        let reading = read(text, ending: ending)
        #expect(reading.transcripts.count + reading.problems.count > 0)
        for transcript in reading.transcripts { #expect(flaws(of: transcript) == [], "\(text.debugDescription)") }
      }
    }
  }
}
