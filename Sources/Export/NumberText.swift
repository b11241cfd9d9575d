/// Numbers as digits.
enum NumberText {
  /// The shortest digits that read back as the same number, whole numbers without `.0`; `inf` and `-inf`; nil for NaN.
  static func exact(_ number: Double) -> String? {
    guard number.isFinite else { return number.isNaN ? nil : number < 0 ? "-inf" : "inf" }
    if number == number.rounded(), abs(number) < 1e16 { return String(Int(number)) }
    return number.description
  }

  /// Rounded half away from zero, to three decimals where nothing else is asked: `0.048`, and in Dutch `1.234,500`.
  static func rounded(_ number: Double, _ labels: LabelLanguage, decimals: Int = 3) -> String? {
    guard abs(number) < 1e15 else { return exact(number) }
    let decimals = min(max(0, decimals), most)
    let unit = power(decimals)
    let scaled = (abs(number) * Double(unit)).rounded()
    guard scaled < 9e18 else { return exact(number) }
    let parts = Int(scaled)
    let sign = number < 0 && parts > 0 ? "-" : ""
    let digits = decimals == 0 ? "" : (labels == .nl ? "," : ".") + String(unit + parts % unit).dropFirst()
    return sign + whole(parts / unit, labels) + digits
  }

  /// More decimals than anyone prints.
  static let most = 9

  private static func power(_ decimals: Int) -> Int { (0..<decimals).reduce(1) { power, _ in power * 10 } }

  /// A whole number; in Dutch with a point between thousands, in English with nothing.
  static func whole(_ number: Int, _ labels: LabelLanguage) -> String {
    guard labels == .nl else { return String(number) }
    var text = ""
    let digits = String(number.magnitude)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "." }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }

  /// Seconds as `00:12:31`; the part below a second is dropped.
  static func clock(_ seconds: Double) -> String? {
    guard abs(seconds) < 1e15 else { return exact(seconds) }
    let whole = Int(abs(seconds))
    let parts = [whole / 3600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return (seconds <= -1 ? "-" : "") + parts.joined(separator: ":")
  }
}
