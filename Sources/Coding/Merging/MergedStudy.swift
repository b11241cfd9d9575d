public import Model

/// A merge put in order: no name twice, no code above itself, the codes one after the other.
///
/// It is worked out of what was meant alone, so that the order of merges makes no difference.
public struct MergedStudy: Equatable, Sendable {
  /// What is to be in the study.
  public private(set) var cells: [StudyCell: CellValue]
  /// Without title and language, in tree order.
  public private(set) var codebook = Codebook()

  public init(_ merged: [StudyCell: CellValue]) {
    // What is quiet stays meant for a thing that may come back.
    let owners = Set(merged.keys.filter { !$0.isQuiet }.map { [$0.kind.rawValue, $0.owner] })
    cells = merged.filter { cell, _ in owners.contains([cell.kind.rawValue, cell.owner]) }
    spell(merged)
    nameTranscripts()
    orderCodes()
  }

  /// The place of a code among its siblings as text whose order is that of the numbers.
  public static func place(_ number: Int) -> CellValue {
    let digits = String(number)
    return CellValue(String(repeating: "0", count: max(0, 7 - digits.count)) + digits)
  }

  /// What nobody has any more is spelt in no way.
  private mutating func spell(_ merged: [StudyCell: CellValue]) {
    var spelt: Set<StudyCell> = []
    for cell in cells.keys where cell.isAttribute {
      spelt.insert(StudyCell(.spelling, cell.kind.attributes, String(cell.field.dropFirst())))
    }
    for (cell, value) in merged where cell.kind == .spelling && spelt.contains(cell) { cells[cell] = value }
  }

  /// Of several transcripts of one name the first by its digest has it, the others have the beginning of theirs behind it.
  private mutating func nameTranscripts() {
    var named: [String: [String]] = [:]
    for (cell, value) in cells where cell.kind == .transcript && cell.field == "name" {
      named[value.text ?? "", default: []].append(cell.owner)
    }
    var taken = Set(named.keys)
    for (name, owners) in named.sorted(by: { $0.key < $1.key }) where owners.count > 1 {
      for owner in owners.sorted().dropFirst() {
        var length = 6
        while taken.contains("\(name)-\(owner.prefix(length))"), length < owner.count { length += 1 }
        taken.insert("\(name)-\(owner.prefix(length))")
        cells[StudyCell(.transcript, owner, "name")] = CellValue("\(name)-\(owner.prefix(length))")
      }
    }
  }

  private func text(_ key: String, _ field: String) -> String? { cells[StudyCell(.code, key, field)]?.text }

  /// Of codes that stand above each other in a circle the first by its key goes to the top.
  private mutating func orderCodes() {
    let known = Set(cells.keys.filter { $0.kind == .code }.map(\.owner))
    let keys = known.sorted()
    var parents: [String: String] = [:]
    // One whose parent nobody has any more stands at the top.
    for key in keys { parents[key] = text(key, "parent").flatMap { known.contains($0) ? $0 : nil } }
    for key in keys where parents[key] != nil {
      var above = parents[key]
      var circle = [key]
      while let next = above, next != key, !circle.contains(next) {
        circle.append(next)
        above = parents[next]
      }
      if above == key, circle.min() == key { parents[key] = nil }
    }
    let siblings = Dictionary(grouping: keys) { parents[$0] }.mapValues { keys in
      keys.sorted { (text($0, "place") ?? "", $0) < (text($1, "place") ?? "", $1) }
    }
    var pending = Array((siblings[nil] ?? []).reversed())
    while let key = pending.popLast() {
      codebook.codes.append(code(key, under: parents[key]))
      pending += (siblings[key] ?? []).reversed()
    }
    for (parent, keys) in siblings {
      for (number, key) in keys.enumerated() {
        cells[StudyCell(.code, key, "place")] = Self.place(number)
        cells[StudyCell(.code, key, "parent")] = CellValue(parent)
      }
    }
  }

  private func code(_ key: String, under parent: String?) -> Code {
    Code(
      key: key, name: text(key, "name") ?? key, definition: text(key, "definition"), use: text(key, "use"),
      not: text(key, "not"), example: text(key, "example"),
      phrases: (text(key, "phrases") ?? "").split(separator: "\n").map(String.init), color: text(key, "color"),
      parent: parent)
  }
}
