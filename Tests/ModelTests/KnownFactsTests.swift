import Model
import TestSupport
import Testing

struct KnownFactsTests {
  @Test("Facts are kept once, in order, and found")
  func contains() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let marks = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt64.random(in: 0...60, using: &random) }
      let facts = KnownFacts(marks)
      #expect(facts.marks == Set(marks).sorted())
      for mark in UInt64(0)...61 { #expect(facts.contains(mark) == marks.contains(mark)) }
      #expect(KnownFacts(bytes: facts.bytes) == facts)
    }
  }

  @Test("What two know together is what either knows")
  func union() {
    #expect(KnownFacts([1, 3]).union(KnownFacts([3, 2])) == KnownFacts([1, 2, 3]))
    #expect(KnownFacts().union(KnownFacts([7])) == KnownFacts([7]))
    #expect(KnownFacts([7]).union(KnownFacts()) == KnownFacts([7]))
  }

  @Test("Facts are joined and taken off each other as sets are")
  func sets() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let sets = (0..<2).map { _ in
        Set((0..<Int.random(in: 0...20, using: &random)).map { _ in UInt64.random(in: 0...30, using: &random) })
      }
      let (one, other) = (sets[0], sets[1])
      let (facts, others) = (KnownFacts(Array(one)), KnownFacts(Array(other)))
      #expect(facts.union(others).marks == one.union(other).sorted())
      #expect(facts.subtracting(others).marks == one.subtracting(other).sorted())
    }
  }

  @Test("Bytes that are left over are no fact")
  func leftOver() { #expect(KnownFacts(bytes: [1, 0, 0, 0, 0, 0, 0, 0, 9, 9]) == KnownFacts([1])) }
}
