import GRDB
import Model
import TestSupport
import Testing

@testable import Store

@Suite struct CodingListsTests {
  @Test("Codings on one span are put in the order of codebook and names, as a plain version does", arguments: 1...5)
  func codings(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let study = try StudyFixture()
    let keys = ["D", "B", "A", "C"]
    try study.perform { try $0.set(Codebook(codes: keys.sorted().map { Code(key: $0, name: $0) })) }
    let order = keys.shuffled(using: &random)
    try study.perform { try $0.set(Codebook(codes: order.map { Code(key: $0, name: $0) })) }
    let visits = (0..<3).map { Transcript.lines("v\($0)", ["Ann: one two three", "four", "Bob: five"]) }
    try study.importTranscripts(visits.shuffled(using: &random))
    for _ in 0..<60 {
      let start = Int.random(in: 0..<20, using: &random)
      let end = Int.random(in: start + 1...min(start + 2, 21), using: &random)
      let coder = ["Zed", "Mila", "anna", "Noor"].randomElement(using: &random) ?? ""
      let transcript = "v\(Int.random(in: 0..<3, using: &random))"
      try study.tag(transcript, [TextSpan(start, end)], keys.randomElement(using: &random) ?? "A", by: coder)
    }
    #expect(try study.store.content().digest == PlainContent.digest(of: study.store))
  }
}
