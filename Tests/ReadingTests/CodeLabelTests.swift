import Testing

@testable import Reading

@Suite("CodeLabel")
struct CodeLabelTests {
  private func label(_ key: String, _ name: String, other: String? = nil, isPart: Bool = false) -> CodeLabel {
    CodeLabel(code: 0, coder: 0, key: key, name: name, colour: nil, other: other, isPart: isPart)
  }

  @Test("In the margin one's own codes have their name, those of others the coder's")
  func lines() {
    #expect(label("B3", "Kleine groepen").line(width: 30).text == "▌B3 Kleine groepen")
    #expect(label("B3", "Kleine groepen", isPart: true).line(width: 12).text == "▌B3~ Kleine…")
    #expect(label("B3", "Kleine groepen", other: "Bram").line(width: 30).text == "▏B3 Bram")
    #expect(CodeLabel(more: 3).line(width: 30).text == " and 3 more")
    #expect(CodeLabel(memo: "Anna: let op\nhier").line(width: 14).text == "✎ Anna: let o…")
  }

  @Test("No line of the margin is wider than it may be", arguments: 1..<20)
  func widths(width: Int) {
    let labels = [label("東京", "東京 en omgeving"), CodeLabel(more: 12), CodeLabel(memo: "東京 en omgeving")]
    #expect(labels.allSatisfy { $0.line(width: width).width <= width })
    #expect(CodeLabel.chips(labels, width: width).allSatisfy { $0.width <= width })
  }

  @Test("Under the words labels stand side by side as far as they fit")
  func chips() {
    let labels = [
      label("B3", "x"), label("K1", "y", isPart: true), label("E2", "z", other: "Bram"), CodeLabel(more: 2),
    ]
    #expect(CodeLabel.chips(labels, width: 40).map(\.text) == ["[B3] [K1~] [E2 Bram] +2"])
    #expect(CodeLabel.chips(labels, width: 11).map(\.text) == ["[B3] [K1~]", "[E2 Bram]", "+2"])
    #expect(CodeLabel.chips([], width: 11) == [])
  }
}
