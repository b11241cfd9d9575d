import Testing

@testable import Store

@Suite struct CopyThinningTests {
  private func days(_ texts: [String]) -> [CopyDay] { texts.compactMap { CopyDay($0) } }

  @Test("A day is read as it is written, and nothing else is one")
  func reading() {
    #expect(CopyDay("2026-11-21") != nil)
    for text in ["2026-11-2", "2026-13-01", "2026-00-10", "2026-11-32", "26-11-21", "2026-11-21x", "-026-11-21", ""] {
      #expect(CopyDay(text) == nil, "\(text)")
    }
  }

  @Test("Weeks begin on Mondays, over the ends of months, years and leap days")
  func weeks() {
    let weeks = days([
      "1999-12-26", "1999-12-27", "2000-01-02", "2000-01-03", "2000-02-28", "2000-02-29", "2000-03-05", "2000-03-06",
      "2026-11-22", "2026-11-23",
    ]).map(\.week)
    #expect(zip(weeks, weeks.dropFirst()).map { $1 - $0 } == [1, 0, 1, 8, 0, 0, 1, 1393, 1])
  }

  @Test("Seven days, four weeks and twelve months stay of a copy a day")
  func everyDay() {
    var all: [String] = []
    for month in 1...12 { for day in 1...28 { all.append("2025-\(two(month))-\(two(day))") } }
    let gone = Set(CopyThinning.superfluous(days(all)))
    let kept = all.filter { text in CopyDay(text).map { !gone.contains($0) } == true }
    #expect(
      kept == (1...11).map { "2025-\(two($0))-28" } + ["2025-12-07", "2025-12-14", "2025-12-21"]
        + (22...28).map { "2025-12-\($0)" })
  }

  @Test("Copies that are few all stay")
  func few() {
    #expect(CopyThinning.superfluous(days(["2020-01-01", "2023-05-05", "2026-01-01"])) == [])
    #expect(CopyThinning.superfluous([]) == [])
  }

  @Test("What went once is not missed: copy after copy, the same stay as if all were thinned at the end")
  func dayByDay() {
    var kept: [CopyDay] = []
    var all: [CopyDay] = []
    for month in 1...14 {
      for day in 1...28 {
        guard let new = CopyDay("\(2024 + (month - 1) / 12)-\(two((month - 1) % 12 + 1))-\(two(day))") else { continue }
        all.append(new)
        kept.append(new)
        let gone = Set(CopyThinning.superfluous(kept))
        kept.removeAll(where: gone.contains)
      }
    }
    let gone = Set(CopyThinning.superfluous(all))
    #expect(kept == all.filter { !gone.contains($0) })
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
