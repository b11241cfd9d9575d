/// The plurals of Dutch that no rule gives, also as the last part of a compound.
enum DutchNouns {
  private static let plurals: [(plural: String, singular: String)] = [
    ("kinderen", "kind"), ("eieren", "ei"), ("bladeren", "blad"), ("liederen", "lied"), ("goederen", "goed"),
    ("runderen", "rund"), ("kalveren", "kalf"), ("lammeren", "lam"), ("raderen", "rad"), ("beenderen", "been"),
    ("volkeren", "volk"), ("klederen", "kleed"), ("hoenderen", "hoen"), ("gemoederen", "gemoed"),
    ("gelederen", "gelid"), ("leden", "lid"), ("steden", "stad"), ("schepen", "schip"), ("smeden", "smid"),
    ("musea", "museum"), ("centra", "centrum"), ("media", "medium"), ("curricula", "curriculum"),
    ("criteria", "criterium"), ("decennia", "decennium"), ("lycea", "lyceum"), ("gymnasia", "gymnasium"),
    ("koeien", "koe"), ("heden", "heid"),
  ]

  /// `schoolkinderen` gives `schoolkind`, `ideeen` (typed without its accent) gives `idee`.
  static func singular(of word: String) -> String? {
    if word.hasSuffix("eeën") || word.hasSuffix("eeen") || word.hasSuffix("ieën") || word.hasSuffix("ieen") {
      return String(word.dropLast(2))
    }
    guard let found = plurals.first(where: { word.hasSuffix($0.plural) }) else { return nil }
    let head = word.dropLast(found.plural.count)
    return head.isEmpty || head.count > 1 ? head + found.singular : nil
  }
}
