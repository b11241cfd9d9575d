import Testing

@testable import Intake

struct PageLinesTests {
  /// The lines that are kept, with a bar where a page ends.
  private func kept(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return PageLines(bytes).lines.map { ($0.opensPage ? "|" : "") + bytes.string($0.range) }.joined(separator: "\n")
  }

  /// Nine lines that stand on one page only.
  private func page(_ number: Int) -> String {
    (1...9).map { "Regel \(String(repeating: "a", count: number))\(String(repeating: "b", count: $0))." }.joined(
      separator: "\n")
  }

  @Test("A page begins with the line behind its form feed, and one that begins within a line with the next")
  func firstLines() {
    func firsts(_ text: String) -> [Int] { PageLines.firstLines(ofPagesIn: Array(text.utf8)) }
    #expect(firsts("een\n\u{C}twee\ndrie\n\u{C}\u{C}vier\n\u{C}") == [0, 1, 3, 3])
    #expect(firsts("een\u{C}twee\ndrie") == [0, 1])
    #expect(firsts("een") == [0])
  }

  @Test("Form feeds part pages, with a line feed before them or without")
  func feeds() {
    #expect(kept("een\n\u{C}twee\u{C}drie\n") == "een\n|twee\n|drie")
    let lines = PageLines(Array("een\n\u{C}twee\u{C}drie".utf8)).lines
    #expect(lines.map(\.number) == [0, 1, 1])
  }

  @Test("Without form feeds bare numbers that go up, a page apart, are page numbers")
  func chain() {
    let text = [4, 5, 7].map { "\(page($0))\n\($0)\n" }.joined()
    #expect(kept(text) == [4, 5, 7].map(page).joined(separator: "\n|"))
    #expect(PageLines(Array(text.utf8)).pageNumbers == 3)
  }

  @Test("Numbers of a figure, of a list and of two pages only stay")
  func figures() {
    let texts = [
      "\(page(1))\n1\n2\n3\n\(page(2))\n4\n5", "\(page(1))\n1\n\(page(2))\n2\n\(page(3))", "1\n2\n3\n4",
    ]
    for text in texts { #expect(kept(text) == text) }
  }

  @Test("At the edge of pages a bare number counts when it keeps pace with them")
  func edges() {
    let pages = (3...6).map { "\(page($0))\n\($0)" }
    #expect(kept(pages.joined(separator: "\n\u{C}")) == (3...6).map(page).joined(separator: "\n|"))
    let figures = [22, 5, 81].map { "\($0)\n\(page($0))" }.joined(separator: "\n\u{C}")
    #expect(kept(figures) == figures.replacing("\u{C}", with: "|"))
  }

  @Test("Page numbers that say so go wherever they stand")
  func certain() { #expect(kept("een\nPagina 1 van 2\ntwee\n- 2 -") == "een\n|twee") }

  @Test("No text has no lines")
  func empty() { #expect(kept("") == "" && kept("\u{C}\u{C}") == "") }
}
