import Model

/// The files of a package by the paths that sources name them by.
///
/// The whole path goes first; folders and capitals differ from program to program, so that the last part of it may do.
struct PackedPaths {
  private var whole: [String: UInt64] = [:]
  /// Without the folder of the sources, which the standard leaves out.
  private var inner: [String: UInt64] = [:]
  private var folded: [String: UInt64] = [:]
  private var short: [String: UInt64] = [:]
  private var foldedShort: [String: UInt64] = [:]

  var indices: some Sequence<UInt64> { whole.values }

  /// Adds an entry; the path of the one that it takes the place of, if any.
  mutating func add(_ path: String, _ index: UInt64) -> String? {
    let name = PathText.name(of: path)
    inner[Self.inner(path)] = index
    folded[Self.inner(path).lowercased()] = index
    short[name] = index
    foldedShort[name.lowercased()] = index
    return whole.updateValue(index, forKey: path) == nil ? nil : path
  }

  /// The entry that is meant; a part of a path may be written as in an address (`%20`).
  subscript(_ path: String) -> UInt64? { find(path) ?? PathText.unescaped(path).flatMap { find($0) } }

  private func find(_ path: String) -> UInt64? {
    var path = path.replacing("\\", with: "/")
    while path.hasPrefix("/") || path.hasPrefix("./") { path.removeFirst(path.hasPrefix("/") ? 1 : 2) }
    let name = PathText.name(of: path)
    let inside = Self.inner(path)
    return whole[path] ?? inner[inside] ?? folded[inside.lowercased()] ?? short[name] ?? foldedShort[name.lowercased()]
  }

  private static func inner(_ path: String) -> String {
    let folder = "sources/"
    return path.lowercased().hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
