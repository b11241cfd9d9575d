public import Model

/// The rules for changing one code by hand: a codebook in, a codebook and a sentence out.
public struct CodebookEdit: Equatable, Sendable {
  public var codebook: Codebook
  /// A full sentence.
  public var summary: String
  /// For each key that is gone the key whose codings it becomes, nil when its codings go too.
  public var replacements: [String: String?]

  init(_ codebook: Codebook, _ summary: String, replacements: [String: String?] = [:]) {
    self.codebook = codebook
    self.summary = summary
    self.replacements = replacements
  }

  /// Adds a code after its siblings.
  public static func add(_ code: Code, to codebook: Codebook) throws(Problem) -> CodebookEdit {
    if let fault = CodeKeyRule.fault(in: code.key) { throw Problem(fault) }
    try requireFree(code.key, in: codebook)
    if code.name.trimmed.isEmpty { throw Problem("The code '\(code.key)' has no name.", kind: .usage) }
    if let parent = code.parent { _ = try self.code(parent, in: codebook) }
    var changed = codebook
    changed.codes = CodeOrder(codebook.codes + [code]).ordered
    return CodebookEdit(changed, "Added code \(code.key) '\(code.name)' \(place(code.parent)).")
  }

  /// Gives a code another name.
  public static func rename(_ key: String, to name: String, in codebook: Codebook) throws(Problem) -> CodebookEdit {
    let index = try index(of: key, in: codebook)
    let name = name.trimmed
    if name.isEmpty { throw Problem("The code '\(key)' cannot be without a name.", kind: .usage) }
    var changed = codebook
    changed.codes[index].name = name
    return CodebookEdit(changed, "Renamed code \(key) from '\(codebook.codes[index].name)' to '\(name)'.")
  }

  /// Gives a code another key; its codings and children go with it.
  public static func rekey(_ key: String, to newKey: String, in codebook: Codebook) throws(Problem) -> CodebookEdit {
    let index = try index(of: key, in: codebook)
    if let fault = CodeKeyRule.fault(in: newKey) { throw Problem(fault) }
    if newKey != key { try requireFree(newKey, in: codebook) }
    var changed = codebook
    changed.codes[index].key = newKey
    for child in changed.codes.indices where changed.codes[child].parent == key {
      changed.codes[child].parent = newKey
    }
    let name = codebook.codes[index].name
    return CodebookEdit(
      changed, "Code \(key) '\(name)' now has the key \(newKey).",
      replacements: newKey == key ? [:] : [key: newKey])
  }

  /// Puts a code and all below it under another code, after its new siblings, or at the top.
  public static func move(
    _ key: String, under parent: String?, in codebook: Codebook
  ) throws(Problem) -> CodebookEdit {
    let index = try index(of: key, in: codebook)
    if let parent {
      _ = try code(parent, in: codebook)
      if parent == key { throw Problem("The code '\(key)' cannot stand under itself.") }
      try refuseFamily(parent, below: key, in: codebook)
    }
    var changed = codebook
    var code = changed.codes.remove(at: index)
    code.parent = parent
    changed.codes = CodeOrder(changed.codes + [code]).ordered
    let below = family(of: key, in: codebook).count - 1
    let others = below == 0 ? "" : " with \(Count(below, "code")) below it"
    return CodebookEdit(changed, "Moved code \(key)\(others) \(place(parent, isMotion: true)).")
  }

  static func place(_ parent: String?, isMotion: Bool = false) -> String {
    parent.map { "under \($0)" } ?? (isMotion ? "to the top" : "at the top")
  }
}
