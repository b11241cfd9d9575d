public import Model

/// Finds codes by their names from the top of the codebook down, as other programs write them, and adds those that are not there.
public struct CodePaths: Equatable, Sendable {
  /// With the codes that were missing, after their siblings.
  public private(set) var codebook: Codebook
  /// For each path the key of its code.
  public private(set) var keys: [String] = []

  /// A path is the name of a family, of a family in it, and so on; names are compared without regard to capitals.
  public init(_ paths: [[String]], in codebook: Codebook) {
    self.codebook = codebook
    var known: [Place: String] = [:]
    for code in codebook.codes {
      let place = Place(parent: code.parent, name: code.name.lowercased())
      known[place] = known[place] ?? code.key
    }
    var taken = Set(codebook.codes.map(\.key))
    for path in paths {
      var parent: String?
      for name in path.map(\.trimmed) where !name.isEmpty {
        let place = Place(parent: parent, name: name.lowercased())
        let key = known[place] ?? CodeKeyRule.key(for: name, taken: taken)
        if known[place] == nil {
          known[place] = key
          taken.insert(key)
          self.codebook.codes.append(Code(key: key, name: name, parent: parent))
        }
        parent = key
      }
      keys.append(parent ?? "")
    }
    self.codebook.codes = CodeOrder(self.codebook.codes).ordered
  }

  private struct Place: Hashable {
    var parent: String?
    var name: String
  }
}
