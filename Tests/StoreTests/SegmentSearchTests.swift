import Model
import TestSupport
import Testing

@testable import Store

@Suite struct SegmentSearchTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([
      .lines("one", ["Anna: ja", "Bram: nee", "Anna: ja hoor"]), .lines("two", ["Bram: ja", "misschien"]),
      .lines("three", ["Cor: nee"]),
    ])
    return study
  }

  private var onlyBram: Filter {
    Filter(attributes: ["speaker"], units: { $0.values("speaker") == ["Bram"] }, codings: { _ in true })
  }

  /// The passages as `transcript:byte`, and how many there are in all.
  private func found(
    _ choice: SegmentChoice, _ study: StudyFixture, _ filter: Filter? = nil, limit: Int? = nil
  ) throws -> [String] {
    let scope = try study.store.scope(filter)
    let found = try study.store.segments(choice, in: scope, limit: limit)
    #expect(found.passages.filter { !$0.isSegment } == [])
    return found.passages.map { "\(scope.members[Int($0.transcript)].name):\($0.span.start)" } + ["\(found.total)"]
  }

  @Test("Each choice takes its segments, in the order of the study")
  func choices() throws {
    let study = try study()
    #expect(try found(.all, study) == ["one:0", "one:9", "one:19", "two:0", "two:9", "three:0", "6"])
    #expect(try found(.none, study) == ["0"])
    #expect(try found(.matching("\"ja\""), study) == ["one:0", "one:19", "two:0", "3"])
    #expect(try found(.notMatching("\"ja\""), study) == ["one:9", "two:9", "three:0", "3"])
    #expect(try found(.matching("\"ja\" NOT \"hoor\""), study) == ["one:0", "two:0", "2"])
    #expect(try found(.matching("\"never\""), study) == ["0"])
  }

  @Test("A limit leaves out passages and still counts them")
  func limits() throws {
    let study = try study()
    #expect(try found(.all, study, limit: 2) == ["one:0", "one:9", "6"])
    #expect(try found(.matching("\"ja\""), study, limit: 1) == ["one:0", "3"])
    #expect(try found(.notMatching("\"ja\""), study, limit: 1) == ["one:9", "3"])
    #expect(try found(.all, study, limit: 0) == ["6"])
    #expect(try found(.all, study, limit: 6).last == "6")
    #expect(try found(.all, study, limit: 60).last == "6")
  }

  @Test("A filter holds for search too, with and without a limit")
  func filtered() throws {
    let study = try study()
    #expect(try found(.all, study, onlyBram) == ["one:9", "two:0", "2"])
    #expect(try found(.matching("\"ja\""), study, onlyBram) == ["two:0", "1"])
    #expect(try found(.notMatching("\"ja\""), study, onlyBram) == ["one:9", "1"])
    #expect(try found(.all, study, onlyBram, limit: 1) == ["one:9", "2"])
  }
}
