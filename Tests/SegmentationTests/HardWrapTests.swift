import Model
import Segmentation
import TestSupport
import Testing

struct HardWrapTests {
  private let sentences = [
    "We hebben toen met het hele team gekeken naar wat de kinderen nodig hadden.",
    "Dat was vooral rust, tijd en een volwassene die luistert.", "Daarna zijn we begonnen met kleine groepen.",
    "Dat werkte.", "Of het blijft, weet ik niet, want het geld stopt na twee jaar en dan moet er iemand weg.",
  ].map { $0.split(separator: " ").map(String.init) }

  private func talk(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    (0..<count).flatMap { _ in sentences[Int.random(in: 0..<sentences.count, using: &generator)] }
  }

  private func wrap(_ words: [String], at width: Int) -> String {
    var lines: [String] = [""]
    for word in words {
      let room = lines[lines.count - 1].count + 1 + word.count <= width || lines[lines.count - 1].isEmpty
      if room {
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      } else {
        lines.append(word)
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test("Text wrapped at any usual width is joined again", arguments: [55, 65, 72, 78, 80, 100])
  func widths(width: Int) {
    var generator = SeededGenerator(seed: UInt64(width))
    for _ in 0..<50 {
      let blocks = (0..<4).map { _ in wrap(talk(15, &generator), at: width) }
      #expect(cut(blocks.joined(separator: "\n\n"), by: .paragraph).count == blocks.count)
    }
  }

  @Test("Lines of chance lengths stay apart")
  func ragged() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let lines = (0..<12).map { _ in
        talk(1, &generator).prefix(Int.random(in: 1...14, using: &generator)).joined(separator: " ")
      }
      #expect(cut(lines.joined(separator: "\n"), by: .paragraph).count == lines.count)
    }
  }
}
