/// Paths as text; nothing is looked up.
public enum PathText {
  /// What stands before the last slash: empty for a name alone, `/` for a file at the root.
  public static func folder(of path: String) -> String {
    let parts = path.utf8
    guard let slash = parts.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == parts.startIndex ? "/" : String(path[..<slash])
  }
}
