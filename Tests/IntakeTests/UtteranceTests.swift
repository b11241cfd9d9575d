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
}
