/// The codes of a codebook as indices, for counting: each code before its children.
public struct CodeTree: Equatable, Sendable {
  public let keys: [String]
  public let names: [String]
  /// The index of the code above, -1 at the top.
  public let parents: [Int]
  /// 0 at the top.
  public let depths: [Int]

  public init(keys: [String], names: [String], parents: [Int]) {
    self.keys = keys
    self.names = names
    // A damaged file can hold a circle; a code that does not stand after its parent stands at the top.
    let parents = parents.enumerated().map { $1 < $0 ? $1 : -1 }
    self.parents = parents
    var depths: [Int] = []
    for parent in parents { depths.append(parent < 0 ? 0 : depths[parent] + 1) }
    self.depths = depths
  }

  public var count: Int { keys.count }

  /// The code and all codes above it, the nearest first.
  public func lineage(of code: Int) -> [Int] {
    var line = [code]
    var next = parents[code]
    while next >= 0 {
      line.append(next)
      next = parents[next]
    }
    return line
  }

  /// The code and all codes below it, in codebook order.
  public func family(of code: Int) -> [Int] {
    var inside = Set([code])
    for other in 0..<count where parents[other] >= 0 && inside.contains(parents[other]) { inside.insert(other) }
    return inside.sorted()
  }
}
