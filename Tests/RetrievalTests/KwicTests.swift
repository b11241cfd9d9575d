import Model
import Retrieval
import TestSupport
import Testing

@Suite("Keyword in context")
struct KwicTests {
  private func lines(_ marked: String, width: Int) -> [String] {
    let marked = MarkedText(marked)
    return Kwic.lines(in: marked.text, hits: marked.spans, width: width).map { "\($0.left)[\($0.keyword)]\($0.right)" }
  }

  @Test("Context is cut between words and shown on one line")
  func cut() {
    let text = "Wij hadden vorig jaar\nal een “⟦tekort⟧” aan  vaste leraren, en dat ⟦tekort⟧ bleef."
    #expect(lines(text, width: 14) == ["jaar al een “[tekort]” aan vaste", "en dat [tekort] bleef."])
    #expect(
      lines(text, width: 200) == [
        "Wij hadden vorig jaar al een “[tekort]” aan vaste leraren, en dat tekort bleef.",
        "Wij hadden vorig jaar al een “tekort” aan vaste leraren, en dat [tekort] bleef.",
      ])
  }

  @Test("A word is kept whole where it just fits and left out where it does not")
  func border() {
    #expect(lines("één twee ⟦x⟧ drie vier", width: 5) == ["twee [x] drie"])
    #expect(lines("één twee ⟦x⟧ drie vier", width: 4) == ["[x]"])
    #expect(lines("één twee ⟦x⟧ drie vier", width: 0) == ["[x]"])
  }

  @Test("The position is that of the keyword")
  func position() {
    let marked = MarkedText("één ⟦toets⟧")
    #expect(
      Kwic.lines(in: marked.text, hits: marked.spans, width: 20)
        == [KwicLine(left: "één ", keyword: "toets", right: "", span: TextSpan(6, 11))])
  }
}
