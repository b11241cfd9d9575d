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

  /// Of a participle without `ge`: `werkt` gives `werk`, `zet` gives `zet`.
  private static func stems(ofParticiple core: Substring) -> [String] {
    guard core.count > 2 else { return [] }
    return [String(core.dropLast()), String(core)]
  }

  /// Undoes the spelling of open syllables: `lezen` gives `lees`, `zetten` gives `zet`, `rekenen` gives `reek` and `reken`.
  static func stems(ofInfinitive word: String) -> [String] {
    var letters = Array(word.dropLast(2))
    guard let last = letters.last, letters.count > 1, !isVowel(last) else { return [] }
    let before = letters[letters.count - 2]
    if last == before { return [String(letters.dropLast())] }
    if last == "v" { letters[letters.count - 1] = "f" }
    if last == "z" { letters[letters.count - 1] = "s" }
    let closed = String(letters)
    let open =
      isVowel(before) && before != "i" && before != "y" && (letters.count < 3 || !isVowel(letters[letters.count - 3]))
    guard open else { return [closed] }
    letters.insert(before, at: letters.count - 1)
    return syllables(of: closed) > 1 ? [String(letters), closed] : [String(letters)]
  }

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

  private static func isVowel(_ letter: Character) -> Bool { "aeiouyäëïöüéèê".contains(letter) }

  /// Spellings with a diaeresis of a word that was typed without: `coordinatoren` gives `coördinatoren`.
  static func accented(_ word: String) -> [String] {
    let marks: [Character: Character] = ["a": "ä", "e": "ë", "i": "ï", "o": "ö", "u": "ü"]
    let letters = Array(word)
    return letters.indices.dropFirst().prefix(30).compactMap { index in
      guard let mark = marks[letters[index]], marks[letters[index - 1]] != nil else { return nil }
      return String(letters[..<index]) + String(mark) + String(letters[(index + 1)...])
    }
  }

  /// The ending an unknown word may have: enough to bring the plural of a rare word to its singular.
  static func withoutEnding(_ word: String) -> String? {
    guard word.count > 5 else { return nil }
    if word.hasSuffix("en") { return String(word.dropLast(2)) }
    return word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : nil
  }
}
