/// How a whole study is to be written.
public struct StudyExportRequest: Sendable {
  /// Whether positions count units of UTF-16, as NVivo does.
  public var countsUTF16: Bool
  /// Whether nothing is to be written where something would be lost.
  public var isStrict: Bool
  /// Whether a file may be overwritten.
  public var isForced: Bool
  /// Whether it goes into a folder of plain text.
  public var isPlain: Bool

  public init(countsUTF16: Bool = false, isStrict: Bool = false, isForced: Bool = false, isPlain: Bool = false) {
    self.countsUTF16 = countsUTF16
    self.isStrict = isStrict
    self.isForced = isForced
    self.isPlain = isPlain
  }
}
