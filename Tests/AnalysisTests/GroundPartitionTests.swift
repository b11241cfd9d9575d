import Model
import Testing

@testable import Analysis

@Suite("A ground split by an attribute")
struct GroundPartitionTests {
  private let sector = AttributeColumn(
    name: "sector", level: .cases, values: ["po", "vo"], answers: [[0], [1, 0], []])

  @Test("Cases and what lies in them go with their values; what has none, or no case, is missing")
  func ofCases() {
    let parts = GroundPartition(SmallStudy.ground, by: sector).parts
    #expect(parts.map(\.value) == ["po", "vo", "missing"])
    #expect(parts.map(\.isMissing) == [false, false, true])
    #expect(parts.map(\.ground.cases) == [["Elm", "Oak"], ["Oak"], ["Ash"]])
    #expect(parts.map(\.ground.transcripts) == [["elm-1", "elm-2", "oak-1"], ["oak-1"], ["stray"]])
    #expect(parts.map(\.ground.caseOfTranscript) == [[0, 0, 1], [0], [-1]])
    var oak = SmallStudy.sketch
    oak.cases = ["Oak"]
    oak.interviews = [oak.interviews[2]]
    oak.codings = oak.codings.filter { $0.0 == "oak-1" }
    #expect(parts[1].ground == oak.ground)
  }

  @Test("Of an attribute of transcripts, a case is in the parts where its transcripts are")
  func ofTranscripts() {
    let wave = AttributeColumn(
      name: "wave", level: .transcripts, values: ["1", "2"], answers: [[0], [1], [1], []])
    let parts = GroundPartition(SmallStudy.ground, by: wave).parts
    #expect(parts.map(\.ground.cases) == [["Elm"], ["Elm", "Oak"], []])
    #expect(parts.map(\.ground.transcripts) == [["elm-1"], ["elm-2", "oak-1"], ["stray"]])
  }

  @Test("Two attributes give a part for each combination that occurs")
  func crossed() {
    let size = AttributeColumn(name: "size", level: .cases, values: ["small"], answers: [[0], [], [0]])
    let parts = GroundPartition(SmallStudy.ground, by: sector, and: size).parts
    #expect(parts.map(\.value) == ["po / small", "po / missing", "vo / missing", "missing / small", "missing"])
    #expect(parts.map(\.isMissing) == [false, true, true, true, true])
    #expect(parts.map(\.ground.cases) == [["Elm"], ["Oak"], ["Oak"], ["Ash"], []])
  }

  @Test("A value that is called missing is not what is missing")
  func named() {
    let odd = AttributeColumn(name: "odd", level: .cases, values: ["missing"], answers: [[0], [], []])
    let parts = GroundPartition(SmallStudy.ground, by: odd).parts
    #expect(parts.map(\.value) == ["missing", "missing_"])
    #expect(parts.map(\.isMissing) == [false, true])
  }

  @Test(
    "Counts of the parts add up to those of the whole, on five hundred small grounds", arguments: CountUnit.allCases)
  func additive(unit: CountUnit) {
    for seed in 0..<500 {
      let sample = RandomGround(seed: UInt64(seed))
      let codes = Array(0..<sample.tree.count)
      let level: AttributeLevel = unit == .cases || seed % 2 == 0 ? .cases : .transcripts
      let subjects = level == .cases ? sample.ground.cases.count : sample.ground.transcripts.count
      let column = AttributeColumn(
        name: "a", level: level, values: ["x", "y"], answers: (0..<subjects).map { $0 % 3 == 2 ? [] : [Int32($0 % 3)] })
      func tally(_ ground: CountingGround) -> FrequencyTally {
        FrequencyTally(of: unit, on: ground, tree: sample.tree, codes: codes)
      }
      let whole = tally(sample.ground)
      let parts = GroundPartition(sample.ground, by: column).parts.map { tally($0.ground) }
      #expect(parts.reduce(0) { $0 + $1.n } == whole.n, "seed \(seed)")
      #expect(codes.map { code in parts.reduce(0) { $0 + $1.counts[code] } } == whole.counts, "seed \(seed)")
    }
  }
}
