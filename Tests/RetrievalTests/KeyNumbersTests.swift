import TestSupport
import Testing

@testable import Retrieval

struct KeyNumbersTests {
  @Test("Each key has one number, in the order in which keys come, as a dictionary gives them")
  func numbers() {
    var random = SeededGenerator(seed: 4)
    var numbers = KeyNumbers()
    var slow: [UInt64: Int] = [:]
    for _ in 0..<30_000 {
      let key = KeyNumbers.key(Int.random(in: 0...99, using: &random), Int.random(in: 0...99, using: &random))
      let number = slow[key] ?? slow.count
      slow[key] = number
      #expect(numbers.number(of: key) == number)
    }
    #expect(numbers.count == slow.count)
    for (key, number) in slow { #expect(numbers.keys[number] == key) }
  }

  @Test("A key has its two parts in it")
  func key() {
    #expect(KeyNumbers.key(1, 2) == 0x1_0000_0002)
  }
}
