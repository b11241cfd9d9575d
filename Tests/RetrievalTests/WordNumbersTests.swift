import TestSupport
import Testing

@testable import Retrieval

struct WordNumbersTests {
  @Test("Each word has one number, in the order in which words come, as a dictionary gives them")
  func numbers() {
    var random = SeededGenerator(seed: 3)
    var numbers = WordNumbers()
    var slow: [[UInt8]: Int] = [:]
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...19, using: &random)).map { _ in
        UInt8.random(in: 0x61...0x62, using: &random)
      }
      #expect(numbers.known(word) == slow[word])
      let number = slow[word] ?? slow.count
      slow[word] = number
      #expect(numbers.number(of: word) == number)
    }
    #expect(numbers.count == slow.count)
    for (word, number) in slow { #expect(Array(numbers[number]) == word) }
  }

  @Test("The text of a number is its word")
  func text() {
    var numbers = WordNumbers()
    for word in ["toets", "één", ""] { _ = numbers.number(of: Array(word.utf8)) }
    #expect((0..<3).map { numbers.text(of: $0) } == ["toets", "één", ""])
  }
}
