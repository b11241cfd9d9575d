import Model
import TestSupport
import Testing

@testable import Analysis

/// In which order things were imported, coded or named changes no number.
@Suite("Order changes no number")
struct InvarianceTests {
  /// The same study with its cases, transcripts and coders in another order.
  private func shuffled(_ ground: CountingGround, _ generator: inout SeededGenerator) -> CountingGround {
    let cases = ground.cases.indices.shuffled(using: &generator)
    let transcripts = ground.transcripts.indices.shuffled(using: &generator)
    var other = CountingGround()
    other.cases = cases.map { ground.cases[$0] }
    other.coders = ground.coders.reversed()
    other.transcripts = transcripts.map { ground.transcripts[$0] }
    other.wordStarts = transcripts.map { ground.wordStarts[$0] }
    other.caseOfTranscript = transcripts.map { number in
      Int32(cases.firstIndex(of: Int(ground.caseOfTranscript[number])) ?? -1)
    }
    for (number, old) in transcripts.enumerated() {
      for (from, to) in [(ground.segments, \CountingGround.segments), (ground.turns, \.turns)] {
        for row in 0..<from.count where from.transcript[row] == old {
          other[keyPath: to].append(
            transcript: Int32(number), start: from.start[row], end: from.end[row], position: from.position[row])
        }
      }
    }
    let rows = ground.codings.rows.shuffled(using: &generator).map { row in
      [Int32(transcripts.firstIndex(of: Int(row[0])) ?? 0)] + row[1...3] + [1 - row[4]]
    }
    other.codings = CodingColumns(sorting: rows)
    return other
  }

  @Test("Cases, transcripts and coders in another order give the same tables")
  func sources() {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 99)
      let sample = RandomGround(seed: UInt64(seed))
      let other = shuffled(sample.ground, &generator)
      let codes = Array(0..<sample.tree.count)
      for unit in CountUnit.allCases {
        func tally(_ ground: CountingGround) -> FrequencyTally {
          FrequencyTally(of: unit, on: ground, tree: sample.tree, codes: codes)
        }
        #expect(tally(sample.ground) == tally(other), "seed \(seed)")
      }
      func crosstab(_ ground: CountingGround) -> [[Table.Cell]] {
        let column = AttributeColumn(
          name: "a", level: .cases, values: ["x", "y"],
          answers: ground.cases.map { $0.hasSuffix("1") ? [1] : $0.hasSuffix("2") ? [] : [0] })
        return Crosstab(tree: sample.tree, codes: codes, attribute: "a").long(
          whole: ground, parts: GroundPartition(ground, by: column)
        ).rows
      }
      #expect(rounded(crosstab(sample.ground)) == rounded(crosstab(other)), "seed \(seed)")
    }
  }

  @Test("Codes in another order give the same rows and pairs, and a matrix of pairs is symmetric")
  func codes() {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 7)
      let sample = RandomGround(seed: UInt64(seed))
      let codes = Array(0..<sample.tree.count)
      let other = codes.shuffled(using: &generator)
      for level in [CooccurrenceLevel.segment, .case, .overlap, .within(1), .exact] {
        func matrix(_ codes: [Int]) -> [[Int]] {
          let slots = CodeSlots(codes, tree: sample.tree)
          let counts = CooccurrenceCounts(at: level, on: sample.ground, slots: slots, tree: sample.tree)
          return (0..<sample.tree.count).map { a in
            (0..<sample.tree.count).map { counts.pairs[slots.slot(of: a), slots.slot(of: $0)] }
          }
        }
        let numbers = matrix(codes)
        #expect(numbers == matrix(other), "seed \(seed)")
        #expect(codes.allSatisfy { a in codes.allSatisfy { numbers[a][$0] == numbers[$0][a] } }, "seed \(seed)")
      }
      let rows = CodeFrequency(tree: sample.tree, codes: codes).table(counting: .cases, on: sample.ground).rows
      let others = CodeFrequency(tree: sample.tree, codes: other).table(counting: .cases, on: sample.ground).rows
      #expect(other.map { rows[$0] } == others, "seed \(seed)")
    }
  }

  /// Sums of fractions in another order differ in their last digit.
  private func rounded(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
    rows.map { row in
      row.map { if case .number(let number) = $0 { .number((number * 1e9).rounded()) } else { $0 } }
    }
  }
}
