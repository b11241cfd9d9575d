import Testing

@testable import Intake

struct SpeechJSONTests {
  private func utterances(_ json: String) -> [String] {
    SpeechJSON(Array(json.utf8)).utterances.map { utterance in
      "\(utterance.voice ?? "-") \(utterance.start ?? -1) \(utterance.end ?? -1) \(String(decoding: utterance.line, as: UTF8.self))"
    }
  }

  @Test("Of two lists the one that tells speakers is taken, else the first")
  func lists() {
    let bare = #"{"text": "A.", "start": 1}"#
    let voiced = #"{"text": "B.", "start": 2, "speaker": "X1"}"#
    #expect(utterances("{\"chunks\": [\(bare)], \"segments\": [\(voiced)]}") == ["X1 2.0 -1.0 B."])
    #expect(utterances("{\"segments\": [\(voiced)], \"chunks\": [\(bare)]}") == ["X1 2.0 -1.0 B."])
    #expect(utterances("{\"segments\": [\(bare)], \"chunks\": [\(bare), \(bare)]}") == ["- 1.0 -1.0 A."])
  }

  @Test("A segment without words is passed over")
  func empty() { #expect(utterances(#"{"segments": [{"text": " "}, {}, {"words": [{"word": ""}]}]}"#) == []) }

  @Test("The line at which the text breaks is told")
  func broken() {
    #expect(SpeechJSON(Array("{\n\"a\": ]".utf8)).brokenLine == 2)
    #expect(SpeechJSON(Array("{}".utf8)).brokenLine == nil)
  }
}
