/// Notes in the words of a Dutch report; a sentence that is not known here stays English.
enum DutchNotes {
  static func text(_ english: String, under label: String) -> String {
    if label.lowercased() == "multiple response" { return severalAnswers }
    if let sentence = sentences[english] ?? DutchSentences.text(english) { return sentence }
    if label == "Base" || label == "n" { return bases(english) }
    if label == "Unit" || label == "Left out" { return phrased(units(in: english)) }
    return english.hasPrefix("all (") ? "alle" + english.dropFirst(3) : english
  }

  private static let severalAnswers = "Meer dan één antwoord mogelijk"

  private static func bases(_ english: String) -> String {
    english.split(separator: ", ").map { $0.split(separator: "; ").map(base).joined(separator: "; ") }
      .joined(separator: ", ")
  }

  /// `po: 3 cases` becomes `po: n=3 casussen`.
  private static func base(_ part: Substring) -> String {
    // What stands before is a value of the study, whatever word it is.
    if let colon = part.ranges(of: ": ").last {
      return part[..<colon.upperBound] + base(part[colon.upperBound...])
    }
    var words = part.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for (place, word) in words.enumerated() {
      guard let number = Int(word), place + 1 < words.count, unit(words[place + 1]) != nil else { continue }
      words[place] = "n=" + NumberText.whole(number, .nl)
      break
    }
    let text = phrased(units(in: words.joined(separator: " ")))
    return text.hasPrefix("of ") ? "van " + text.dropFirst(3) : text
  }

  private static func phrased(_ text: String) -> String {
    phrases.reduce(text) { text, phrase in replaced(phrase.english, by: phrase.dutch, in: text) }
  }

  static func units(in text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let core = word.prefix { $0.isLetter }
      if let dutch = unit(String(core)) { return dutch + word.dropFirst(core.count) }
      return Int(word).map { NumberText.whole($0, .nl) } ?? String(word)
    }.joined(separator: " ")
  }

  private static func unit(_ word: String) -> String? { unitWords[word] }

  private static func replaced(_ english: String, by dutch: String, in text: String) -> String {
    guard let range = text.firstRange(of: english) else { return text }
    return text.replacingCharacters(in: range, with: dutch)
  }

  private static let phrases = [
    (english: "one of the codes", dutch: "een van de codes"), (english: "of the ", dutch: ""),
    (english: " that have ", dutch: " met "),
    (english: " that has ", dutch: " met "), (english: "without a casus", dutch: "zonder casus"),
    (english: "with an antwoord", dutch: "met een antwoord"),
  ]

  private static let unitWords = [
    "case": "casus", "cases": "casussen", "transcript": "transcript", "transcripts": "transcripten",
    "segment": "segment", "segments": "segmenten", "turn": "beurt", "turns": "beurten", "coding": "codering",
    "codings": "coderingen", "word": "woord", "words": "woorden", "answer": "antwoord", "answers": "antwoorden",
  ]

  private static let sentences: [String: String] = [
    "only where text is shown; CSV, TSV and JSON have every digit":
      "alleen waar tekst staat; CSV, TSV en JSON hebben alle cijfers",
    "the mean over all orders (rarefaction)": "het gemiddelde over alle volgordes (rarefactie)",
    "none": "geen", "none yet": "nog geen", "Multiple response": severalAnswers, "multiple response": severalAnswers,
    "A code stands for itself and its children; the codings of the children are added.":
      "Een code staat voor zichzelf en wat eronder valt; de coderingen daarvan zijn opgeteld.",
    "A code stands for itself and its children; a case with several of them counts once.":
      "Een code staat voor zichzelf en wat eronder valt; een casus met meer daarvan telt één keer.",
    "A code stands for itself and its children; a transcript with several of them counts once.":
      "Een code staat voor zichzelf en wat eronder valt; een transcript met meer daarvan telt één keer.",
    "A code stands for itself and its children; a segment with several of them counts once.":
      "Een code staat voor zichzelf en wat eronder valt; een segment met meer daarvan telt één keer.",
    "A code stands for itself and its children; a turn with several of them counts once.":
      "Een code staat voor zichzelf en wat eronder valt; een beurt met meer daarvan telt één keer.",
    "cases with the code": "casussen met de code", "transcripts with the code": "transcripten met de code",
    "segments with the code": "segmenten met de code", "turns with the code": "beurten met de code",
    "pairs of two different codings of the code": "paren van twee verschillende coderingen van de code",
  ]
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
