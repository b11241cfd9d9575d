public import Model

/// Finds the code that a person means: by key, by `family/name`, by name, or by the start of a name.
public struct CodeNames: Sendable {
  private let codes: [Code]
  private let tree: CodeTree
  private let folded: [String]
  private let fold: @Sendable (String) -> String
  private let nearest: @Sendable (String, [String]) -> [String]

  /// - Parameters:
  ///   - codebook: in tree order.
  ///   - fold: without capitals and accents.
  ///   - nearest: those of many words that look most like one.
  public init(
    _ codebook: Codebook, fold: @escaping @Sendable (String) -> String,
    nearest: @escaping @Sendable (String, [String]) -> [String]
  ) {
    codes = codebook.codes
    tree = codebook.tree
    folded = codebook.codes.map { fold($0.name) }
    self.fold = fold
    self.nearest = nearest
  }

  /// The code that was typed; a problem when none is meant or several may be.
  ///
  /// A key goes before a name, a name before the start of one. Of several with such a name the one above all others is
  /// meant, if there is one.
  public func code(_ typed: String) throws(Problem) -> Code {
    let wanted = typed.trimmed
    guard !wanted.isEmpty else {
      throw Problem("No code was named.", hint: "'codebook show' lists all codes.", kind: .usage)
    }
    switch match(wanted, among: Array(codes.indices)) {
    case .one(let index): return codes[index]
    case .several(let indices): throw ambiguity(wanted, indices)
    case .none: throw unknown(wanted)
    }
  }

  private enum Match {
    case none
    case one(Int)
    case several([Int])
  }

  private func match(_ wanted: String, among candidates: [Int]) -> Match {
    if let index = candidates.first(where: { codes[$0].key == wanted }) { return .one(index) }
    let key = wanted.lowercased()
    let name = fold(wanted)
    let found =
      [
        candidates.filter { codes[$0].key.lowercased() == key },
        candidates.filter { folded[$0] == name },
        candidates.filter { folded[$0].hasPrefix(name) },
      ].first { !$0.isEmpty } ?? []
    if !found.isEmpty { return head(of: found) }
    return matchInFamily(wanted, among: candidates)
  }

  /// `family/name`, where the family is typed as any code is.
  private func matchInFamily(_ wanted: String, among candidates: [Int]) -> Match {
    guard let slash = wanted.firstIndex(of: "/") else { return .none }
    let family = wanted[..<slash].trimmed
    let name = wanted[wanted.index(after: slash)...].trimmed
    guard !family.isEmpty, !name.isEmpty else { return .none }
    switch match(family, among: candidates) {
    case .one(let index): return match(name, among: tree.family(of: index).filter { $0 != index })
    case let other: return other
    }
  }

  private func head(of found: [Int]) -> Match {
    if found.count == 1 { return .one(found[0]) }
    // In tree order only the first can stand above the rest.
    return found.dropFirst().allSatisfy { tree.lineage(of: $0).contains(found[0]) }
      ? .one(found[0]) : .several(found)
  }

  private func ambiguity(_ wanted: String, _ found: [Int]) -> Problem {
    let mostNamed = 5
    var named = found.prefix(mostNamed).map { "'\(codes[$0].key)' (\(codes[$0].name))" }
    if found.count > mostNamed { named.append("\(found.count - mostNamed) more") }
    return Problem(
      "'\(wanted)' can mean \(Count(found.count, "code")): \(named.listed()).",
      hint: "Type the key, as in '\(codes[found[0]].key)'; 'codebook show' lists all codes.")
  }

  private func unknown(_ wanted: String) -> Problem {
    let near = nearest(wanted, codes.map(\.key) + codes.map(\.name))
    let list = "'codebook show' lists all codes."
    return Problem(
      "No code named '\(wanted)'.", hint: near.isEmpty ? list : "Did you mean \(near.quoted("or"))? \(list)")
  }
}
