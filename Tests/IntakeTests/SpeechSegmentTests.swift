import Testing

@testable import Intake

struct SpeechSegmentTests {
  private func utterances(_ json: String, scale: Double = 1) -> [Utterance] {
    var scanner = JSONScanner(Array(json.utf8))
    return SpeechSegment(&scanner).utterances(scale: scale)
  }

  @Test("Words with the blank before them are put together as they stand")
  func blanks() {
    let json = #"{"words": [{"word": " Zo"}, {"word": "'n", "speaker": "A1"}, {"word": " dag"}, {"word": ","}]}"#
    #expect(utterances(json) == [Utterance(voice: "A1", words: Array(" Zo'n dag,".utf8))])
  }

  @Test("Where the speaker changes, each part has the times of its words")
  func parts() {
    let json = """
      {"start": 1, "end": 9, "text": "a b c", "words": [{"word": "a", "start": 2, "end": 3, "speaker": "S1"},
      {"word": "b", "end": 5, "speaker": "S2"}, {"word": "c", "start": 6, "end": 8}]}
      """
    #expect(
      utterances(json) == [
        Utterance(start: 1, end: 3, voice: "S1", words: Array("a".utf8)),
        Utterance(start: 6, end: 9, voice: "S2", words: Array("b c".utf8)),
      ])
  }

  @Test("Milliseconds become seconds")
  func scale() {
    #expect(
      utterances(#"{"start": 500, "end": 1500, "text": "a", "speaker": "B"}"#, scale: 0.001) == [
        Utterance(start: 0.5, end: 1.5, voice: "Speaker B", words: Array("a".utf8))
      ])
  }
}
