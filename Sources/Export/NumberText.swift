/// Numbers as digits.
enum NumberText {
  /// The shortest digits that read back as the same number, whole numbers without `.0`; `inf` and `-inf`; nil for NaN.
  static func exact(_ number: Double) -> String? {
    guard number.isFinite else { return number.isNaN ? nil : number < 0 ? "-inf" : "inf" }
    if number == number.rounded(), abs(number) < 1e16 { return String(Int(number)) }
    return number.description
  }

  /// Rounded half away from zero to three decimals: `0.048`, and in Dutch `1.234,500`.
  static func rounded(_ number: Double, _ labels: LabelLanguage) -> String? {
    guard abs(number) < 1e15 else { return exact(number) }
    let thousandths = Int((abs(number) * 1000).rounded())
    let decimals = String(1000 + thousandths % 1000).dropFirst()
    let sign = number < 0 && thousandths > 0 ? "-" : ""
    return sign + whole(thousandths / 1000, labels) + (labels == .nl ? "," : ".") + decimals
  }

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
