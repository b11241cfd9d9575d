import Model
import Testing

@testable import Analysis

@Suite("What frequencies can say besides")
struct FrequencyExtrasTests {
  private func frequency(
    _ codes: [Int], base: CodeFrequency.Base = .all, _ extras: FrequencyExtras
  ) -> CodeFrequency {
    CodeFrequency(tree: SmallStudy.tree, codes: codes, base: base, extras: extras)
  }

  @Test("An interval stands behind the percentage, in percent, and says what it takes for granted")
  func interval() throws {
    let table = frequency([0], .interval).table(counting: .transcripts, on: SmallStudy.ground)
    #expect(table.columns.map(\.key) == ["code", "name", "count", "n", "percent", "wilson95_lo", "wilson95_hi"])
    let bounds = try #require(WilsonInterval.bounds(of: 3, among: 4))
    #expect(table.rows[0][5...] == [.number(100 * bounds.low), .number(100 * bounds.high)])
    #expect(
      table.notes.last
        == .init(
          "Interval",
          "Wilson (1927), 95%. It takes transcripts as independent of each other; those of one case may be alike"))
    let none = frequency([3], .interval).table(counting: .cases, on: CountingGround())
    #expect(none.lines.last == "D Theme_D 0 0 - - -")
  }

  @Test("Weighed by case, the percentage is the mean of those of the cases that have any")
  func caseWeight() {
    // Elm has segments 4, with D 3; Oak has 3, with D 1; Ash has none. The stray interview is of no case.
    let table = frequency([3], .caseWeight).table(counting: .segments, on: SmallStudy.ground)
    #expect(
      table.lines == [
        "code name count n percent equal_case_weight_percent",
        "D Theme_D 6 9 \(600.0 / 9) \(100 * (0.75 + 1.0 / 3) / 2)",
      ])
    #expect(
      table.notes.last
        == .init("Weight", "the last percentage is the mean of the cases that have any segments: 2 cases"))
  }

  @Test("A transcript counts for the code with the most codings, and for all of them where several have the most")
  func mostFrequent() {
    // elm-1: B 2, C 1, D 1. elm-2: D. oak-1: A, C, D. stray: B, D.
    let table = frequency([0, 1, 2, 3], .mostFrequent).table(counting: .transcripts, on: SmallStudy.ground)
    #expect(
      table.lines == [
        "code name count n percent shared", "A Theme_A 1 4 25.0 1", "B Theme_B 2 4 50.0 1", "C Theme_C 1 4 25.0 1",
        "D Theme_D 3 4 75.0 2",
      ])
    #expect(
      table.notes.map(\.text) == [
        "transcripts in which no other code of the table has more codings",
        "of the 4 transcripts that have one of the codes",
        "A coding counts for the nearest code of the table, not for the codes above it too.",
        "of the count, transcripts where another code has as many; all of them count",
      ])
    let families = frequency([0, 3], .mostFrequent).table(counting: .transcripts, on: SmallStudy.ground)
    #expect(families.lines.dropFirst() == ["A Theme_A 3 4 75.0 1", "D Theme_D 2 4 50.0 1"])
  }

  @Test("The base of units with one of the codes is said")
  func codedBase() {
    let table = frequency([1], base: .coded, []).table(counting: .transcripts, on: SmallStudy.ground)
    #expect(table.lines.last == "B Theme_B 2 2 100.0")
    #expect(table.notes[1].text == "of the 2 transcripts that have one of the codes")
  }
}
