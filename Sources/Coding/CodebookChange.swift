public import Model

/// What loading a codebook into a study does: a merge by key in which the file has its way and no code is lost.
public struct CodebookChange: Equatable, Sendable {
  /// The codes of the file in its order; a code the file lacks stands after the sibling it stood after.
  public let codebook: Codebook
  /// Against the codebook there was; nothing is removed.
  public let diff: CodebookDiff
  /// The keys of the codes that the file does not have, in their order.
  public let kept: [String]
  /// The keys of the codes with another definition, use or not, whose codings deserve another look.
  public let redefined: [String]
  /// A full sentence with counts.
  public let summary: String
  /// What one should know besides, as sentences.
  public let notes: [String]

  /// Merges a codebook that came from a file into the one a study has; title and language stay where the file has none.
  public init(loading loaded: Codebook, from file: String, into existing: Codebook) {
    let inFile = Set(loaded.codes.map(\.key))
    let absent = existing.codes.filter { !inFile.contains($0.key) }
    let merged = Codebook(
      title: loaded.title ?? existing.title, language: loaded.language ?? existing.language,
      codes: Self.merged(loaded.codes, with: absent, siblings: existing.codes))
    let diff = CodebookDiff(from: existing, to: merged)
    codebook = merged
    self.diff = diff
    kept = absent.map(\.key)
    redefined = diff.changes.compactMap(\.redefined).distinct()
    summary = Self.summary(diff, file: file, loaded: loaded, existing: existing)
    notes = Self.notes(kept: kept, diff: diff) + Self.twins(diff, existing)
  }

  private static func merged(_ loaded: [Code], with absent: [Code], siblings existing: [Code]) -> [Code] {
    let kept = Set(absent.map(\.key))
    var merged = loaded
    var previous: [String?: String] = [:]
    for code in existing {
      let sibling = previous.updateValue(code.key, forKey: code.parent)
      guard kept.contains(code.key) else { continue }
      if let place = merged.firstIndex(where: { $0.key == sibling && $0.parent == code.parent }) {
        merged.insert(code, at: place + 1)
      } else {
        merged.insert(code, at: sibling == nil ? 0 : merged.count)
      }
    }
    return CodeOrder(merged).ordered
  }

  private static func summary(_ diff: CodebookDiff, file: String, loaded: Codebook, existing: Codebook) -> String {
    let added = diff.changes.count { if case .added = $0 { true } else { false } }
    let changed = Set(diff.changes.compactMap(\.changedKey)).count
    let same = loaded.codes.count - added - changed
    var parts: [String] = []
    if added > 0 { parts.append("\(added) added") }
    if changed > 0 { parts.append("\(changed) changed") }
    if same > 0 { parts.append("\(same) as before") }
    let counts = parts.isEmpty ? "" : ": " + parts.listed()
    return "Loaded \(Count(loaded.codes.count, "code")) from \(file)\(counts)."
  }

  /// New codes whose keys differ from others only in capitals: they are taken for one another soon.
  private static func twins(_ diff: CodebookDiff, _ existing: Codebook) -> [String] {
    let known = Dictionary(
      existing.codes.map { ($0.key.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    return diff.changes.compactMap { change in
      guard case .added(let code) = change, let twin = known[code.key.lowercased()] else { return nil }
      return "'\(code.key)' is new beside '\(twin.key)' (\(twin.name)): the two keys differ only in capitals."
        + " If they are one code, 'undo', and give it the key '\(twin.key)' in the file."
    }
  }

  private static func notes(kept: [String], diff: CodebookDiff) -> [String] {
    var notes: [String] = []
    if !kept.isEmpty {
      let verb = kept.count == 1 ? "is" : "are"
      notes.append("\(kept.quoted()) \(verb) not in the file and kept; 'code delete' removes a code.")
    }
    for field in CodebookDiff.Field.allCases {
      let emptied = diff.changes.compactMap { change -> String? in
        guard case .changed(let key, field, .some, nil) = change else { return nil }
        return key
      }
      if emptied.isEmpty { continue }
      notes.append("The file has no '\(field.rawValue)' for \(emptied.quoted()), where there was one; it was removed.")
    }
    return notes
  }
}

extension CodebookDiff.Change {
  /// The code that is another than it was.
  fileprivate var changedKey: String? {
    switch self {
    case .renamed(let key, _, _), .changed(let key, _, _, _), .moved(let key, _, _): key
    case .title, .language, .added, .removed, .reordered: nil
    }
  }

  /// The code that is to be used otherwise than before.
  fileprivate var redefined: String? {
    guard case .changed(let key, let field, _, _) = self, [.definition, .use, .not].contains(field) else { return nil }
    return key
  }
}
