import Model

/// Codes that meet: a node a code, an edge a pair that meets at least once.
struct CodeNetwork: Equatable {
  struct Node: Equatable {
    var key: String
    /// How often the code occurs by itself; nil where the table does not say.
    var count: Double?
  }

  struct Edge: Equatable {
    /// Places of nodes, `a` before `b`.
    var a: Int
    var b: Int
    var count: Double
  }

  private(set) var nodes: [Node] = []
  /// In the order of their nodes.
  private(set) var edges: [Edge] = []
  /// Whether it came from one row a pair.
  let isOfPairs: Bool
  private var places: [String: Int] = [:]
  private var meetings: [Int: [Int: Double]] = [:]

  /// Nil for a table that is no matrix of codes and has no rows of pairs.
  init?(_ table: Table) {
    isOfPairs = !table.isMatrix
    if table.isMatrix {
      guard table.columns.first?.kind == .text else { return nil }
      readMatrix(table)
    } else {
      guard readPairs(table) else { return nil }
    }
    edges = meetings.sorted { $0.key < $1.key }.flatMap { a, others in
      others.sorted { $0.key < $1.key }.map { Edge(a: a, b: $0.key, count: $0.value) }
    }
    meetings = [:]
  }

  /// How often each code occurs, or else how often it meets others.
  var weights: [Double] {
    var sums = [Double](repeating: 0, count: nodes.count)
    for edge in edges {
      sums[edge.a] += edge.count
      sums[edge.b] += edge.count
    }
    return nodes.indices.map { nodes[$0].count ?? sums[$0] }
  }

  private mutating func readMatrix(_ table: Table) {
    let crossed = table.columns.indices.filter { table.columns[$0].group != nil }
    for row in table.rows { if case .text(let key)? = row.first { _ = node(key) } }
    for place in crossed { if let key = table.columns[place].group { _ = node(key) } }
    for row in table.rows {
      guard case .text(let key)? = row.first else { continue }
      for place in crossed {
        guard let other = table.columns[place].group, let count = row[place].double else { continue }
        meet(node(key), node(other), count)
      }
    }
  }

  private mutating func readPairs(_ table: Table) -> Bool {
    func place(_ keys: String...) -> Int? { table.columns.firstIndex { keys.contains($0.key) } }
    guard let a = place("code_a"), let b = place("code_b"), let both = place("both", "n_ab") else { return false }
    let alone = (a: place("a_only", "n_a"), b: place("b_only", "n_b"))
    let isUnits = table.columns[both].key == "both"
    for row in table.rows {
      guard case .text(let first) = row[a], case .text(let second) = row[b] else { continue }
      let (one, other, count) = (node(first), node(second), row[both].double ?? 0)
      let added = isUnits ? count : 0
      if let place = alone.a, let number = row[place].double { nodes[one].count = number + added }
      if let place = alone.b, let number = row[place].double { nodes[other].count = number + added }
      meet(one, other, count)
    }
    return true
  }

  private mutating func node(_ key: String) -> Int {
    if let place = places[key] { return place }
    places[key] = nodes.count
    nodes.append(Node(key: key))
    return nodes.count - 1
  }

  private mutating func meet(_ one: Int, _ other: Int, _ count: Double) {
    guard one != other else {
      nodes[one].count = count
      return
    }
    if count > 0 { meetings[min(one, other), default: [:]][max(one, other)] = count }
  }
}
