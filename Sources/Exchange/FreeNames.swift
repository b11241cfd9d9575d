/// Names that are to be unique: one that is taken gets a number behind it.
struct FreeNames {
  private var taken: Set<String>
  /// For each name the number that was given last, so that thousands of one name are no long search.
  private var last: [String: Int] = [:]

  init(_ taken: some Sequence<String> = []) { self.taken = Set(taken) }

  func isTaken(_ name: String) -> Bool { taken.contains(name) }

  /// The name itself, else `name-2`, and so on; it is taken from now on.
  mutating func name(_ wanted: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    var number = last[wanted, default: 1] + 1
    while !taken.insert("\(wanted)-\(number)").inserted { number += 1 }
    last[wanted] = number
    return "\(wanted)-\(number)"
  }
}
