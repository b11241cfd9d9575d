/// Shades of one colour, light to dark, so that they also order when printed in grey.
enum HeatColour {
  private static let light = (red: 0xF4, green: 0xF8, blue: 0xFC)
  private static let dark = (red: 0x12, green: 0x42, blue: 0x78)

  /// - Parameter heat: from 0 to 1.
  /// - Returns: red, green and blue in one number, as `0xRRGGBB`.
  static func rgb(_ heat: Double) -> UInt32 {
    let heat = heat.isNaN ? 0 : min(max(0, heat), 1)
    func mixed(_ from: Int, _ to: Int) -> UInt32 { UInt32((Double(from) + Double(to - from) * heat).rounded()) }
    return mixed(light.red, dark.red) << 16 | mixed(light.green, dark.green) << 8 | mixed(light.blue, dark.blue)
  }

  /// `#RRGGBB`.
  static func hex(_ heat: Double) -> String { "#" + digits(rgb(heat)) }

  /// `RRGGBB`.
  static func digits(_ rgb: UInt32) -> String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Whether white words on it have more contrast than black ones.
  static func isDark(_ heat: Double) -> Bool { heat > 0.64 }
}
