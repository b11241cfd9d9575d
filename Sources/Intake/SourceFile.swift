/// A file as it was handed over: its name as shown to people, and its bytes.
public struct SourceFile: Equatable, Sendable {
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The name without its folders: `interviews/s01.docx` is `s01.docx`.
  public var shortName: String { Self.shortName(name) }

  static func shortName(_ name: String) -> String {
    guard let cut = name.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return name }
    return String(name[name.index(after: cut)...])
  }

  /// The name without folders and ending: what its transcript is called.
  public var stem: String {
    guard let dot = dot else { return shortName }
    return String(shortName[..<dot])
  }

  /// In lower case and without the point; empty where there is none.
  public var ending: String {
    guard let dot = dot else { return "" }
    return shortName[shortName.index(after: dot)...].lowercased()
  }

  private var dot: String.Index? {
    guard let dot = shortName.lastIndex(of: "."), dot != shortName.startIndex else { return nil }
    return dot
  }
}
