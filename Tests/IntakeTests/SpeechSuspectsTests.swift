import Testing

@testable import Intake

struct SpeechSuspectsTests {
  private func sentence(_ lines: [String], noSpeech: Double? = nil) -> String? {
    var suspects = SpeechSuspects()
    for (number, line) in lines.enumerated() {
      suspects.take(Array(line.utf8), at: nil, line: number + 1, noSpeech: noSpeech)
    }
    return suspects.problem(in: SourceFile(name: "x.json", bytes: []))?.text
  }

  @Test("Short words may be said twice, long lines may not")
  func repeats() {
    #expect(sentence(["Ja.", "Ja.", "Nee.", "Ja."]) == nil)
    #expect(sentence(["Ja.", "Ja.", "Ja."])?.hasSuffix("'Ja.' (line 3).") == true)
    #expect(sentence(["Dat is zo dus.", "Dat is zo dus."])?.hasSuffix("'Dat is zo dus.' (line 2).") == true)
  }

  @Test("Five are shown, cut where they are long, and the others counted")
  func many() {
    let long = String(repeating: "woord ", count: 20)
    let shown = "'\(String(repeating: "woord ", count: 6))wo…' (line "
    #expect(
      sentence((1...7).map { "\(long)\($0)" }, noSpeech: 0.9)
        == "Perhaps nobody said this, as it stands in silence or repeats itself: "
        + (1...5).map { "\(shown)\($0))" }.joined(separator: ", ").replacing("wo…", with: "woor…") + " and 2 more.")
  }
}
