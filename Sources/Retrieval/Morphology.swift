/// One way in which a dictionary understands a word.
struct Morphology: Equatable {
  /// The word it is a form of, prefix included.
  var stem: String
  /// Hunspell's name for the form (`NN2` a plural, `VB3` he works, `VBh1` worked); nil for a word listed as it is.
  var form: String?
  /// For a compound: its last part as it stands in the word.
  var lastPart: String?

  /// Reads a line of Hunspell's analysis: `st:school ts:NN2`, `uit st:breiden fl:Ps`, `pa:leer st:leer pa:vertraging`.
  static func read(_ line: String, of word: String) -> [Morphology] {
    let fields = line.split(separator: " ")
    if let last = fields.last(where: { $0.hasPrefix("pa:") }) {
      return [Morphology(stem: word, form: nil, lastPart: String(last.dropFirst(3)))]
    }
    guard let stemField = fields.first(where: { $0.hasPrefix("st:") }) else { return [] }
    let stem = stemField.dropFirst(3)
    let form = fields.first { $0.hasPrefix("ts:") }.map { String($0.dropFirst(3)) }
    return [Morphology(stem: prefix(in: fields, of: word, stem: stem) + stem, form: form)]
  }

  /// Hunspell names a prefix in words (`uit`) or by a flag only (`fl:Ps`); then it is what stands in the word before the stem.
  private static func prefix(in fields: [Substring], of word: String, stem: Substring) -> String {
    if let first = fields.first, !first.contains(":") { return String(first) }
    guard fields.contains(where: { $0.hasPrefix("fl:P") }) else { return "" }
    let start = stem.prefix(3)
    return DutchPrefixes.separable.first { word.hasPrefix($0) && word.dropFirst($0.count).hasPrefix(start) } ?? ""
  }
}
