public import Model

/// A whole project as REFI-QDA exchanges it: a package that ends in `.qdpx` (version 1.5 of the standard, 2019).
public enum QDAProject {
  /// What can be said of a project beforehand.
  public struct Options: Sendable {
    /// How positions are counted, for who knows; nil lets the file tell.
    public var positions: PositionForm?
    /// Whose codings are those that nobody signed.
    public var coder: String
    /// Asked again and again: once true, nothing more is read, and what was read is not whole.
    public var isStopped: @Sendable () -> Bool

    public init(
      positions: PositionForm? = nil, coder: String = "unknown", isStopped: @escaping @Sendable () -> Bool = { false }
    ) {
      self.positions = positions
      self.coder = coder
      self.isStopped = isStopped
    }
  }

  public struct Reading: Equatable, Sendable {
    /// Transcripts have no turns and segments yet; texts are as they are kept, positions fit them.
    public var study: WholeStudy
    /// Whether the codes told their own keys, as those written here do.
    public var hasKeys: Bool
    public var report: TransferReport
  }

  /// Reads a package on a disk, of which nothing is written there; throws when it holds no project that can be read.
  public static func read(path: String, options: Options = Options()) throws(Problem) -> Reading {
    try read(try QDAPackage(path: path), options)
  }

  /// Reads a package in memory.
  public static func read(_ bytes: [UInt8], file: String, options: Options = Options()) throws(Problem) -> Reading {
    try read(try QDAPackage(bytes, name: file), options)
  }

  static func read(_ package: QDAPackage, _ options: Options) throws(Problem) -> Reading {
    let root = try QDAElement.read(
      try package.projectBytes(), file: package.name, isStopped: options.isStopped)
    guard root.name == "project" else {
      throw Problem(
        "The package holds no project: it begins with '\(TransferReport.shown(root.name))'.", file: package.name,
        hint: "Export it anew as a REFI-QDA project (.qdpx).")
    }
    var reading = QDAProjectReading(root, package, options)
    return reading.whole()
  }
}
