import TestSupport
import Testing

@testable import Exchange

@Suite struct SpellingTableTests {
  @Test("Each spelling has one number, however many there are")
  func numbers() {
    var generator = SeededGenerator(seed: 9)
    var table = SpellingTable()
    var known: [String: Int32] = [:]
    for _ in 0..<20_000 {
      let name = "unit-" + String(Int.random(in: 0..<5_000, using: &generator))
      let bytes = Array(name.utf8)
      let number = table.number(of: bytes.span)
      #expect(number == known[name, default: Int32(known.count)])
      known[name] = number
    }
    #expect(table.count == known.count)
    #expect(known.allSatisfy { table.name(Int($0.value)) == $0.key })
  }

  @Test("The empty name and long names are names")
  func lengths() {
    var table = SpellingTable()
    let names = ["", "a", "12345678", "123456789", String(repeating: "long ", count: 50)]
    let numbers = names.map { name in
      let bytes = Array(name.utf8)
      return table.number(of: bytes.span)
    }
    #expect(numbers == [0, 1, 2, 3, 4])
  }
}
