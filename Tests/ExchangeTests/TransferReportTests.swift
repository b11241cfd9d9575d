import Model
import Testing

@testable import Exchange

@Suite struct TransferReportTests {
  @Test("Hints to look at a transcript name it as the study does")
  func hints() {
    var report = TransferReport()
    report.problem("a", file: "x", hint: TransferReport.look(at: "s1"))
    report.problem("b", file: "x", hint: TransferReport.look(at: "s2"))
    report.problem("c", file: "x", hint: "Something else.")
    report.rename(transcripts: ["s1": "s1-2", "s2": "s2"])
    #expect(
      report.problems.map(\.hint) == ["Look at it with: show s1-2", "Look at it with: show s2", "Something else."])
  }

  @Test("Losses are counted by kind, the first of them by name")
  func losses() {
    var report = TransferReport()
    #expect(report.isLossless)
    report.lose("set", "sets", "een")
    for name in 2...7 { report.lose("set", "sets", "\(name)\n") }
    report.lose("set", "sets", "een")
    report.lose("link", "links")
    report.lose("act", "acts", count: 0)
    #expect(
      report.losses.map(\.sentence) == ["8 sets: 'een', '2 ', '3 ', '4 ', '5 ' and 3 more", "1 link"])
    #expect(!report.isLossless)
  }

  @Test("Two reports become one")
  func append() {
    var (one, other) = (TransferReport(), TransferReport())
    one.lose("set", "sets", "een")
    other.lose("set", "sets", "twee")
    other.note("Zo.")
    other.note("Zo.")
    other.problem("Dit past niet.", file: "x")
    one.append(other)
    #expect(one.losses.map(\.sentence) == ["2 sets: 'een', 'twee'"])
    #expect(one.notes == ["Zo."])
    #expect(one.problems == [Problem("Dit past niet.", file: "x")])
    #expect(one.problemCount == 1)
  }
}
