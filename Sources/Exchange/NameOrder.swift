/// The order in which names stand in a result: by number where all are numbers, else by their letters.
enum NameOrder {
  static func sorted(_ names: [String]) -> [String] {
    let numbers = names.compactMap { name in Double(name).flatMap { $0.isFinite ? $0 : nil } }
    guard numbers.count == names.count else { return names.sorted() }
    return zip(numbers, names).sorted { $0 < $1 }.map(\.1)
  }

  /// The names sorted, and for each given name its place among them.
  static func places(of names: [String]) -> (sorted: [String], places: [Int32]) {
    let sorted = sorted(names)
    let place = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, Int32($0)) })
    return (sorted, names.map { place[$0] ?? 0 })
  }
}
