/// How a word that is broken by a hyphen at a line end is written on one line.
struct BrokenWord {
  enum Writing {
    /// `leervertragingen`
    case whole
    /// `Noord-Holland`
    case hyphenated
    /// `school- en teamleiders`
    case hanging
  }

  let writing: Writing

  /// Takes the two halves as they stand, inner hyphens and all, and the words of the text.
  init(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, isSoft: Bool, stock: WordStock) {
    let first = right.prefix { $0 != ASCII.dash }
    let core = left.suffix(from: left.lastIndex(of: ASCII.dash).map { $0 + 1 } ?? left.startIndex)
    if isSoft {
      writing = .whole
      return
    }
    let halves = Halves(
      left: String(decoding: core, as: UTF8.self), right: String(decoding: first, as: UTF8.self),
      rightIsKnown: stock.count(first) > 0, leftIsKnown: stock.count(core) > 0,
      leftHeads: stock.headCount(core) > 1)
    let whole = max(stock.count(left, right), stock.count(core, first))
    let hyphenated = max(stock.count(left, [ASCII.dash], right), stock.count(core, [ASCII.dash], first))
    if halves.isHanging(wholeIsKnown: whole > 0) {
      writing = .hanging
    } else if whole != hyphenated {
      writing = whole > hyphenated ? .whole : .hyphenated
    } else {
      writing = halves.keepHyphen ? .hyphenated : .whole
    }
  }
}

private struct Halves {
  let left: String
  let right: String
  let smallLeft: String
  let smallRight: String
  let rightIsKnown: Bool
  let leftIsKnown: Bool
  /// The left half stands before a hyphen elsewhere: `vo-scholen`.
  let leftHeads: Bool

  init(left: String, right: String, rightIsKnown: Bool, leftIsKnown: Bool, leftHeads: Bool) {
    self.left = left
    self.right = right
    smallLeft = left.lowercased()
    smallRight = right.lowercased()
    self.rightIsKnown = rightIsKnown
    self.leftIsKnown = leftIsKnown
    self.leftHeads = leftHeads
  }

  /// `school-` before `en teamleiders`; `zo-` before `als` is one word, and so is `partij-` before `en` where `partijen` is known.
  func isHanging(wholeIsKnown: Bool) -> Bool {
    if Self.joining.contains(smallRight) {
      return !(wholeIsKnown && Self.openEnds.contains { smallLeft.hasSuffix($0) })
    }
    guard Self.comparing.contains(smallRight), !wholeIsKnown else { return false }
    return !Self.halfConjunctions.contains(smallLeft)
  }

  var keepHyphen: Bool {
    guard let last = left.last, let next = right.first else { return false }
    if last.isNumber || next.isNumber { return true }
    if right.count > 1, left.count > 1, left.allSatisfy(\.isUppercase), right.allSatisfy(\.isUppercase) {
      return leftHeads
    }
    if last.isUppercase || next.isUppercase { return true }
    if left.count == 1 || Self.letterWords.contains(smallLeft) || !smallLeft.contains(where: Self.isVowel) {
      return true
    }
    if Self.shortWords.contains(smallLeft) || leftHeads { return rightIsKnown }
    if smallLeft == "sociaal" { return Self.social.contains { smallRight.hasPrefix($0) } }
    return vowelsClash && (Self.openWords.contains(smallLeft) || (leftIsKnown && rightIsKnown))
  }

  private static func isVowel(_ letter: Character) -> Bool { !"bcdfghjklmnpqrstvwxz".contains(letter) }

  /// Vowels that would be read as one: the Dutch spelling puts a hyphen between them in a compound.
  private var vowelsClash: Bool {
    guard let last = smallLeft.last, let next = smallRight.first else { return false }
    return Self.clashes.contains("\(last)\(next)")
  }

  private static let clashes: Set<String> = [
    "aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ij", "oe", "oi", "oo", "ou", "ui", "uu",
  ]
  /// After these a hyphen hangs.
  private static let joining: Set<String> = ["en", "of", "and", "or", "und", "oder", "et", "ou", "c.q", "resp", "t"]
  private static let comparing: Set<String> = [
    "noch", "tot", "als", "maar", "dan", "naar", "nor", "to", "but", "than", "versus", "plus", "bis", "noch",
  ]
  /// `zoals`, `evenals`.
  private static let halfConjunctions: Set<String> = ["zo", "even", "net", "als", "al", "in", "on", "over", "toch"]
  /// Words after which a syllable `en` may stand: `bijen`, `kooien`.
  private static let openEnds = ["ij", "ei", "aai", "ooi", "oei"]
  /// Abbreviations that are no syllable.
  private static let letterWords: Set<String> = [
    "vmbo", "mbo", "hbo", "vwo", "pabo", "sbo", "vso", "vavo", "isk", "ggd", "ggz", "ict", "adhd", "cito", "npo", "ocw",
    "duo", "cao", "pdf", "gmr", "zzp", "nt2", "tl",
  ]
  /// Abbreviations and prefixes that may be a syllable too; a hyphen follows them before a word by itself.
  private static let shortWords: Set<String> = [
    "po", "vo", "so", "wo", "ho", "bso", "mr", "ib", "it", "pro", "havo", "ex", "oud", "non", "niet", "adjunct", "vice",
    "self", "well", "quasi",
  ]
  private static let social = ["emot", "econ", "cult", "pedag", "psych", "medis", "jurid", "democr", "maatsch"]
  /// Words that end in a vowel and are the first part of many compounds.
  private static let openWords: Set<String> = [
    "auto", "foto", "video", "audio", "radio", "extra", "mini", "maxi", "semi", "anti", "multi", "contra", "ultra",
    "mega", "micro", "macro", "euro", "info", "demo", "bio", "eco", "ego", "taxi", "ski", "zee", "thee", "na", "toe",
    "mee", "twee", "drie", "privé", "media", "milieu", "data", "opera", "camera", "massa", "agenda", "pagina",
    "programma", "thema", "tempo", "villa", "zone", "menu", "studie", "regio", "corona", "co", "na", "vla", "judo",
  ]
}
