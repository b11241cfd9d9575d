/// What a copy of a study holds of a cell, with what other copies had there when they came in.
public struct HeldValues: Equatable, Sendable {
  /// The values that no copy is known to have replaced.
  ///
  /// Several where it was changed in two copies apart; none where it was taken away, or where copies went back to what the
  /// others knew to be replaced.
  public var standing: Set<CellValue>
  /// All values there ever were since it was last changed here, those that stand among them.
  public var all: Set<CellValue>
  /// Whether a copy took it away.
  public var isGone: Bool
  /// Whether a copy took it away and left what it belongs to.
  public var isTakenOff: Bool

  /// - Parameter all: those that stand need not be named.
  public init(
    standing: Set<CellValue> = [], all: Set<CellValue> = [], isGone: Bool = false, isTakenOff: Bool = false
  ) {
    self.standing = standing
    self.all = all.union(standing)
    self.isGone = isGone
    self.isTakenOff = isTakenOff
  }

  /// What there is to hold of a cell that only this copy had.
  public init(_ value: CellValue) { self.init(standing: [value]) }

  /// Whether there is no more to it than the file shows.
  ///
  /// - Parameter value: what stands in the file.
  public func isPlain(_ value: CellValue?) -> Bool {
    guard let value else { return all.isEmpty && !isTakenOff }
    return self == HeldValues(value)
  }
}
