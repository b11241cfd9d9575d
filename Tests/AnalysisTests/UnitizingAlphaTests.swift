import Model
import TestSupport
import Testing

@testable import Analysis

/// The alpha family worked out character by character.
private struct SlowUnitizing {
  let spans: CodedSpans
  private var m: Int { spans.coders.count }
  private var length: Int { spans.lengths.reduce(0, +) }

  /// For each coder and character the code, -1 for none; one document only.
  private func values(_ codes: Set<Int32>) -> [[Int]] {
    var values = [[Int]](repeating: [Int](repeating: -1, count: length), count: m)
    for row in 0..<spans.count where codes.contains(spans.code[row]) {
      for place in spans.start[row]..<spans.end[row] {
        values[Int(spans.coder[row])][Int(place)] = Int(spans.code[row])
      }
    }
    return values
  }

  /// u over these codes, as one value each or joined into one.
  func u(_ codes: Set<Int32>, joined: Bool = false) -> Double {
    let values = values(codes).map { $0.map { joined && $0 >= 0 ? 0 : $0 } }
    let keys = [-1] + (joined ? [0] : codes.map(Int.init))
    var alike = 0.0
    var totals: [Int: Double] = [:]
    for place in 0..<length {
      for a in 0..<m {
        totals[values[a][place], default: 0] += 1
        for b in 0..<m where a != b && values[a][place] == values[b][place] { alike += 1 / Double(m - 1) }
      }
    }
    var squares: [Int: Double] = [-1: totals[-1] ?? 0]
    for row in 0..<spans.count where codes.contains(spans.code[row]) {
      let size = Double(spans.end[row] - spans.start[row])
      squares[joined ? 0 : Int(spans.code[row]), default: 0] += size * size
    }
    let all = Double(m * length)
    let room = all * all - squares.values.reduce(0, +)
    let expected = keys.reduce(0.0) { sum, key in
      sum + all * ((totals[key] ?? 0) * (totals[key] ?? 0) - (squares[key] ?? 0)) / room
    }
    return 1 - (all - alike) / (all - expected)
  }

  /// cu and its coverage.
  func cu() -> (value: Double, coverage: Double) {
    let q = spans.codes.count
    let values = values(Set((0..<q).map(Int32.init)))
    var l = [[Double]](repeating: [Double](repeating: 0, count: q), count: q)
    for place in 0..<length {
      for a in 0..<m {
        for b in 0..<m where a != b && values[a][place] >= 0 && values[b][place] >= 0 {
          l[values[a][place]][values[b][place]] += 1 / Double(m - 1)
        }
      }
    }
    let rows = l.map { $0.reduce(0, +) }
    let all = rows.reduce(0, +)
    var squares = [Double](repeating: 0, count: q)
    for row in 0..<spans.count {
      for other in 0..<m where other != Int(spans.coder[row]) {
        let met = (spans.start[row]..<spans.end[row]).count { values[other][Int($0)] >= 0 }
        squares[Int(spans.code[row])] += Double(met * met) / Double(m - 1)
      }
    }
    let room = all - squares.reduce(0, +) / all
    let expected = zip(rows, squares).reduce(0) { $0 + ($1.0 * $1.0 - $1.1) / room }
    let alike = l.indices.reduce(0) { $0 + l[$1][$1] }
    return (1 - (all - alike) / (all - expected), all / Double(m * length))
  }
}

@Suite("Agreement: spans")
struct UnitizingAlphaTests {
  private static func random(seed: UInt64) -> CodedSpans {
    var generator = SeededGenerator(seed: seed)
    let coders = Int.random(in: 2...4, using: &generator)
    var spans = CodedSpans(
      documents: ["d"], lengths: [120], coders: (0..<coders).map { "coder\($0)" }, codes: ["a", "b", "c"])
    for coder in 0..<coders {
      var place: Int32 = 0
      while true {
        let start = place + Int32.random(in: 0...15, using: &generator)
        let end = start + Int32.random(in: 1...20, using: &generator)
        guard end <= 120 else { break }
        let code = Int32.random(in: 0..<3, using: &generator)
        spans.append(document: 0, coder: Int32(coder), code: code, start: start, end: end)
        place = end
      }
    }
    return spans
  }

  @Test("The family is what it is character by character", arguments: 1...20)
  func property(seed: UInt64) throws {
    let spans = Self.random(seed: seed)
    let slow = SlowUnitizing(spans: spans)
    let alpha = try UnitizingAlpha(UnitizedLine(spans)) {}
    let all: Set<Int32> = [0, 1, 2]
    #expect(abs(try #require(alpha.all.value) - slow.u(all)) < 1e-10)
    #expect(abs(try #require(alpha.bar.value) - slow.u(all, joined: true)) < 1e-10)
    for code in 0..<3 {
      #expect(abs(try #require(alpha.binary(code).value) - slow.u([Int32(code)])) < 1e-10)
    }
    let coded = slow.cu()
    #expect(abs(try #require(alpha.coded.value) - coded.value) < 1e-10)
    #expect(abs(try #require(alpha.codedCoverage.value) - coded.coverage) < 1e-12)
  }

  @Test("Spans of one code that overlap are one, those that touch are two")
  func merging() {
    var spans = CodedSpans(documents: ["d", "e"], lengths: [20, 20], coders: ["A"], codes: ["x"])
    for (document, start, end) in [(0, 8, 12), (0, 2, 6), (0, 5, 8), (1, 0, 3)] as [(Int32, Int32, Int32)] {
      spans.append(document: document, coder: 0, code: 0, start: start, end: end)
    }
    let units = UnitizedLine(spans).units.map { [$0.start, $0.end] }
    #expect(units == [[2, 8], [8, 12], [20, 23]])
  }

  @Test("A parent has the spans of its children")
  func families() {
    var spans = CodedSpans(documents: ["d"], lengths: [20], coders: ["A"], codes: ["p", "c"])
    spans.append(document: 0, coder: 0, code: 0, start: 0, end: 5)
    spans.append(document: 0, coder: 0, code: 1, start: 3, end: 9)
    let line = UnitizedLine(spans, families: [[0, 1], [1]])
    #expect(line.units(of: 0).map { [$0.start, $0.end] } == [[0, 9]])
    #expect(line.units(of: 1).map { [$0.start, $0.end] } == [[3, 9]])
    #expect(UnitizedLine(spans).overlap?.count == 1)
  }

  @Test("Nothing marked, one coder, no characters: each has its sentence")
  func reasons() throws {
    func reason(_ spans: CodedSpans) throws -> String? { try SpanAgreement(spans).figures().first?.reason }
    let two = CodedSpans(documents: ["d"], lengths: [9], coders: ["A", "B"], codes: ["x"])
    #expect(try reason(two) == "Nobody marked anything, so there is nothing to agree on.")
    var one = CodedSpans(documents: ["d"], lengths: [9], coders: ["A"], codes: ["x"])
    one.append(document: 0, coder: 0, code: 0, start: 0, end: 5)
    #expect(try reason(one) == "There is one coder; agreement takes two.")
    #expect(
      try reason(CodedSpans(documents: [], lengths: [], coders: ["A", "B"], codes: [])) == "There are no characters.")
  }
}
