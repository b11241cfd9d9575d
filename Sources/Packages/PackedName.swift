/// What the name of an entry in a ZIP archive says: a file to be read, one to be passed over, or one not to be touched.
package enum PackedName: Equatable {
  /// With the folders it lies in.
  case file(folders: [String], name: String)
  /// Folders, hidden files, and what operating systems leave behind.
  case none
  /// A name that leads out of the archive, with the reason as the end of a sentence.
  case unsafe(String)

  private static let leftBehind: Set<String> = ["thumbs.db", "desktop.ini", "__macosx"]

  package init(_ name: String) {
    let first = name.utf8.first
    let parts = name.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      self = .unsafe("its name holds control characters")
    } else if parts.contains("..") {
      self = .unsafe("its name leads out of the archive")
    } else if name.contains("\\") {
      self = .unsafe("its name holds a backslash")
    } else if first == UInt8(ascii: "/") || Self.hasDrive(name) {
      self = .unsafe("its name begins at the root of a disk")
    } else if name.hasSuffix("/") || parts.contains(where: Self.isPassedOver) {
      self = .none
    } else if let last = parts.last {
      self = .file(folders: Array(parts.dropLast()), name: last)
    } else {
      self = .unsafe("it has no name")
    }
  }

  private static func hasDrive(_ name: String) -> Bool {
    let start = Array(name.utf8.prefix(2))
    return start.count == 2 && start[1] == UInt8(ascii: ":") && (start[0] | 0x20) >= 0x61 && (start[0] | 0x20) <= 0x7A
  }

  private static func isPassedOver(_ part: String) -> Bool {
    part.hasPrefix(".") || part.hasPrefix("~$") || leftBehind.contains(part.lowercased())
  }
}
