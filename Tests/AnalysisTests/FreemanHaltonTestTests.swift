import Testing

@testable import Analysis

@Suite("Fisher's test for several columns")
struct FreemanHaltonTestTests {
  @Test(
    "It adds the probabilities of all tables that are no more likely",
    arguments: [
      ([4, 0, 2], [4, 1, 3], 0.21428571428571427), ([3, 1, 0, 5], [4, 4, 4, 8], 0.1691355084543939),
      ([0, 1, 2, 7], [3, 1, 2, 8], 0.030969030969030968), ([4, 0, 0, 2], [4, 0, 1, 3], 0.21428571428571427),
    ] as [([Int], [Int], Double)])
  func tables(having: [Int], sizes: [Int], expected: Double) throws {
    let result = try #require(try FreemanHaltonTest.result(of: ColumnTest(having: having, sizes: sizes)))
    #expect(abs(result.probability - expected) < 1e-12)
    #expect(!result.isSampled)
  }

  @Test("With two columns it is Fisher's own test")
  func twoColumns() throws {
    for (a, b) in [(0, 0), (3, 1), (12, 2), (5, 9), (12, 15)] where a + b > 0 {
      let test = ColumnTest(having: [a, b], sizes: [12, 15])
      let table = TwoByTwoTable(both: a, aOnly: 12 - a, bOnly: b, neither: 15 - b)
      guard let result = try FreemanHaltonTest.result(of: test) else { continue }
      #expect(abs(result.probability - (try #require(FisherExactTest.probability(of: table)))) < 1e-12)
    }
  }

  @Test("Where tables are too many, units are shuffled: near the exact answer, and the same each time")
  func shuffled() throws {
    let sizes = Array(repeating: 3, count: 14)
    let having = [3, 3, 2, 1, 0, 0, 1, 2, 1, 0, 3, 1, 2, 0]
    let test = ColumnTest(having: having, sizes: sizes)
    let result = try #require(try FreemanHaltonTest.result(of: test))
    #expect(result.isSampled)
    #expect(try result == FreemanHaltonTest.result(of: test))
    // Chi-square has 13 degrees of freedom here; the two agree roughly.
    #expect(abs(result.probability - (try #require(test.probability))) < 0.1)
    let even = ColumnTest(having: Array(repeating: 1, count: 14), sizes: sizes)
    #expect(try #require(try FreemanHaltonTest.result(of: even)).probability == 1)
  }

  @Test("Columns of many thousands are answered")
  func large() throws {
    let test = ColumnTest(having: [1500, 400, 120], sizes: [1888, 528, 173])
    let result = try #require(try FreemanHaltonTest.result(of: test))
    #expect((0...1).contains(result.probability))
  }

  @Test("Who stops the shuffling gets no probability")
  func stopped() {
    var asked = 0
    let test = ColumnTest(having: [40, 50, 60, 70, 80], sizes: [100, 110, 120, 130, 140])
    #expect(throws: CancellationError.self) {
      _ = try FreemanHaltonTest.result(of: test) {
        asked += 1
        if asked == 100 { throw CancellationError() }
      }
    }
    #expect(asked == 100)
  }
}
