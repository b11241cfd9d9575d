import Model
import Testing

@testable import Analysis

@Suite("Closed questions")
struct TabulationTests {
  /// Six people at three cases, the last at none; what they chose, and what of it goes well.
  private let chosen = AttributeColumn(
    name: "chosen", level: .transcripts, values: ["groups", "Sport", "-"], answers: [[0, 1], [0], [1], [], [2], [0]])
  private let well = AttributeColumn(
    name: "well", level: .transcripts, values: ["sport", "groups", "rest"], answers: [[0], [1, 2], [0], [1], [], [0]])
  private let sector = AttributeColumn(
    name: "sector", level: .cases, values: ["po", "vo"], answers: [[0], [0], [1], [1], [1], []])
  private let cases: [Int32] = [0, 0, 1, 1, 2, -1]

  @Test("n is those with an answer; nothing is an answer and no row")
  func plain() {
    let table = Tabulation(question: chosen, caseOfSubject: cases).table(unit: .transcripts)
    #expect(
      table
        == Table(
          title: "chosen",
          columns: [
            .init("value", "Value", .text), .init("count", "Count", .count), .init("n", "n", .count),
            .init("percent", "Percentage", .percent),
          ],
          rows: [
            [.text("groups"), .count(3), .count(5), .number(60)], [.text("Sport"), .count(2), .count(5), .number(40)],
          ],
          notes: [
            .init("Unit", "transcripts"), .init("Base", "5 transcripts with an answer, of 6"),
            .init("Nothing", "1 transcript answered '-', which is in n and in no row"),
            .init("Multiple response", "several answers were possible; percentages may add up to more than 100"),
            .init("Rounding", "only where text is shown; CSV, TSV and JSON have every digit"),
          ]))
  }

  @Test("By another attribute each of its values has its own base, what has none comes last")
  func by() {
    let table = Tabulation(question: chosen, by: sector, caseOfSubject: cases).table(unit: .transcripts)
    #expect(
      table.lines == [
        "value po_count po_n po_percent vo_count vo_n vo_percent missing_count missing_n missing_percent",
        "groups 2 2 100.0 0 2 0.0 1 1 100.0", "Sport 1 2 50.0 1 2 50.0 0 1 0.0",
      ])
    #expect(
      table.notes[1].text == "po: 2 transcripts with an answer, of 2; vo: 2 transcripts with an answer, of 3; "
        + "missing: 1 transcript with an answer, of 1")
    #expect(table.columns[4].group == "vo" && table.columns[4].heading == "vo count")
  }

  @Test("With another question as base, n is those with the value there, however it is spelt")
  func base() {
    let table = Tabulation(question: well, base: chosen, caseOfSubject: cases, fold: { $0.lowercased() })
      .table(unit: .transcripts)
    #expect(
      table.lines.dropFirst() == ["sport 2 2 100.0", "groups 1 3 \(100.0 / 3)", "rest 0 0 -"])
    #expect(table.notes[2].text == "those that have the value in chosen; the count has it in both")
    #expect(table.notes[3] == .init("Left out", "3 answers of those that have the value only in well"))
  }

  @Test("By share, the greatest first; values that are to stand last do, and no limit leaves them out")
  func orders() {
    var tabulation = Tabulation(
      question: well, base: chosen, caseOfSubject: cases, order: .percent, fold: { $0.lowercased() })
    #expect(
      tabulation.table(unit: .cases).lines.dropFirst() == ["sport 2 2 100.0", "groups 1 3 \(100.0 / 3)", "rest 0 0 -"])
    tabulation.last = ["SPORT", "none"]
    tabulation.limit = 1
    let table = tabulation.table(unit: .cases)
    #expect(table.lines.dropFirst() == ["groups 1 3 \(100.0 / 3)", "sport 2 2 100.0"])
    #expect(table.notes.last == .init("Limit", "The first 1 of 3 values, and 1 below them."))
    #expect(tabulation.unknownLast == ["none"])
    tabulation.order = .count
    tabulation.last = ["rest", "groups"]
    tabulation.limit = nil
    #expect(tabulation.table(unit: .cases).rows.map(\.first) == ["sport", "rest", "groups"].map { .text($0) })
  }

  @Test("Weighted, every case counts as one, shared by those who answered")
  func weighted() {
    let table = Tabulation(question: well, caseOfSubject: cases, isWeightedByCase: true, order: .count, limit: 2)
      .table(unit: .transcripts)
    // Case 0: sport and groups half each; case 1: sport, groups half each; case 2: no answer.
    #expect(table.lines.dropFirst() == ["sport 1.0 2.0 50.0", "groups 1.0 2.0 50.0"])
    #expect(
      table.notes.suffix(2) == [
        .init("Rounding", "only where text is shown; CSV, TSV and JSON have every digit"),
        .init("Limit", "The first 2 of 3 values."),
      ])
    #expect(
      table.notes.contains(
        .init(
          "Weight", "every case counts as one, shared by those of it who answered; 1 transcript without a case left out"
        )))
  }

  @Test("A question nobody answered has no percentages")
  func nothing() {
    let none = AttributeColumn(name: "x", level: .cases, values: ["a"], answers: [[], []])
    let table = Tabulation(question: none, caseOfSubject: [0, 1]).table(unit: .cases)
    #expect(table.lines.last == "a 0 0 -")
    let empty = AttributeColumn(name: "x", level: .cases, values: [], answers: [[Int32]]())
    #expect(Tabulation(question: empty, caseOfSubject: []).table(unit: .cases).rows == [])
  }

  @Test("Published counts give the percentages that follow from them, and one printed percentage does not")
  func published() {
    // Shares of 1,365 school leaders as a report of 2022 printed them, with 14 where 292 of 1,365 is 21.
    let counts = [292, 184, 162, 144, 142]
    let answers: [[Int32]] = (0..<1365).map { person in
      (0..<5).filter { person < counts[$0] }.map(Int32.init) + [5]
    }
    let question = AttributeColumn(
      name: "less well", level: .cases, values: ["groups", "metacognition", "feedback", "one to one", "culture", "-"],
      answers: answers)
    let table = Tabulation(question: question, caseOfSubject: (0..<1365).map(Int32.init)).table(unit: .cases)
    let percents = table.rows.map { row in if case .number(let percent) = row[3] { Int(percent.rounded()) } else { -1 }
    }
    #expect(percents == [21, 13, 12, 11, 10])
  }
}
