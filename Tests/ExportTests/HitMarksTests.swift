@testable import Export
import Model
import Testing

struct HitMarksTests {
  @Test("Hits that meet or overlap are one mark, and without colour there is none")
  func merged() {
    let hits = [TextSpan(4, 6), TextSpan(0, 2), TextSpan(5, 9), TextSpan(9, 9), TextSpan(2, 3)]
    #expect(
      HitMarks("ja rustig", hits, colour: true).text(in: 0..<9)
        == "\u{1B}[1;33mja \u{1B}[0mr\u{1B}[1;33mustig\u{1B}[0m")
    #expect(HitMarks("ja rustig", hits, colour: false).text(in: 3..<9) == "rustig")
  }

  @Test("A control character of a transcript does not reach the terminal")
  func control() {
    #expect(HitMarks("a\u{1B}[2Jb\tc", [], colour: true).text(in: 0..<8) == "a [2Jb c")
  }
}
