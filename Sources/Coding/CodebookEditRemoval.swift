public import Model

extension CodebookEdit {
  /// Makes two codes one: codings, children and phrases of the first go to the second, which keeps all else.
  ///
  /// - Parameter codings: how many codings the first code has, for the sentence.
  public static func merge(
    _ key: String, into target: String, in codebook: Codebook, codings: Int
  ) throws(Problem) -> CodebookEdit {
    let index = try index(of: key, in: codebook)
    let into = try self.index(of: target, in: codebook)
    if key == target { throw Problem("The code '\(key)' cannot be merged into itself.", kind: .usage) }
    try refuseFamily(target, below: key, in: codebook)
    var changed = codebook
    changed.codes[into].phrases = (codebook.codes[into].phrases + codebook.codes[index].phrases).distinct()
    var moved = 0
    for child in changed.codes.indices where changed.codes[child].parent == key {
      changed.codes[child].parent = target
      moved += 1
    }
    changed.codes.remove(at: index)
    changed.codes = CodeOrder(changed.codes).ordered
    let children = moved == 0 ? "" : " and \(Count(moved, "code")) below it"
    return CodebookEdit(
      changed, "Merged code \(key) into \(target): \(Count(codings, "coding").orNone)\(children) taken over.",
      replacements: [key: target])
  }

  /// Removes a code and its codings; with codes below it only when they are to go too.
  ///
  /// - Parameter codings: how many codings a code has, for the sentence.
  public static func delete(
    _ key: String, withChildren: Bool, from codebook: Codebook, codings: (String) -> Int
  ) throws(Problem) -> CodebookEdit {
    let code = try code(key, in: codebook)
    let family = family(of: key, in: codebook)
    let below = family.count - 1
    guard below == 0 || withChildren else {
      throw Problem(
        "The code '\(key)' has \(Count(below, "code")) below it.",
        hint: "'code move' puts them elsewhere first; 'code merge \(key) OTHER' keeps the codings.")
    }
    var changed = codebook
    changed.codes.removeAll { family.contains($0.key) }
    let lost = family.reduce(0) { $0 + codings($1) }
    let others = below == 0 ? "" : " and \(Count(below, "code")) below it"
    return CodebookEdit(
      changed, "Deleted code \(key) '\(code.name)'\(others) with \(Count(lost, "coding").orNone).",
      replacements: Dictionary(family.map { ($0, nil) }) { first, _ in first })
  }

  static func index(of key: String, in codebook: Codebook) throws(Problem) -> Int {
    guard let index = codebook.codes.firstIndex(where: { $0.key == key }) else {
      throw Problem("No code has the key '\(key)'.", hint: "'codebook show' lists all codes.")
    }
    return index
  }

  static func code(_ key: String, in codebook: Codebook) throws(Problem) -> Code {
    codebook.codes[try index(of: key, in: codebook)]
  }

  static func requireFree(_ key: String, in codebook: Codebook) throws(Problem) {
    guard let code = codebook.code(key) else { return }
    throw Problem(
      "The key '\(key)' is taken by the code '\(code.name)'.", hint: "'codebook show' lists all keys.")
  }

  static func refuseFamily(_ other: String, below key: String, in codebook: Codebook) throws(Problem) {
    guard family(of: key, in: codebook).contains(other) else { return }
    throw Problem(
      "The code '\(other)' stands below '\(key)'.",
      hint: "'code move \(other) ...' takes it out of there first.")
  }

  /// The key and the keys of all codes below it.
  static func family(of key: String, in codebook: Codebook) -> Set<String> {
    var family: Set<String> = [key]
    for code in codebook.codes {
      if let parent = code.parent, family.contains(parent) { family.insert(code.key) }
    }
    return family
  }
}
