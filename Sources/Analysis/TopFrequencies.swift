public import Model

extension CodeFrequency {
  /// The most frequent codes of each group, ranked; codes that share the last place are all there.
  ///
  /// One row a place with `rank,code,name,count,n,percent`, before it the group where there are several. Codes that do not
  /// occur have no place.
  public func top(
    _ number: Int, counting unit: CountUnit, by attribute: String? = nil,
    groups: [(value: String, ground: CountingGround)]
  ) -> Table {
    let tallies = groups.map { tally(of: unit, on: $0.ground) }
    let places = tallies.map { Self.places(number, $0.counts) }
    let rows = groups.indices.flatMap { group in
      places[group].map { place -> [Table.Cell] in
        let code = codes[place.row]
        let head: [Table.Cell] = attribute == nil ? [] : [.text(groups[group].value)]
        return head + [.count(place.rank), .text(tree.keys[code]), .text(tree.names[code])]
          + tallies[group].cells(at: place.row, extras)
      }
    }
    let heads = [
      Table.Column("rank", "Rank", .count), .init("code", "Code", .text), .init("name", "Name", .text),
    ]
    let bases = zip(groups, tallies).map { group, tally in
      attribute == nil ? baseSentence(unit, tally.n) : "\(group.value): \(baseSentence(unit, tally.n))"
    }
    let named = zip(groups.map(\.value), places).map { (attribute == nil ? "" : $0 + ": ") + Self.sentence(number, $1) }
    return Table(
      title: "The most frequent codes, to place \(number)" + (attribute.map { ", by \($0)" } ?? ""),
      columns: (attribute == nil ? [] : [.init("value", "Value", .text)]) + heads + FrequencyExtras.columns
        + extras.columns, rows: rows,
      notes: [
        .init("Unit", unitSentence(unit)), .init("Base", bases.joined(separator: ", ")),
        .init("Top", named.joined(separator: "; ")),
      ] + leftOut(unit, on: groups.map(\.ground)) + parentNote(unit) + extras.notes(unit, tallies))
  }

  /// The rows with a place up to `number`, in order; a place is one more than the rows with a higher count.
  static func places(_ number: Int, _ counts: [Int]) -> [(rank: Int, row: Int)] {
    let sorted = counts.indices.filter { counts[$0] > 0 }.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    var places: [(rank: Int, row: Int)] = []
    for (index, row) in sorted.enumerated() {
      let isTie = index > 0 && counts[sorted[index - 1]] == counts[row]
      let rank = isTie ? places[index - 1].rank : index + 1
      guard rank <= number else { break }
      places.append((rank, row))
    }
    return places
  }

  private static func sentence(_ number: Int, _ places: [(rank: Int, row: Int)]) -> String {
    let shown = places.count == 1 ? "1 code" : "\(places.count) codes"
    guard places.count > number, let last = places.last?.rank else { return shown }
    return "\(shown), as \(places.count { $0.rank == last }) share place \(last)"
  }
}
