/// Fills that are told apart in colour, in grey and by pattern.
enum PictureFill {
  static let dark = "#124278"

  /// How many series a picture can tell apart.
  static var count: Int { fills.count }

  /// The fill of a series, from 0; after the last it begins anew.
  static func fill(_ series: Int) -> String { fills[series % fills.count] }

  private static let fills = [
    dark, "#9DBBDA", "url(#stripes)", "#E8EEF5", "url(#dots)", "#5B6675", "url(#grid)", "#FFFFFF",
  ]

  static let patterns = """
    <defs>
    <pattern id="stripes" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="5" height="5" fill="#FFFFFF"/><rect width="2" height="5" fill="#124278"/></pattern>
    <pattern id="dots" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#FFFFFF"/>\
    <circle cx="2.5" cy="2.5" r="1.3" fill="#5B6675"/></pattern>
    <pattern id="grid" width="5" height="5" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#FFFFFF"/>\
    <path d="M0 0H5M0 0V5" stroke="#124278"/></pattern>
    </defs>

    """
}
