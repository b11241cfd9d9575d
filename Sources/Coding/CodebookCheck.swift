public import Model

/// The rules every codebook keeps, from whatever file it came.
public enum CodebookCheck {
  /// Puts the codes in tree order, siblings in the order in which they stand.
  ///
  /// No codebook comes back when a key is doubled or cannot be typed, a name is empty, a parent is unknown or codes
  /// stand above each other in a circle; the problems name each.
  public static func treeOrder(of codebook: Codebook) -> (codebook: Codebook?, problems: [Problem]) {
    let problems = problemsOfCodes(codebook) + problemsOfParents(codebook)
    guard problems.isEmpty else { return (nil, problems) }
    var ordered = codebook
    ordered.codes = CodeOrder(codebook.codes).ordered
    return (ordered, [])
  }

  private static func problemsOfCodes(_ codebook: Codebook) -> [Problem] {
    var problems: [Problem] = []
    var counts: [String: Int] = [:]
    for code in codebook.codes {
      counts[code.key, default: 0] += 1
      if counts[code.key] == 2 { problems.append(Problem("The key '\(code.key)' is used twice.")) }
      if let fault = CodeKeyRule.fault(in: code.key) { problems.append(Problem(fault)) }
      if code.name.trimmed.isEmpty { problems.append(Problem("The code '\(code.key)' has no name.")) }
    }
    return problems
  }

  private static func problemsOfParents(_ codebook: Codebook) -> [Problem] {
    let parents = Dictionary(codebook.codes.map { ($0.key, $0.parent) }) { first, _ in first }
    var problems: [Problem] = []
    /// Codes that are known not to lead into a circle, or whose circle was told.
    var settled: Set<String> = []
    for code in codebook.codes {
      if let parent = code.parent, parents[parent] == nil {
        problems.append(Problem("The parent '\(parent)' of the code '\(code.key)' is not in the codebook."))
      }
      var path: [String] = []
      var onPath: Set<String> = []
      var next: String? = code.key
      while let key = next, !settled.contains(key) {
        if !onPath.insert(key).inserted {
          let circle = path.drop { $0 != key } + [key]
          problems.append(
            Problem("Codes stand above each other in a circle: \(circle.joined(separator: " under "))."))
          break
        }
        path.append(key)
        next = parents[key] ?? nil
      }
      settled.formUnion(path)
    }
    return problems
  }
}

/// Codes in tree order, each before its children; codes of an unknown parent stand at the top.
struct CodeOrder {
  private(set) var ordered: [Code] = []

  init(_ codes: [Code]) {
    let keys = Set(codes.map(\.key))
    var children: [String: [Code]] = [:]
    var pending: [Code] = []
    for code in codes {
      if let parent = code.parent, keys.contains(parent) {
        children[parent, default: []].append(code)
      } else {
        pending.append(code)
      }
    }
    pending.reverse()
    while let code = pending.popLast() {
      ordered.append(code)
      pending += (children.removeValue(forKey: code.key) ?? []).reversed()
    }
  }
}
