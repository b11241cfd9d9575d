/// The distinct words of a study, as the store knows them.
public protocol WordVocabulary {
  /// Those with this folded spelling: `een` gives *een* and *één*.
  func forms(folded: String) throws -> [WordForm]
  /// Those that have at least one of these stems.
  func forms(stems: [String]) throws -> [WordForm]
  /// The stems of all that have this folded spelling, as the stemmer would give them; nil where they are not kept.
  func stems(folded: String) throws -> [String]?
  /// Those whose folded spelling begins so.
  func forms(prefix: String) throws -> [WordForm]
  /// Those whose folded spelling has this inside, at the beginning and the end too.
  func forms(part: String) throws -> [WordForm]
}

/// One distinct word of a study.
public struct WordForm: Hashable, Sendable {
  /// `Folding.surface` of it: lower case, with accents.
  public var surface: String
  /// As the index has it.
  public var folded: String
  /// How often it occurs.
  public var count: Int

  public init(surface: String, folded: String, count: Int) {
    self.surface = surface
    self.folded = folded
    self.count = count
  }
}
