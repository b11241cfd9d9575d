import Model
import Testing

@testable import Exchange

struct PrintedNumberTests {
  private func wholes(_ cell: String) -> [Int?] { PrintedNumber.all(in: cell).numbers.map(\.whole) }
  private func percent(_ cell: String) -> String? { PrintedNumber.all(in: cell).numbers.first?.percent?.text }

  @Test("Counts are read with Dutch, English and no thousands")
  func counts() {
    #expect(
      wholes("1.888") == [1888] && wholes("1,888") == [1888] && wholes("1 888") == [1888] && wholes("1888") == [1888])
    #expect(wholes("1.234.567") == [1_234_567] && wholes("1'234") == [1234] && wholes("1\u{A0}888") == [1888])
    #expect(wholes("12,5") == [nil] && wholes("1888.123") == [nil] && wholes("12 34") == [12, 34])
    #expect(wholes("99999999999999999999") == [nil] && wholes("12 888") == [12888] && wholes("1.") == [1])
  }

  @Test("Percentages are read with a comma and with a point")
  func percentages() {
    #expect(percent("87%") == "87%" && percent("87,3 %") == "87,3%" && percent("87.3") == "87.3%")
    #expect(percent("87.33439321674616") == "87.334393%" && percent("0.9999996") == "1.000000%")
    #expect(percent("9223372036854,7758075%") == nil && percent("9223372036854,7758074%") == nil)
    #expect(percent("2022%") == nil && percent("1.888") == "1.888%")
  }

  @Test("A cell of numbers and signs is numeric, and n= heads a base")
  func cells() {
    let both = PrintedNumber.all(in: "1.234 (65%)")
    #expect(both.isNumeric && both.numbers.map(\.isPercent) == [false, true])
    let base = PrintedNumber.all(in: "n = 1.887")
    #expect(base.isNumeric && base.numbers.map(\.isBase) == [true] && base.numbers[0].whole == 1887)
    #expect(PrintedNumber.all(in: "12 van 30 (40%)").isNumeric)
    #expect(!PrintedNumber.all(in: "Groep 3").isNumeric && !PrintedNumber.all(in: "").isNumeric)
    #expect(!PrintedNumber.all(in: "2.6a").isNumeric && !PrintedNumber.all(in: "–").isNumeric)
  }

  @Test("A long run of numbers is read in one go")
  func long() {
    let cell = Array(repeating: "111", count: 20_000).joined(separator: " ")
    #expect(PrintedNumber.all(in: cell).numbers.count == 1)
  }
}
