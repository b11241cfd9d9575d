/// What Hunspell's dictionary of Dutch misses: it lists infinitives, participles and some plurals as words of their own.
enum DutchForms {
  /// Pairs the dictionary gives that a reader would not: in interviews *ouder* is a parent and *kant* a side.
  private static let falseFriends: [String: String] = [
    "ouder": "oud", "kant": "kan", "scholen": "schol", "leden": "leed", "kleinst": "kleins",
  ]

  static func isFalseFriend(_ stem: String, of word: String) -> Bool { falseFriends[word] == stem }

  /// Nouns that look like the participle of a verb.
  static let noParticiples: Set<String> = [
    "gebied", "gebit", "gedicht", "geduld", "gehakt", "geluid", "gerecht", "geslacht", "gesticht", "gevest", "gewaad",
    "gewand", "gewicht", "gezant", "gezicht", "gezond", "gevecht", "geweld",
  ]

  /// Stems that a verb form may have: the caller keeps those of which `form` is a form by the dictionary.
  static func verbStems(of word: String) -> [(stem: String, proof: String)] {
    if word.hasSuffix("en"), word.count > 4 { return stems(ofInfinitive: word).map { ($0, proof(of: $0)) } }
    guard word.hasSuffix("d") || word.hasSuffix("t"), word.count > 4, !noParticiples.contains(word) else { return [] }
    var stems: [String] = []
    if word.hasSuffix("d"), DutchPrefixes.fixed.contains(where: word.hasPrefix) {
      stems.append(String(word.dropLast()))
    }
    if word.hasPrefix("ge") { stems += self.stems(ofParticiple: word.dropFirst(2)) }
    var proofs = stems.map { ($0, proof(of: $0)) }
    for prefix in DutchPrefixes.separable where word.hasPrefix(prefix) {
      let rest = word.dropFirst(prefix.count)
      guard rest.count > 4, rest.hasPrefix("ge"), !noParticiples.contains(String(rest)) else { continue }
      for stem in self.stems(ofParticiple: rest.dropFirst(2)) {
        proofs.append((prefix + stem, proof(of: prefix + stem)))
      }
    }
    return proofs
  }

  /// The form that only a verb has: `werkt` for `werk`, `praatte` for `praat`.
  private static func proof(of stem: String) -> String { stem.hasSuffix("t") ? stem + "te" : stem + "t" }

  /// Of a participle without `ge`: `werkt` gives `werk`, `zet` gives `zet`, `ëvalueerd` gives `evalueer`.
  private static func stems(ofParticiple core: Substring) -> [String] {
    guard core.count > 2, let first = core.first else { return [] }
    let core = String(plain[first] ?? first) + core.dropFirst()
    return [String(core.dropLast()), core]
  }

  /// Two vowels that are one sound, and so are not written double.
  private static let digraphs: Set<String> = [
    "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ou", "au", "ei", "ai", "oi",
  ]
  private static let plain: [Character: Character] = ["ä": "a", "ë": "e", "ï": "i", "ö": "o", "ü": "u"]

  /// Undoes the spelling of open syllables: `lezen` gives `lees`, `zetten` gives `zet`, `rekenen` gives `reek` and `reken`.
  static func stems(ofInfinitive word: String) -> [String] {
    var letters = Array(word.dropLast(2))
    guard letters.count > 1, let last = letters.popLast(), let vowel = letters.last else { return [] }
    if isVowel(last) { return last == "i" && isVowel(vowel) ? [String(letters) + "i"] : [] }
    if last == vowel { return [String(letters)] }
    let end = last == "v" ? "f" : last == "z" ? "s" : last
    let closed = String(letters) + String(end)
    let before = letters.dropLast()
    guard let double = plain[vowel] ?? ("aeou".contains(vowel) ? vowel : nil), vowel != "ï",
      !(vowel == "u" && end == "w")
    else { return [closed] }
    let isSecond = before.last.map(isVowel) ?? false
    if isSecond, digraphs.contains(String([before[before.count - 1], vowel])) { return [closed] }
    var stems = [String(letters) + String([double, end])]
    // After another vowel the mark may be needless: `variëren`, `varieer`.
    if double != vowel { stems.insert(String(before) + String([double, double, end]), at: 0) }
    return isSecond || syllables(of: closed) > 1 ? stems + [closed] : stems
  }

  /// Whether a stem may end without stress, and so keep one vowel: `reken`, but not `inkop` for *inkopen*.
  static func isUnstressed(_ stem: String) -> Bool { ["el", "em", "en", "er"].contains(where: stem.hasSuffix) }

  private static func syllables(of word: String) -> Int {
    var count = 0
    var inside = false
    for letter in word {
      let vowel = isVowel(letter)
      if vowel && !inside { count += 1 }
      inside = vowel
    }
    return count
  }

  static func isVowel(_ letter: Character) -> Bool { "aeiouyäëïöüéèê".contains(letter) }

  /// Spellings with an accent of a word that was typed without: `coordinatoren` gives `coördinatoren`, `cafes` gives `cafés`.
  static func accented(_ word: String) -> [String] {
    let marks: [Character: Character] = ["a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü"]
    let letters = Array(word)
    func spelling(_ index: Int, _ mark: Character) -> String {
      String(letters[..<index]) + String(mark) + String(letters[(index + 1)...])
    }
    var spellings = letters.indices.dropFirst().prefix(30).compactMap { index in
      marks[letters[index - 1]] == nil ? nil : marks[letters[index]].map { spelling(index, $0) }
    }
    let end = letters.last == "s" ? letters.count - 2 : letters.count - 1
    if end > 1, letters[end] == "e", marks[letters[end - 1]] == nil { spellings.append(spelling(end, "é")) }
    return spellings
  }

  /// The ending an unknown word may have: enough to bring the plural of a rare word to its singular.
  static func withoutEnding(_ word: String) -> String? {
    guard word.count > 5 else { return nil }
    if word.hasSuffix("en") { return String(word.dropLast(2)) }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : nil
  }
}
