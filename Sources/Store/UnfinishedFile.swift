import CStore
import Foundation
import Model

/// A file that a program was making when it was ended.
enum UnfinishedFile {
  /// Takes it away where no program is at it; whether it is gone.
  @discardableResult
  static func remove(_ path: String) -> Bool {
    let opened = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard opened >= 0 else { return false }
    defer { close(opened) }
    guard draad_lock_file(opened) == 0 else { return false }
    StudyFile.remove(path)
    return true
  }
}

extension StudyStore {
  /// Takes away a copy that was not finished; false where a program is at it.
  public static func removeUnfinished(_ path: String) -> Bool { UnfinishedFile.remove(path) }
}
