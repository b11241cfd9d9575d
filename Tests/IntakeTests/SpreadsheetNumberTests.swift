import Testing

@testable import Intake

@Suite struct SpreadsheetNumberTests {
  private func text(_ raw: String, _ style: SpreadsheetNumber.Style = .plain, from1904: Bool = false) -> String {
    String(decoding: SpreadsheetNumber.text(Array(raw.utf8), style, from1904: from1904), as: UTF8.self)
  }

  @Test(
    "A number is written as it is shown, with at most 15 digits",
    arguments: [
      ("12", "12"), ("12.0", "12"), ("0", "0"), ("007", "7"), ("-3", "-3"), ("7.5", "7.5"),
      ("0.30000000000000004", "0.3"),
      ("1.2E-2", "0.012"), ("-0.1", "-0.1"), ("33.333333333333336", "33.3333333333333"), ("9.9999999999999999", "10"),
      ("0.99999999999999989", "1.0"), ("1E+20", "1e+20"), ("123456789012345678", "1.23456789012346e+17"),
      ("NaN", "NaN"),
      ("", ""), ("x", "x"), ("-0.33333333333333331", "-0.333333333333333"),
    ])
  func plain(raw: String, shown: String) { #expect(text(raw) == shown) }

  @Test(
    "A day is a date: from 1900 with Excel's 29 February of that year, or from 1904",
    arguments: [
      ("44665", "2022-04-14"), ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
      ("36585", "2000-02-29"), ("2958465", "9999-12-31"), ("44665.75", "2022-04-14"), ("-1", "-1"),
      ("2958466", "2958466"),
      ("0", "0"),
    ])
  func dates(raw: String, shown: String) { #expect(text(raw, .date) == shown) }

  @Test("Times, lengths of time, and dates with a time")
  func times() {
    #expect(text("43203", .date, from1904: true) == "2022-04-14")
    #expect(text("0", .date, from1904: true) == "1904-01-01")
    #expect(text("0.3958333333333333", .time) == "09:30")
    #expect(text("0.41701388888888891", .time) == "10:00:30")
    #expect(text("1.25", .elapsed) == "30:00")
    #expect(text("44666.545138888891", .dateAndTime) == "2022-04-15T13:05")
    #expect(text("44666", .dateAndTime) == "2022-04-15")
    #expect(text("0.5", .dateAndTime) == "12:00")
    #expect(text("44665.999999999", .dateAndTime) == "2022-04-15")
  }
}
