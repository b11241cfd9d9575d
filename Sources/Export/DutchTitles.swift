/// Titles of results in Dutch; names in them stay as they are.
enum DutchTitles {
  static func title(_ english: String) -> String {
    if let title = titles[english] { return title }
    for (start, dutch) in starts where english.hasPrefix(start) {
      let rest = String(english.dropFirst(start.count))
      // An attribute is one word; anything else is another sentence.
      guard !rest.contains(" ") || start.hasPrefix("Co-") else { continue }
      return dutch + DutchNotes.units(in: rest)
    }
    return english
  }

  private static let titles = [
    "Frequencies of codes": "Frequenties van codes", "Codes by case": "Codes per casus",
    "Quotes by code": "Citaten per code", "Codes by transcript": "Codes per transcript",
    "Co-occurrence of codes on the same span": "Samenhang van codes op hetzelfde fragment",
    "Co-occurrence of codes by overlap": "Samenhang van codes door overlap",
  ]

  /// Longer beginnings first.
  private static let starts = [
    ("Co-occurrence of codes by ", "Samenhang van codes per "),
    ("Co-occurrence of codes within ", "Samenhang van codes binnen "), ("Codes by ", "Codes naar "),
  ]
}
