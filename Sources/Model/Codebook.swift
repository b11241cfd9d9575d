/// A label for what is said, with the rules for its use.
public struct Code: Equatable, Sendable {
  /// Short and unique in the codebook: `B3`.
  public var key: String
  public var name: String
  public var definition: String?
  /// When to use it.
  public var use: String?
  /// When not to use it, and which code instead.
  public var not: String?
  public var example: String?
  /// Search phrases that point to it; `*` ends a prefix.
  public var phrases: [String]
  /// `#RRGGBB`.
  public var color: String?
  /// The key of the code above it.
  public var parent: String?

  public init(
    key: String, name: String, definition: String? = nil, use: String? = nil, not: String? = nil,
    example: String? = nil, phrases: [String] = [], color: String? = nil, parent: String? = nil
  ) {
    self.key = key
    self.name = name
    self.definition = definition
    self.use = use
    self.not = not
    self.example = example
    self.phrases = phrases
    self.color = color
    self.parent = parent
  }
}

/// The codes of a study in the order of the codebook: each code before its children, a family together.
public struct Codebook: Equatable, Sendable {
  public var title: String?
  /// Of the transcripts, as `nl`; decides which dictionary search uses.
  public var language: String?
  public var codes: [Code]

  public init(title: String? = nil, language: String? = nil, codes: [Code] = []) {
    self.title = title
    self.language = language
    self.codes = codes
  }

  public func code(_ key: String) -> Code? { codes.first { $0.key == key } }

  /// The codes in tree form, as indices: dense, in codebook order.
  public var tree: CodeTree {
    var index: [String: Int] = [:]
    for (number, code) in codes.enumerated() { index[code.key] = number }
    return CodeTree(
      keys: codes.map(\.key), names: codes.map(\.name), parents: codes.map { $0.parent.flatMap { index[$0] } ?? -1 })
  }
}
