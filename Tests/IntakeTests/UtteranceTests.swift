import Model
import Testing

@testable import Intake

struct UtteranceTests {
  @Test("Words are put on one line")
  func line() {
    #expect(Utterance(words: Array(" Een\r\ntwee\tdrie \n".utf8)).line == Array("Een twee drie".utf8))
    #expect(Utterance(words: Array(" \n".utf8)).line == [])
  }

  @Test("A time that cannot be is none")
  func seconds() {
    let times: [Double?] = [1.5, -0.02, .infinity, .nan, 1e12, nil]
    #expect(times.map(Utterance.seconds) == [1.5, 0, nil, nil, nil, nil])
  }

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
}
