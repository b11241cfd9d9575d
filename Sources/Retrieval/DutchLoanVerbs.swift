/// Verbs on *-eren* with the stress on that ending (*evalueren*, *variëren*), which are all spelt by one rule.
enum DutchLoanVerbs {
  private static let endings = ["eerden", "ëerden", "eerde", "ëerde", "eert", "ëert", "eerd", "ëerd", "eer", "ëer"]

  /// The stem that a finite form would have: `evalueerde` gives `evalueer`; nil for a word of another shape.
  static func stem(of form: String) -> String? {
    guard let ending = endings.first(where: form.hasSuffix) else { return nil }
    let stem = String(form.dropLast(ending.count)) + ending.prefix(3)
    return isStem(stem) ? stem : nil
  }

  /// Whether a stem has the ending, and something before it that can be said: not `keer`.
  static func isStem(_ stem: String) -> Bool {
    (stem.hasSuffix("eer") || stem.hasSuffix("ëer")) && stem.dropLast(3).contains(where: DutchForms.isVowel)
  }

  /// `evalueer` gives `evalueren`, `varieer` gives `variëren`, `creëer` gives `creëren`.
  static func infinitive(of stem: String) -> String {
    if stem.hasSuffix("ëer") { return stem.dropLast(2) + "ren" }
    return stem.dropLast(3) + (stem.hasSuffix("ieer") ? "ëren" : "eren")
  }
}
