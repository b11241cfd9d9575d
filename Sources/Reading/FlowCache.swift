/// The lines of the segments that were shown, for one width; a few screens of them.
struct FlowCache: Sendable {
  private static let most = 512
  private var flows: [Int: [Range<Int>]] = [:]

  init() {}

  mutating func lines(of segment: Int, _ make: () -> [Range<Int>]) -> [Range<Int>] {
    if let known = flows[segment] { return known }
    if flows.count >= Self.most { flows = [:] }
    let made = make()
    flows[segment] = made
    return made
  }
}
