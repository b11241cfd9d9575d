/// Sentences of notes with names or numbers in them, in Dutch.
enum DutchSentences {
  /// A `*` is a name, which stays as it is, or begins with a number.
  private static let pairs = [
    (
      english: "those that have the value in *; the count has it in both",
      dutch: "wie de waarde in * heeft; het aantal heeft haar in beide"
    ),
    (
      english: "* of those that have the value only in *", dutch: "* van wie de waarde alleen in * heeft"
    ),
    (
      english: "* answered '-', which is in n and in no row",
      dutch: "'-' als antwoord van *, wat in n telt en geen rij heeft"
    ),
    (english: "The first * of * values, and * below them.", dutch: "De eerste * van * waarden, en daaronder *."),
    (english: "The first * of * values.", dutch: "De eerste * van * waarden."),
    (english: "The first * of * rows.", dutch: "De eerste * van * rijen."),
    (english: "By '*', from a to z.", dutch: "Op '*', van a tot z."),
    (english: "By '*', from high to low.", dutch: "Op '*', van hoog naar laag."),
  ]

  /// Nil for a sentence that is not known here.
  static func text(_ english: String) -> String? {
    for pair in pairs {
      guard let names = names(in: english, by: pair.english) else { continue }
      let pieces = pair.dutch.split(separator: "*", omittingEmptySubsequences: false)
      let words = names.map { $0.first?.isNumber == true ? DutchNotes.units(in: $0) : $0 } + [""]
      return zip(pieces, words).map { $0 + $1 }.joined()
    }
    return nil
  }

  /// What stands at each `*` of a pattern; nil where the text is another sentence.
  private static func names(in text: String, by pattern: String) -> [String]? {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, text.hasPrefix(first) else { return nil }
    var rest = text.dropFirst(first.count)
    var names: [String] = []
    for (number, piece) in pieces.dropFirst().enumerated() {
      let isLast = number == pieces.count - 2
      if isLast {
        guard rest.hasSuffix(piece) else { return nil }
        names.append(String(rest.dropLast(piece.count)))
      } else {
        guard let range = rest.firstRange(of: piece) else { return nil }
        names.append(String(rest[..<range.lowerBound]))
        rest = rest[range.upperBound...]
      }
    }
    return names.allSatisfy { !$0.isEmpty } ? names : nil
  }
}
