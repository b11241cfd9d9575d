@testable import Export
import TestSupport
import Testing

struct TextWrapTests {
  @Test("Words move to the next line, and a word that is too long is cut")
  func words() {
    #expect(TextWrap.pieces(of: "een twee  drie\nvier ", width: 8) == ["een twee", "drie", "vier"])
    #expect(TextWrap.pieces(of: "onderwijsachterstand nu", width: 9) == ["onderwijs", "achtersta", "nd nu"])
    #expect(TextWrap.pieces(of: "漢字漢字 é", width: 5) == ["漢字", "漢字", "é"])
    #expect(TextWrap.pieces(of: "", width: 5) == [""])
    #expect(TextWrap.pieces(of: "a b\n\nc", width: nil) == ["a b", "", "c"])
  }

  /// Word by word, without offsets.
  private func slow(_ text: String, _ width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, DisplayWidth.of(last) + 1 + DisplayWidth.of(word) <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  @Test("Words with one blank between them are filled line by line")
  func filling() {
    var generator = SeededGenerator(seed: 3)
    let words = ["a", "zo", "één", "rust", "漢字", "groepen", "e\u{301}"]
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
        words[Int.random(in: 0..<words.count, using: &generator)]
      }
      .joined(separator: " ")
      let width = Int.random(in: 7...30, using: &generator)
      #expect(TextWrap.pieces(of: text, width: width) == slow(text, width))
    }
  }

  @Test("Lines of any text are in order, fit, and leave out nothing but blanks and line ends")
  func coverage() {
    var generator = SeededGenerator(seed: 9)
    let scraps = ["a", " ", " ", "é", "\n", "漢", "woord", "😀"]
    for _ in 0..<2000 {
      let text = (0..<15).map { _ in scraps[Int.random(in: 0..<scraps.count, using: &generator)] }.joined()
      let width = Int.random(in: 2...8, using: &generator)
      let lines = TextWrap.lines(of: text, width: width)
      let bytes = Array(text.utf8)
      #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
      let kept: [UInt8] = lines.flatMap { bytes[$0] }.filter { $0 != 0x20 }
      let words: [UInt8] = bytes.filter { $0 != 0x20 && $0 != 0x0A }
      #expect(kept == words)
      #expect(TextWrap.pieces(of: text, width: width).allSatisfy { DisplayWidth.of($0) <= width })
    }
  }
}
