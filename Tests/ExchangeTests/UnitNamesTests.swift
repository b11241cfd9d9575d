import TestSupport
import Testing

@testable import Exchange

struct UnitNamesTests {
  @Test("Names have the numbers of their first coming, whole numbers or not, as when all are kept as texts")
  func slowly() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      var names = UnitNames(bytes: Int.random(in: 0...4000, using: &random))
      var plain: [String] = []
      for _ in 0..<Int.random(in: 1...80, using: &random) {
        let number = Int.random(in: 0...2500, using: &random)
        let name =
          ["\(number)", "0\(number)", "u\(number)", "\(number) ", "-\(number)", "\(number)\(number)999"]
          .randomElement(using: &random) ?? ""
        let known = plain.firstIndex(of: name) ?? plain.count
        if known == plain.count { plain.append(name) }
        let bytes = Array(name.utf8)
        #expect(names.number(of: bytes.span) == Int32(known))
      }
      #expect(names.count == plain.count)
      #expect(plain.indices.map { names.name($0) } == plain)
    }
  }

  @Test("The largest numbers, and those with many digits, are names like others")
  func large() {
    var names = UnitNames(bytes: 0)
    let all = ["999999999", "1024", "1023", "0", "00", "99999999999999999999999", "2147483648", "1023"]
    let numbers = all.map { name in
      let bytes = Array(name.utf8)
      return names.number(of: bytes.span)
    }
    #expect(numbers == [0, 1, 2, 3, 4, 5, 6, 2])
    #expect((0..<names.count).map { names.name($0) } == Array(all.dropLast()))
  }
}
