import Model

extension Table {
  /// One row for each row and group of a wide table: `code,name,value,count,n,percent`, or `code,with,count` for a matrix.
  ///
  /// A matrix is told by its heads, which are the groups themselves (`B3`), where other tables add the measure (`po_count`).
  var longForm: Table {
    var groups: [String] = []
    var places: [String: [String: Int]] = [:]
    var measures: [Column] = []
    for (place, column) in columns.enumerated() {
      guard let group = column.group else { continue }
      let measure = column.measureColumn
      if places[group] == nil { groups.append(group) }
      places[group, default: [:]][measure.key] = place
      if !measures.contains(where: { $0.key == measure.key }) { measures.append(measure) }
    }
    guard !groups.isEmpty else { return self }
    let fixed = columns.indices.filter { columns[$0].group == nil }
    let long = rows.flatMap { row in
      groups.map { group in
        fixed.map { row[$0] } + [.text(group)] + measures.map { places[group]?[$0.key].map { row[$0] } ?? .none }
      }
    }
    let groupHead = groupColumn(besides: fixed, measures)
    return Table(
      title: title, columns: fixed.map { columns[$0] } + [groupHead] + measures, rows: long, notes: notes,
      recipe: recipe)
  }

  private func groupColumn(besides fixed: [Int], _ measures: [Column]) -> Column {
    let isMatrix = columns.allSatisfy { $0.group == nil || $0.group == $0.key }
    let taken = Set(fixed.map { columns[$0].key } + measures.map(\.key))
    let names = isMatrix ? [("with", "With")] : [("value", "Value"), ("by", "By")]
    let free = names.first { !taken.contains($0.0) } ?? ("group", "Group")
    return Column(free.0, free.1, .text)
  }
}

extension Table.Column {
  /// The column of its measure in long form.
  fileprivate var measureColumn: Table.Column {
    let name = measure ?? (kind == .count ? "count" : "number")
    guard let group, heading.hasPrefix(group + " ") else {
      return Table.Column(name, name.prefix(1).uppercased() + String(name.dropFirst()), kind)
    }
    return Table.Column(name, String(heading.dropFirst(group.count + 1)), kind)
  }
}
