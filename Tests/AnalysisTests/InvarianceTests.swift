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

  /// The study with only some of its cases, and only the transcripts that `keeps` names.
  private func part(_ ground: CountingGround, keeps: (Int) -> Bool) -> CountingGround {
    let transcripts = ground.transcripts.indices.filter(keeps)
    let numbers = Dictionary(uniqueKeysWithValues: transcripts.enumerated().map { (Int32($1), Int32($0)) })
    let cases = ground.cases.indices.filter { number in
      let own = ground.transcripts.indices.filter { ground.caseOfTranscript[$0] == number }
      // A case without transcripts stays in the first half.
      return own.isEmpty ? keeps(-1) : own.allSatisfy(keeps)
    }
    var part = CountingGround()
    part.coders = ground.coders
    part.cases = cases.map { ground.cases[$0] }
    part.transcripts = transcripts.map { ground.transcripts[$0] }
    part.wordStarts = transcripts.map { ground.wordStarts[$0] }
    part.caseOfTranscript = transcripts.map { Int32(cases.firstIndex(of: Int(ground.caseOfTranscript[$0])) ?? -1) }
    for (from, to) in [(ground.segments, \CountingGround.segments), (ground.turns, \.turns)] {
      for row in 0..<from.count {
        guard let number = numbers[from.transcript[row]] else { continue }
        part[keyPath: to].append(
          transcript: number, start: from.start[row], end: from.end[row], position: from.position[row])
      }
    }
    let rows = ground.codings.rows.compactMap { row in numbers[row[0]].map { [$0] + row[1...] } }
    part.codings = CodingColumns(sorting: rows)
    return part
  }

  @Test("The counts of two halves of a study add up to the counts of the whole")
  func halves() {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed) &+ 31)
      let sample = RandomGround(seed: UInt64(seed))
      let sides = sample.ground.cases.map { _ in Bool.random(using: &generator) }
      let isLeft = { (transcript: Int) in
        let number = transcript < 0 ? -1 : Int(sample.ground.caseOfTranscript[transcript])
        return number < 0 ? transcript.isMultiple(of: 2) || transcript < 0 : sides[number]
      }
      let halves = [part(sample.ground, keeps: isLeft), part(sample.ground) { !isLeft($0) }]
      let codes = Array(0..<sample.tree.count)
      for unit in CountUnit.allCases {
        func counts(_ ground: CountingGround) -> [Int] {
          let tally = FrequencyTally(of: unit, on: ground, tree: sample.tree, codes: codes)
          return tally.counts + [tally.n]
        }
        #expect(counts(sample.ground) == zip(counts(halves[0]), counts(halves[1])).map(+), "\(unit), seed \(seed)")
      }
      for level in [CooccurrenceLevel.exact, .overlap, .within(2), .segment, .turn, .transcript, .case] {
        func pairs(_ ground: CountingGround) -> [Int] {
          let slots = CodeSlots(codes, tree: sample.tree)
          let counts = CooccurrenceCounts(at: level, on: ground, slots: slots, tree: sample.tree)
          let all = codes.flatMap { a in codes.map { counts.pairs[slots.slot(of: a), slots.slot(of: $0)] } }
          return all + counts.occurrences + [counts.total]
        }
        #expect(pairs(sample.ground) == zip(pairs(halves[0]), pairs(halves[1])).map(+), "\(level), seed \(seed)")
      }
    }
  }

  /// Sums of fractions in another order differ in their last digit.
  private func rounded(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
    rows.map { row in
      row.map { if case .number(let number) = $0 { .number((number * 1e9).rounded()) } else { $0 } }
    }
  }
}
