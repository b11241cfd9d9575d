@testable import Export
import Testing

struct NumberTextTests {
  @Test(
    "Exact numbers read back as the same number",
    arguments: [
      (0.1, "0.1"), (100, "100"), (-0.0, "0"), (1.0 / 3, "0.3333333333333333"), (1e300, "1e+300"), (-2.5, "-2.5"),
      (.infinity, "inf"), (-.infinity, "-inf"), (9_007_199_254_740_992, "9007199254740992"), (2e16, "2e+16"),
    ])
  func exact(number: Double, text: String) { #expect(NumberText.exact(number) == text) }

  @Test("Not a number has no digits")
  func nan() {
    #expect(NumberText.exact(.nan) == nil)
    #expect(NumberText.rounded(.nan, .en) == nil)
  }

  @Test("Numbers are rounded to three decimals, half away from zero")
  func rounded() {
    let numbers = [0.0475, 0.0625, -0.0625, 0.9996, -0.0004, 1234.5, 2e15]
    #expect(
      numbers.map { NumberText.rounded($0, .en) } == [
        "0.048", "0.063", "-0.063", "1.000", "0.000", "1234.500", "2000000000000000",
      ])
    #expect(NumberText.rounded(-1234567.8, .nl) == "-1.234.567,800")
  }

  @Test("Dutch whole numbers have a point between thousands")
  func whole() {
    #expect(
      [0, 999, 1888, -1_234_567, Int.min].map { NumberText.whole($0, .nl) } == [
        "0", "999", "1.888", "-1.234.567", "-9.223.372.036.854.775.808",
      ])
    #expect(NumberText.whole(1888, .en) == "1888")
  }

  @Test("A time is hours, minutes and seconds")
  func clock() {
    #expect(
      [0, 59.9, 751, 360_000, -61, -0.5].map(NumberText.clock) == [
        "00:00:00", "00:00:59", "00:12:31", "100:00:00", "-00:01:01", "00:00:00",
      ])
    #expect(NumberText.clock(.infinity) == "inf")
  }
}
