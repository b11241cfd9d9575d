import Foundation
public import Model

/// Whether a study lies where another computer may write it too, without the two knowing of each other's locks.
enum NetworkShare {
  /// Kinds of file systems that are shared, as the system names them.
  private static let shared: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "davfs", "vboxsf", "virtiofs", "prl_fs",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs",
    "fuse.vmhgfs-fuse", "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.mfs", "fuse.ceph-fuse",
  ]

  /// The kind of the share on which a file lies; nil for a disk of this computer.
  static func kind(of path: String) -> String? {
    guard let mounts = FileManager.default.contents(atPath: "/proc/self/mounts") else { return nil }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return kind(of: real, mounts: String(decoding: mounts, as: UTF8.self))
  }

  /// `mounts` has lines such as `server:/home /home nfs4 rw 0 0`; `path` is absolute.
  static func kind(of path: String, mounts: String) -> String? {
    var best: (length: Int, kind: String) = (-1, "")
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2 else { continue }
      let place = unescaped(words[1])
      let isAbove = place == "/" || path == place || path.hasPrefix(place + "/")
      // Of two at one place the later hides the first.
      if isAbove, place.utf8.count >= best.length { best = (place.utf8.count, String(words[2])) }
    }
    return shared.contains(best.kind) ? best.kind : nil
  }

  /// Blanks stand as `\040` in the list.
  private static func unescaped(_ text: Substring) -> String {
    var place = String(text)
    guard place.utf8.contains(UInt8(ascii: "\\")) else { return place }
    for (code, character) in [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")] {
      place = place.replacing(code, with: character)
    }
    return place
  }
}

extension StudyStore {
  /// What is to be said of the place where the study lies; nil where nothing is.
  public var placeWarning: Problem? {
    NetworkShare.kind(of: path).map { kind in
      Problem(
        "The study '\(name)' lies on a share (\(kind)). Two computers that write it at once can damage it.",
        hint: "Work on it from one computer at a time, or copy it to a disk of your own: backup FILE")
    }
  }
}
