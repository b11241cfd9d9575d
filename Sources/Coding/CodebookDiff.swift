public import Model

/// What changed between two codebooks; codes are the same when their keys are.
public struct CodebookDiff: Equatable, Sendable {
  public enum Field: String, CaseIterable, Sendable {
    case definition, use, not, example, phrases, color
  }

  public enum Change: Equatable, Sendable {
    case title(from: String?, to: String?)
    case language(from: String?, to: String?)
    case added(Code)
    case removed(Code)
    case renamed(key: String, from: String, to: String)
    /// Phrases are joined by `|`.
    case changed(key: String, field: Field, from: String?, to: String?)
    /// Under another code, or to the top (nil).
    case moved(key: String, from: String?, to: String?)
    /// The children of a code, or the codes at the top (nil), stand in another order.
    case reordered(parent: String?)
  }

  /// In the order of the new codebook; the codes that are gone come last.
  public let changes: [Change]

  public var isEmpty: Bool { changes.isEmpty }

  public init(from old: Codebook, to new: Codebook) {
    let before = Dictionary(old.codes.map { ($0.key, $0) }) { first, _ in first }
    let after = Set(new.codes.map(\.key))
    var changes: [Change] = []
    if old.title != new.title { changes.append(.title(from: old.title, to: new.title)) }
    if old.language != new.language { changes.append(.language(from: old.language, to: new.language)) }
    for code in new.codes {
      if let earlier = before[code.key] {
        changes += Self.changes(from: earlier, to: code)
      } else {
        changes.append(.added(code))
      }
    }
    changes += Self.reorderings(from: old, to: new)
    changes += old.codes.filter { !after.contains($0.key) }.map(Change.removed)
    self.changes = changes
  }

  private static func changes(from old: Code, to new: Code) -> [Change] {
    var changes: [Change] = []
    if old.name != new.name { changes.append(.renamed(key: new.key, from: old.name, to: new.name)) }
    for field in Field.allCases where old[field] != new[field] {
      changes.append(.changed(key: new.key, field: field, from: old[field], to: new[field]))
    }
    if old.parent != new.parent { changes.append(.moved(key: new.key, from: old.parent, to: new.parent)) }
    return changes
  }

  /// Looks only at the codes that are in both books under the same parent.
  private static func reorderings(from old: Codebook, to new: Codebook) -> [Change] {
    let before = Dictionary(old.codes.map { ($0.key, $0.parent) }) { first, _ in first }
    let after = Dictionary(new.codes.map { ($0.key, $0.parent) }) { first, _ in first }
    func siblings(_ codes: [Code]) -> [String?: [String]] {
      let stayed = codes.filter { code in
        guard let old = before[code.key], let new = after[code.key] else { return false }
        return old == new
      }
      return Dictionary(grouping: stayed, by: \.parent).mapValues { $0.map(\.key) }
    }
    let (earlier, later) = (siblings(old.codes), siblings(new.codes))
    return new.codes.map(\.parent).distinct().filter { earlier[$0] != later[$0] }.map(Change.reordered)
  }
}

extension Code {
  /// The text of a field; nil where nothing is in it.
  public subscript(field: CodebookDiff.Field) -> String? {
    switch field {
    case .definition: definition
    case .use: use
    case .not: not
    case .example: example
    case .phrases: phrases.isEmpty ? nil : phrases.joined(separator: "|")
    case .color: color
    }
  }
}
