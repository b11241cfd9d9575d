import Model
import Testing
import TestSupport

@testable import Intake

struct UtteranceDraftTests {
  private func reading(_ utterances: [Utterance]) -> Reading {
    UtteranceDraft(file: SourceFile(name: "x.json", bytes: []), format: "json", utterances: utterances)
      .reading(ReadingOptions(speakers: [Speaker(name: "Anna", role: "ouder")]))
  }

  @Test("Utterances of one voice are joined in the order of time; overlap stays apart")
  func joined() {
    let said = [
      Utterance(start: 4, end: 6, voice: "Bram", words: Array("Ja.".utf8)),
      Utterance(start: 1, end: 5, voice: "Anna", words: Array("Een".utf8)),
      Utterance(start: 5, end: 7, voice: "Anna", words: Array("twee".utf8)),
      Utterance(start: nil, end: nil, voice: "Anna", words: Array("drie".utf8)),
    ]
    #expect(
      shown(reading(said)) == """
        [Anna=ouder, Bram]
        Anna 1.0 |Anna: |Een\\n|
        Bram 4.0 |Bram: |Ja.\\n|
        Anna 5.0 |Anna: |twee drie\\n|
        """)
  }

  @Test("Without times turns have none")
  func timeless() {
    #expect(
      shown(reading([Utterance(voice: "Anna", words: Array("Een".utf8))])) == "[Anna=ouder]\nAnna |Anna: |Een\\n|")
  }

  @Test("Nothing said is refused")
  func nothing() { #expect(shown(reading([])) == "\nrefused x.json: 'x.json' holds no words.") }

  @Test("Whatever is said, turns cover the text, and each speaker's words are those given, in order of time")
  func property() {
    var generator = SeededGenerator(seed: 32)
    let voices: [String?] = ["Anna", "Bram", "S 1", nil]
    let pieces = ["woord", "één", "e\u{301}", " ", "\n", "Anna:", "[", "]", "\t", "//", "😀", "\u{0}"]
    for _ in 0..<2000 {
      let said = (0..<Int.random(in: 0..<8, using: &generator)).map { _ in
        let words = (0..<Int.random(in: 0..<4, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }
        let start = Bool.random(using: &generator) ? Double(Int.random(in: 0..<9, using: &generator)) : nil
        return Utterance(
          start: start, end: start.map { $0 + 1 }, voice: voices.randomElement(using: &generator) ?? nil,
          words: Array(words.joined().utf8))
      }
      for transcript in reading(said).transcripts {
        #expect(flaws(of: transcript) == [], "\(said)")
        let times = transcript.turns.compactMap(\.time)
        #expect(times == times.sorted())
        for name in voices.compactMap(\.self) where said.contains(where: { $0.voice == name }) {
          #expect(words(of: name, in: transcript) == words(of: name, in: said))
        }
      }
    }
  }

  private func words(of name: String, in transcript: Transcript) -> String {
    let bytes = Array(transcript.text.utf8)
    let number = transcript.speakers.firstIndex { $0.name == name }
    let turns = transcript.turns.filter { $0.speaker == number && number != nil }
    return turns.flatMap { bytes.string($0.wordsStart..<$0.span.end).split(separator: " ").map(\.trimmed) }
      .joined(separator: " ")
  }

  /// The slow way: what has no time comes with what stands before it.
  private func words(of name: String, in said: [Utterance]) -> String {
    var last = 0.0
    var lines: [(time: Double, voice: String?, words: String)] = []
    for utterance in said where !utterance.line.isEmpty {
      last = utterance.start ?? last
      lines.append((last, utterance.voice, String(decoding: utterance.line, as: UTF8.self)))
    }
    let own = lines.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
      .filter { $0.voice == name }.map(\.words)
    let bare = own.map { words in
      let open = words.drop { $0 == "/" }
      return open.hasPrefix("\(name):") ? open.dropFirst(name.count + 1).description : words
    }
    return bare.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }
}
