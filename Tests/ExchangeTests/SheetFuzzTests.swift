import Foundation
import Model
import TestSupport
import Testing

@testable import Exchange

/// Files that people write by hand: codebooks and sheets of cases, transcripts and codings.
struct SheetFuzzTests {
  /// A reader, files of its kind to change, and words that mean something there.
  struct Target: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let seeds: [String]
    let words: [String]
    let read: @Sendable (String) -> (isRead: Bool, problems: [Problem])
  }

  private static let marks = [
    ",", ";", "\t", "\"", "\"\"", "\r\n", "|", "-", "=1+1", "999999999999999999999", "\u{0}", "sep=;\n",
  ]

  static let targets = [
    Target(
      testDescription: "codebook",
      seeds: [
        "title: T\nlanguage: nl\ncodes:\n  - key: A\n    name: Een\n    definition: wat\n    phrases: [a b, \"c*\"]\n"
          + "    children:\n      - key: A1\n        name: Twee\n        color: \"#4477AA\"\n",
        "codes: []\n",
      ],
      words: [
        "- key: B\n", "children:\n", "      ", "&a ", "*a", "<<: *a\n", "!!binary ", "? ", "{", "}", "[", "]", "|\n",
        ">\n", "---\n", "'",
      ]
    ) { text in
      let found = CodebookFile.read(text, file: "x")
      return (found.codebook != nil, found.problems)
    },
    Target(
      testDescription: "codebook sheet",
      seeds: ["key,parent,name,definition,use,not,example,phrases,color\nA,,Een,wat,,,,a|b,\nB,A,Twee,,,,,,\n"],
      words: marks + ["A,A,", "key", "parent"]
    ) { text in
      let found = CodebookSheet.read(text, file: "x")
      return (found.codebook != nil, found.problems)
    },
    Target(
      testDescription: "cases", seeds: ["case,sector,leerlingen\nNoord,po,\"1.200\"\nZuid,vo|so,-\n"],
      words: marks + ["case,"]
    ) { text in
      let found = CaseSheet.read(text, file: "x")
      return (!found.rows.isEmpty, found.problems)
    },
    Target(
      testDescription: "cases of transcripts", seeds: ["transcript,case\ns01,Noord\ns02,Zuid\n"], words: marks
    ) { text in
      let found = CaseAssignmentSheet.read(text, file: "x")
      return (!found.rows.isEmpty, found.problems)
    },
    Target(
      testDescription: "transcripts", seeds: ["transcript,wave,speaker,role\ns01,1,Anna,ouder\n"], words: marks
    ) { text in
      let found = TranscriptSheet.read(text, file: "x")
      return (!found.rows.isEmpty, found.problems)
    },
    Target(
      testDescription: "codings",
      seeds: [
        "transcript,start,end,code,coder\ns01,0,12,A,Kim\n",
        "transcript,segment,code,coder\ns01,3,A,Kim\ns01,4-9,B,Lies\n",
      ],
      words: marks + ["s01,-1,5,A,Kim\n", "s01,5,5,A,Kim\n", "1-", "9223372036854775807"]
    ) { text in
      let found = CodingSheet.read(text, file: "x")
      return (found.sheet != nil, found.problems)
    },
  ]

  /// What is wrong with the answer to a text: nothing, whatever it is.
  private static func flaws(_ target: Target, _ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    let start = ContinuousClock.now
    let (_, problems) = target.read(text)
    var flaws: [String] = []
    if ContinuousClock.now - start > .seconds(20) { flaws.append("it takes long") }
    for problem in problems where problem.what.isEmpty || problem.line.map({ $0 < 1 }) == true {
      flaws.append("a problem without words, or before the first line")
    }
    return flaws
  }

  private static func bytes(_ target: Target, _ mutation: inout Mutation) -> [UInt8] {
    let seeds = target.seeds.map { Array($0.utf8) }
    return mutation.changed(seeds[mutation.below(seeds.count)], other: seeds[mutation.below(seeds.count)])
  }

  @Test("Whatever is done to a sheet or a codebook, it is read or its mistakes are told", arguments: targets)
  func few(target: Target) {
    var mutation = Mutation(seed: 1, words: target.words)
    for seed in target.seeds { #expect(target.read(seed).isRead || seed == "codes: []\n") }
    for number in 0..<300 {
      let bytes = Self.bytes(target, &mutation)
      #expect(Self.flaws(target, bytes) == [], "file \(number) of seed 1")
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["DRAAD_FUZZ_SECONDS"].flatMap(Double.init) ?? 0

  /// `make fuzz`: each file is written to /tmp/draad-fuzz before it is read, so that one that crashes is there.
  @Test("Changed sheets without end", .enabled(if: seconds > 0, "'make fuzz' runs it"), arguments: targets)
  func endless(target: Target) throws {
    let folder = Self.environment["DRAAD_FUZZ_FOLDER"] ?? "/tmp/draad-fuzz"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let last = URL(fileURLWithPath: "\(folder)/\(target.testDescription)-last".replacing(" ", with: "-"))
    var mutation = Mutation(
      seed: Self.environment["DRAAD_FUZZ_SEED"].flatMap(UInt64.init) ?? 1, words: target.words)
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var count = 0
    while ContinuousClock.now < end {
      let bytes = Self.bytes(target, &mutation)
      try Data(bytes).write(to: last)
      #expect(Self.flaws(target, bytes) == [], "file \(count)")
      count += 1
    }
    print("\(target.testDescription): \(count) files")
  }
}
