import Model
import TestSupport
import Testing

@testable import Analysis

struct CoderProgressTests {
  @Test("Each segment that a coder touched counts once, as when every pair is looked at")
  func slowly() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      var ground = CountingGround()
      ground.coders = ["anna", "bram", "cas"]
      ground.transcripts = ["a", "b", "c"]
      for transcript: Int32 in 0..<3 {
        var end: Int32 = 0
        for position in 0..<Int32.random(in: 0...6, using: &random) {
          let start = end
          end += Int32.random(in: 1...9, using: &random)
          if Bool.random(using: &random) {
            ground.segments.append(transcript: transcript, start: start, end: end, position: position)
          }
        }
        let spans = (0..<Int.random(in: 0...8, using: &random)).map { _ -> (Int32, Int32) in
          let start = Int32.random(in: 0...50, using: &random)
          return (start, start + Int32.random(in: 1...20, using: &random))
        }
        for (start, end) in spans.sorted(by: <) {
          ground.codings.append(
            transcript: transcript, start: start, end: end, code: 0, coder: Int32.random(in: 0...2, using: &random))
        }
      }
      let progress = CoderProgress(ground)
      for transcript in 0..<3 {
        let units = (0..<ground.segments.count).filter { ground.segments.transcript[$0] == Int32(transcript) }
        #expect(progress.segments[transcript] == units.count)
        for coder in 0..<3 {
          let touched = units.filter { unit in
            (0..<ground.codings.count).contains { row in
              ground.codings.transcript[row] == Int32(transcript) && ground.codings.coder[row] == Int32(coder)
                && ground.codings.start[row] < ground.segments.end[unit]
                && ground.codings.end[row] > ground.segments.start[unit]
            }
          }
          #expect(progress.coded(transcript: transcript, coder: coder) == touched.count)
        }
      }
    }
  }
}
