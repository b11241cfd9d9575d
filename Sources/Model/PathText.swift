/// Paths as text; nothing is looked up.
public enum PathText {
  /// What stands before the last slash: empty for a name alone, `/` for a file at the root.
  public static func folder(of path: String) -> String {
    let parts = path.utf8
    guard let slash = parts.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == parts.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands after the last slash or backslash: the path itself where there is none.
  public static func name(of path: String) -> String {
    guard let slash = path.lastIndex(where: { $0 == "/" || $0 == "\\" }) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// The name without folders and ending.
  public static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// In small letters and without the point; empty where there is none.
  public static func ending(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The path with `%20` and its like as the characters they stand for; nil where nothing is so written.
  public static func unescaped(_ path: String) -> String? {
    guard path.utf8.contains(UInt8(ascii: "%")) else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      if byte == UInt8(ascii: "%"), digits.count == 2 {
        bytes.append(UInt8(digits[0] * 16 + digits[1]))
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
