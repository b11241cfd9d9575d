public import Model

/// How much of what is the same in two copies of a study, new, changed or gone in one, or changed in both.
public struct MergeTally: Equatable, Sendable {
  /// One kind of thing.
  public struct Line: Equatable, Sendable {
    public var same = 0
    public var newThere = 0
    public var newHere = 0
    public var changedThere = 0
    public var changedHere = 0
    public var removedThere = 0
    public var removedHere = 0
    public var conflicts = 0

    public init() {}
  }

  public private(set) var lines: [StudyCell.Kind: Line] = [:]
  public private(set) var codings = Line()

  public init() {}

  mutating func add(_ merge: CodingMerge) {
    codings.same += merge.same
    codings.newThere += merge.added.count
    codings.newHere += merge.newHere.count
    codings.removedThere += merge.removed.count
    codings.removedHere += merge.removedHere.count
  }

  /// Counts one thing by what becomes of its cells.
  ///
  /// - Parameters:
  ///   - isMine: whether this copy has it; `isTheirs` the other; `stays` whether it is there afterwards.
  mutating func add(
    _ kind: StudyCell.Kind, changes: [CellMerge.Change], isMine: Bool, isTheirs: Bool, stays: Bool
  ) {
    var line = lines[kind, default: Line()]
    defer { lines[kind] = line }
    if changes.contains(.conflict) { return line.conflicts += 1 }
    switch (isMine, isTheirs) {
    case (true, true):
      let there = changes.contains { [.newThere, .changedThere, .removedThere].contains($0) }
      let here = changes.contains { [.newHere, .changedHere, .removedHere].contains($0) }
      if there { line.changedThere += 1 }
      if here { line.changedHere += 1 }
      if !there, !here { line.same += 1 }
    case (true, false):
      if stays { line.newHere += 1 } else { line.removedThere += 1 }
    case (false, _):
      if stays { line.newThere += 1 } else { line.removedHere += 1 }
    }
  }

  /// Whether this copy stays as it is.
  public var bringsNothing: Bool {
    (lines.values + [codings]).allSatisfy {
      $0.newThere + $0.changedThere + $0.removedThere + $0.conflicts == 0
    }
  }

  /// Whether both copies hold the same.
  public var isSame: Bool {
    bringsNothing && (lines.values + [codings]).allSatisfy { $0.newHere + $0.changedHere + $0.removedHere == 0 }
  }
}
