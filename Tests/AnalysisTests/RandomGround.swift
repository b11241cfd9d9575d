import Model
import TestSupport

/// Small grounds with everything that can go wrong in them: gaps that a filter left, empty cases, doubles, nested codes.
struct RandomGround {
  let ground: CountingGround
  let tree: CodeTree

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    tree = CodeTree(
      parents: (0..<Int.random(in: 1...7, using: &generator)).map { Int.random(in: -1..<$0, using: &generator) })
    var ground = CountingGround()
    ground.cases = (0..<Int.random(in: 0...3, using: &generator)).map { "case \($0)" }
    for transcript in 0..<Int32.random(in: 0...4, using: &generator) {
      ground.transcripts.append("interview \(transcript)")
      ground.caseOfTranscript.append(Int32.random(in: -1..<Int32(ground.cases.count), using: &generator))
      let words = Self.addGrid(to: &ground, transcript, &generator)
      ground.wordStarts.append(words)
    }
    let length = Int.random(in: 1...25, using: &generator)
    ground.codings = Self.codings(on: ground, codes: tree.count, longest: length, &generator)
    self.ground = ground
  }

  private static func addGrid(
    to ground: inout CountingGround, _ transcript: Int32, _ generator: inout SeededGenerator
  ) -> [Int32] {
    var at: Int32 = 0
    var turnStart: Int32 = 0
    var turn: Int32 = 0
    var words: [Int32] = []
    let kept = Int.random(in: 1...4, using: &generator)
    for position in 0..<Int32.random(in: 0...9, using: &generator) {
      let end = at + Int32.random(in: 1...8, using: &generator)
      if Int.random(in: 0...kept, using: &generator) > 0 {
        ground.segments.append(transcript: transcript, start: at, end: end, position: position)
        words += (at..<end).filter { _ in Bool.random(using: &generator) }
      }
      at = end
      guard Bool.random(using: &generator) else { continue }
      if Int.random(in: 0...kept, using: &generator) > 0 {
        ground.turns.append(transcript: transcript, start: turnStart, end: end, position: turn)
      }
      turnStart = end
      turn += 1
    }
    return words
  }

  private static func codings(
    on ground: CountingGround, codes: Int, longest: Int, _ generator: inout SeededGenerator
  ) -> CodingColumns {
    var rows: [[Int32]] = []
    guard ground.segments.count > 0 else { return CodingColumns() }
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      if let last = rows.last, Int.random(in: 0...3, using: &generator) == 0 {
        rows.append(Array(last[..<3]) + [Int32.random(in: 0..<Int32(codes), using: &generator), 1])
        continue
      }
      let segment = Int.random(in: 0..<ground.segments.count, using: &generator)
      let inside = Int32.random(in: ground.segments.start[segment]..<ground.segments.end[segment], using: &generator)
      let start = max(0, inside - Int32.random(in: 0..<Int32(longest), using: &generator))
      let end = inside + Int32.random(in: 1...Int32(longest), using: &generator)
      let code = Int32.random(in: 0..<Int32(codes), using: &generator)
      rows.append([ground.segments.transcript[segment], start, end, code, Int32.random(in: 0...1, using: &generator)])
    }
    return CodingColumns(sorting: rows)
  }
}
