import Synchronization

/// Brings the forms of a word together: two words are forms of each other when they share a stem.
///
/// A dictionary of Hunspell in the language of the study, and for Dutch a few rules of our own. Safe to share between threads.
public final class Stemmer: Sendable {
  /// Changes with the dictionary and with our rules: stems kept from another edition must be made again.
  public let edition: String
  private let isDutch: Bool
  private let dictionary: Mutex<SpellingDictionary>
  private static let rules = 2

  /// Nil when no dictionary of the language (`nl`, `en`, `nl_BE`) is installed.
  ///
  /// The dictionary is read when first used.
  public convenience init?(language: String) { self.init(language: language, folders: SpellingDictionary.folders) }

  init?(language: String, folders: [String]) {
    guard let dictionary = SpellingDictionary(language: language, folders: folders) else { return nil }
    edition = "\(language) \(dictionary.size) \(Self.rules)"
    isDutch = language.hasPrefix("nl")
    self.dictionary = Mutex(dictionary)
  }

  /// Whether the dictionary was read, which takes longer than most searches.
  var hasRead: Bool { dictionary.withLock { $0.isRead } }

  /// The stems of a word, folded, its own folded form first.
  ///
  /// Give it as it stands: its accents help.
  public func stems(of word: String) -> [String] {
    let surface = Folding.surface(word)
    let folded = Folding.fold(surface)
    let found = dictionary.withLock { dictionary in
      var search = StemSearch(isDutch: isDutch)
      search.collect(surface, from: &dictionary)
      if folded != surface { search.collect(folded, from: &dictionary) }
      return search.stems
    }
    var result = [folded]
    for stem in found {
      let stem = Folding.fold(stem)
      if !result.contains(stem) { result.append(stem) }
    }
    return result
  }

  /// Whether a reader would call them forms of one word.
  public func areForms(_ one: String, _ other: String) -> Bool {
    !Set(stems(of: one)).isDisjoint(with: stems(of: other))
  }
}

/// Gathers the stems of one word.
private struct StemSearch {
  let isDutch: Bool
  var stems: [String] = []
  /// Stems that are participles: *gewerkte* is a form of *gewerkt*, and that of *werken*.
  private var participles: [String] = []

  init(isDutch: Bool) { self.isDutch = isDutch }

  mutating func collect(_ word: String, from dictionary: inout SpellingDictionary) {
    add(word)
    // Hunspell refuses longer words, and a digit is never inflected.
    guard word.utf8.count < 80, !word.contains(where: \.isNumber) else { return }
    let known = collectKnown(word, from: &dictionary)
    guard isDutch else { return }
    let spelling = known ? nil : collectUnknown(word, from: &dictionary)
    for stem in stems {
      if let singular = DutchNouns.singular(of: stem) { add(singular) }
    }
    for verb in [word] + (spelling.map { [$0] } ?? []) + participles {
      for infinitive in DutchVerbs.infinitives(of: verb) { addVerb(infinitive, from: &dictionary) }
      addVerb(verb, from: &dictionary)
    }
  }

  private mutating func add(_ stem: String) {
    if !stems.contains(stem) { stems.append(stem) }
  }

  /// Adds what the dictionary says of a word; false when it does not know it.
  private mutating func collectKnown(_ word: String, from dictionary: inout SpellingDictionary) -> Bool {
    let analyses = dictionary.analyses(of: word)
    let simple = analyses.filter { $0.lastPart == nil }
    for analysis in simple {
      let stem = analysis.stem.lowercased()
      if !(isDutch && DutchForms.isFalseFriend(stem, of: word)) { add(stem) }
      if analysis.form == "VBpe" || isDutch && analysis.isOfLoanVerb { participles.append(stem) }
    }
    // A compound is a form of another when their last parts are: the dictionary itself would name the first part.
    if simple.isEmpty {
      for part in Set(analyses.compactMap(\.lastPart)).sorted() where word.hasSuffix(part) && part.count < word.count {
        collectCompound(head: word.dropLast(part.count), last: part, from: &dictionary)
      }
    }
    return !analyses.isEmpty
  }

  private mutating func collectCompound(
    head: Substring, last: String, from dictionary: inout SpellingDictionary
  ) {
    var search = StemSearch(isDutch: isDutch)
    _ = search.collectKnown(last, from: &dictionary)
    for stem in search.stems { add(head + stem) }
  }

  /// Adds the stem of a verb form (`lees` for *lezen*) where the dictionary confirms it, and the infinitive itself.
  private mutating func addVerb(_ word: String, from dictionary: inout SpellingDictionary) {
    add(word)
    for (number, (stem, proof)) in DutchForms.verbStems(of: word).enumerated() {
      let known = dictionary.analyses(of: proof)
      if known.contains(where: { $0.stem == stem && ($0.form == "VB3" || $0.form == "VBh1") }) {
        add(stem)
      } else if DutchLoanVerbs.isStem(stem), isInfinitive(DutchLoanVerbs.infinitive(of: stem), in: &dictionary) {
        add(stem)
      } else if number == 0 || DutchForms.isUnstressed(stem), known.contains(where: { $0.stem == proof }),
        isInfinitive(word, in: &dictionary)
      {
        // The dictionary lists *bezoekt* as a word of its own; *bezoek* may be something else, like *duur* beside *duurt*.
        add(proof)
      }
    }
    if let stem = DutchLoanVerbs.stem(of: word), !stems.contains(stem),
      isInfinitive(DutchLoanVerbs.infinitive(of: stem), in: &dictionary)
    {
      add(stem)
    }
  }

  /// Whether the dictionary makes a present participle of it, as it does of infinitives only.
  private func isInfinitive(_ word: String, in dictionary: inout SpellingDictionary) -> Bool {
    dictionary.analyses(of: word + "d").contains { $0.stem == word && $0.form == "PPn" }
  }

  /// A word the dictionary lacks: typed without accents, a name, or a compound nobody listed.
  ///
  /// Gives the spelling under which it is known after all.
  private mutating func collectUnknown(_ word: String, from dictionary: inout SpellingDictionary) -> String? {
    for spelling in DutchForms.accented(word) where collectKnown(spelling, from: &dictionary) { return spelling }
    if collectKnown(word.prefix(1).uppercased() + word.dropFirst(), from: &dictionary) { return nil }
    guard let ending = word.last, "sen".contains(ending) else { return nil }
    if word.count >= 8, collectSplit(word, from: &dictionary) { return nil }
    if let stem = DutchForms.withoutEnding(word) { add(stem) }
    return nil
  }

  /// Splits an unlisted compound before its longest known last part; false when there is none.
  private mutating func collectSplit(_ word: String, from dictionary: inout SpellingDictionary) -> Bool {
    for length in 3...(word.count - 4) {
      let head = String(word.prefix(length))
      let last = String(word.dropFirst(length))
      guard dictionary.analyses(of: last).contains(where: { $0.lastPart == nil && $0.form != nil }) else { continue }
      let heads = head.hasSuffix("s") ? [head, String(head.dropLast())] : [head]
      guard heads.contains(where: { !dictionary.analyses(of: $0).isEmpty }) else { continue }
      collectCompound(head: head[...], last: last, from: &dictionary)
      return true
    }
    return false
  }
}

extension Morphology {
  /// Whether it is the present participle of a verb on *-eren*: `evaluerende`.
  fileprivate var isOfLoanVerb: Bool {
    (form == "PPn" || form == "PPe") && (stem.hasSuffix("eren") || stem.hasSuffix("ëren"))
  }
}
