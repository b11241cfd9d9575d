/// Titles of results in Dutch; names in them stay as they are.
enum DutchTitles {
  static func title(_ english: String) -> String {
    if let title = titles[english] { return title }
    for (start, dutch) in starts where english.hasPrefix(start) {
      let rest = String(english.dropFirst(start.count))
      // An attribute is one word; anything else is another sentence.
      guard !rest.contains(" ") || start.hasPrefix("Co-") || start.hasPrefix("Diff") else { continue }
      // What a code is split by is a name.
      return dutch + (start.hasPrefix("Co-") || start.hasPrefix("New codes") ? DutchNotes.units(in: rest) : rest)
    }
    if english.hasPrefix("Where "), english.hasSuffix(" differ") {
      return "Waar \(english.dropFirst(6).dropLast(7)) verschillen".replacing(" and ", with: " en ")
    }
    return english
  }

  private static let titles = [
    "Frequencies of codes": "Frequenties van codes", "Codes by case": "Codes per casus",
    "Quotes by code": "Citaten per code", "Codes by transcript": "Codes per transcript",
    "Co-occurrence of codes on the same span": "Samenhang van codes op hetzelfde fragment",
    "Co-occurrence of codes by overlap": "Samenhang van codes door overlap", "The study": "Het onderzoek",
    "Words": "Woorden", "Pairs": "Woordparen", "Acts, the newest first": "Handelingen, de laatste eerst",
    "Acts that can be undone, the newest first": "Handelingen die teruggedraaid kunnen worden, de laatste eerst",
    "Transcripts": "Transcripten", "Cases": "Casussen",
    "Speakers": "Sprekers", "Names of speakers": "Namen van sprekers", "Memos": "Memo's", "Import": "Import",
    "Saturation": "Verzadiging", "Codes in two groups": "Codes in twee groepen",
    "Agreement between coders": "Overeenstemming tussen codeurs",
    "Agreement between coders by code": "Overeenstemming tussen codeurs per code",
    "Agreement between coders on spans of text": "Overeenstemming tussen codeurs over stukken tekst",
    "How many codes there would be": "Hoeveel codes er zouden zijn", "Who codes what": "Wie wat codeert",
    "Sample of transcripts": "Steekproef van transcripten", "Sample of segments": "Steekproef van segmenten",
    "Saved queries": "Bewaarde zoekvragen", "Copies of the study": "Kopieën van het onderzoek",
    "Codings put under an older definition": "Coderingen onder een oudere definitie",
    "Codings that are not placed": "Coderingen zonder plaats", "Passages whose words changed": "Gewijzigde passages",
    "Files written from the study": "Bestanden die uit het onderzoek zijn geschreven",
  ]

  /// Longer beginnings first.
  private static let starts = [
    ("Co-occurrence of codes by ", "Samenhang van codes per "),
    ("Co-occurrence of codes within ", "Samenhang van codes binnen "), ("Codes by ", "Codes naar "),
    ("Whether codes differ by ", "Of codes verschillen naar "),
    ("New codes in runs of ", "Nieuwe codes in reeksen van "),
    ("Differences from ", "Verschillen met "), ("Merging ", "Samenvoegen met "),
  ]
}
