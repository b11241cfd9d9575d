import Model
import Retrieval
import TestSupport
import Testing

@Suite("Passages of a codes expression")
struct CodePassagesTests {
  private func answer(_ typed: String, _ marked: MarkedText, segments: [TextSpan]) throws -> [TextSpan] {
    let expression = try #require(try Query.parse(typed).codes)
    let spans = marked.spans
    return CodePassages(all: spans, passing: segments, segments: segments) { name, _ in
      name.text == "A" ? [spans[0]] : Array(spans.dropFirst())
    }.passages(expression)
  }

  @Test("'and' takes the whole passages of both sides, 'and not' those of the left that meet none of the right")
  func booleans() throws {
    let text = MarkedText("⟦Het team ⟦wil wel⟧⟧ maar ⟦de tijd⟧ ontbreekt")
    let segments = [TextSpan(0, text.text.utf8.count)]
    #expect(try answer("A and B", text, segments: segments) == [TextSpan(0, 16), TextSpan(9, 16)])
    #expect(try answer("B and not A", text, segments: segments) == [text.spans[2]])
    #expect(try answer("A or B", text, segments: segments) == text.spans)
    #expect(try answer("uncoded", text, segments: segments) == [])
  }

  @Test("With the shared part asked for, 'and' takes what both sides cover")
  func shared() throws {
    let text = MarkedText("⟦Het team ⟦wil wel⟧ niet⟧")
    let algebra = CodePassages(all: text.spans, passing: [], segments: [], takesShared: true) { name, _ in
      name.text == "A" ? [text.spans[0]] : [text.spans[1]]
    }
    #expect(algebra.passages(.and(.code(CodeName("A")), .code(CodeName("B")))) == [TextSpan(9, 16)])
  }

  @Test(
    "Every expression gives what trying all pairs gives, on a thousand small transcripts", arguments: [false, true])
  func againstAllPairs(shared: Bool) throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<1000 {
      var study = SmallTranscript(using: &generator)
      study.takesShared = shared
      let expression = study.expression(depth: 3, using: &generator)
      let algebra = CodePassages(
        all: study.codings.map(\.span), passing: study.passing, segments: study.segments, takesShared: shared
      ) { name, alone in study.spans(name.text, alone: alone) }
      #expect(algebra.passages(expression) == study.slowly(expression), "\(expression)")
    }
  }
}

/// A transcript of some sixty bytes in segments, with codings of the codes A, B and C; C is a child of B.
private struct SmallTranscript {
  var segments: [TextSpan] = []
  var passing: [TextSpan] = []
  var codings: [(code: String, span: TextSpan)] = []
  var takesShared = false

  init(using generator: inout SeededGenerator) {
    var start = 0
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let end = start + Int.random(in: 1...9, using: &generator)
      segments.append(TextSpan(start, end))
      start = end
    }
    passing = segments.filter { _ in Int.random(in: 0...3, using: &generator) > 0 }
    for _ in 0..<Int.random(in: 0...9, using: &generator) {
      let first = Int.random(in: 0..<start, using: &generator)
      let span = TextSpan(first, Int.random(in: first + 1...start, using: &generator))
      codings.append((["A", "B", "C"].randomElement(using: &generator) ?? "A", span))
    }
  }

  func spans(_ code: String, alone: Bool) -> [TextSpan] {
    codings.filter { $0.code == code || !alone && code == "B" && $0.code == "C" }.map(\.span)
  }

  func expression(depth: Int, using generator: inout SeededGenerator) -> CodeExpression {
    let name = CodeName(["A", "B", "C"].randomElement(using: &generator) ?? "A")
    guard depth > 0 else { return .code(name) }
    let kind = Int.random(in: 0...7, using: &generator)
    switch kind {
    case 0: return .code(name)
    case 1: return .exactCode(name)
    case 2: return .any
    case 3: return .uncoded
    default: break
    }
    let left = expression(depth: depth - 1, using: &generator)
    let right = expression(depth: depth - 1, using: &generator)
    let distance = Int.random(in: 1...3, using: &generator)
    let positions: [CodeExpression.Position] = [
      .overlapping, .within, .around, .before(distance), .after(distance), .near(distance),
    ]
    switch kind {
    case 4: return .and(left, right)
    case 5: return .or(left, right)
    case 6: return .andNot(left, right)
    default: return .positional(left, positions.randomElement(using: &generator) ?? .overlapping, right)
    }
  }

  func slowly(_ expression: CodeExpression) -> [TextSpan] { Set(set(expression)).sorted() }

  private func set(_ expression: CodeExpression) -> [TextSpan] {
    switch expression {
    case .code(let name): return spans(name.text, alone: false)
    case .exactCode(let name): return spans(name.text, alone: true)
    case .any: return codings.map(\.span)
    case .uncoded: return passing.filter { segment in !codings.contains { meet($0.span, segment) } }
    case .or(let left, let right): return set(left) + set(right)
    case .and(let left, let right):
      let (one, other) = (set(left), set(right))
      if takesShared { return stretches { byte in covers(one, byte) && covers(other, byte) } }
      return one.filter { x in other.contains { meet(x, $0) } } + other.filter { x in one.contains { meet(x, $0) } }
    case .andNot(let left, let right):
      let other = set(right)
      return set(left).filter { x in !other.contains { meet(x, $0) } }
    case .positional(let left, let position, let right):
      let other = set(right)
      return set(left).filter { x in other.contains { stands(x, position, $0) } }
    }
  }

  private func covers(_ spans: [TextSpan], _ byte: Int) -> Bool { spans.contains { $0.start <= byte && byte < $0.end } }

  private func stretches(where holds: (Int) -> Bool) -> [TextSpan] {
    var found: [TextSpan] = []
    for byte in 0..<(segments.last?.end ?? 0) where holds(byte) {
      if found.last?.end == byte { found[found.count - 1].end += 1 } else { found.append(TextSpan(byte, byte + 1)) }
    }
    return found
  }

  private func meet(_ a: TextSpan, _ b: TextSpan) -> Bool { (a.start..<a.end).contains { $0 >= b.start && $0 < b.end } }

  private func stands(_ x: TextSpan, _ position: CodeExpression.Position, _ y: TextSpan) -> Bool {
    switch position {
    case .overlapping: meet(x, y)
    case .within: y.start <= x.start && x.end <= y.end
    case .around: x.start <= y.start && y.end <= x.end
    case .before(let distance): x.end <= y.start && segment(y.start) - segment(x.end - 1) <= distance
    case .after(let distance): y.end <= x.start && segment(x.start) - segment(y.end - 1) <= distance
    case .near(let distance):
      meet(x, y) || stands(x, .before(distance), y) || stands(x, .after(distance), y)
    }
  }

  private func segment(_ byte: Int) -> Int { segments.firstIndex { $0.start <= byte && byte < $0.end } ?? -1 }
}
