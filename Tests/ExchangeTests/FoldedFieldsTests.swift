import TestSupport
import Testing

@testable import Exchange

@Suite struct FoldedFieldsTests {
  private let headings = ["Key", "Use", "Use not"]

  @Test("Fields stand under headings that people can read")
  func folded() {
    let folded = FoldedFields("Wat het is.", [("Key", "A1"), ("Use", nil), ("Use not", "Nooit.\nZie B.")])
    #expect(folded.folded(headings: headings) == "Wat het is.\n\nKey: A1\n\nUse not: Nooit.\nZie B.")
    #expect(FoldedFields("Alleen dit.", []).folded(headings: headings) == "Alleen dit.")
    #expect(FoldedFields(nil, []).folded(headings: headings) == nil)
  }

  @Test("A text of somebody else that has such a heading is one text, unless it has the mark of ours")
  func foreign() {
    let text = "Wat het is.\nUse: altijd"
    let read = FoldedFields(reading: text, headings: headings, marks: ["Key"])
    #expect(read.text == text)
    #expect(read.fields.isEmpty)
  }

  @Test("Whatever stands in the fields comes back")
  func random() {
    let pieces = ["Key: ", "Use", ":", " ", "\n", "\n\n", "\\", "a", "Use not: x", "é", "  "]
    for seed in 0..<300 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      func text() -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      let (definition, use, not) = (text(), text(), text())
      let folded = FoldedFields(
        definition.isEmpty ? nil : definition, [("Key", "A1"), ("Use", use), ("Use not", not)]
      ).folded(headings: headings)
      let read = FoldedFields(reading: folded ?? "", headings: headings, marks: ["Key"])
      #expect(read.text ?? "" == definition, "seed \(seed)")
      #expect(read["Key"] == "A1", "seed \(seed)")
      #expect(read["Use"] == use, "seed \(seed)")
      #expect(read["Use not"] == not, "seed \(seed)")
    }
  }
}
