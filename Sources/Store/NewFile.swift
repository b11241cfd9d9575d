import CStore
import Foundation
import Model

/// A file that is written beside its place and takes its name in one step: there whole, or not at all.
///
/// What a killed program left half is written over by the next that makes the same file.
final class NewFile {
  let path: String
  /// Where it is written until it is finished; only its owner may read it.
  let draft: String
  private let what: String
  private let hint: String
  private let isReplacing: Bool
  private var descriptor: Int32 = -1

  var name: String { (path as NSString).lastPathComponent }

  /// `what` is how messages name it, `hint` what to do where a file of the name is there.
  init(_ path: String, called what: String, replacing: Bool = false, whenThere hint: String) throws {
    self.path = path
    self.what = what
    self.hint = hint
    isReplacing = replacing
    let folder = PathText.folder(of: path)
    draft =
      (folder.isEmpty ? "" : folder == "/" ? "/" : folder + "/") + ".\((path as NSString).lastPathComponent).partial"
    var there = stat()
    guard replacing || lstat(path, &there) != 0 else { throw isThere }
    try take()
  }

  deinit { discard() }

  private var isThere: Problem { Problem("'\(name)' is there already.", file: path, hint: hint) }

  /// Opens the draft and holds it, so that of two programs that make the same file one says so.
  private func take() throws {
    for _ in 0..<100 {
      let opened = open(draft, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard opened >= 0 else { throw failure(errno) }
      guard draad_lock_file(opened) == 0 else {
        close(opened)
        throw Problem(
          "Another program is making the \(what) '\(name)'.", file: path, hint: "Try again when it is done.")
      }
      // Between the two steps another may have finished it and given it its name.
      var held = stat()
      var named = stat()
      guard fstat(opened, &held) == 0, stat(draft, &named) == 0, held.st_ino == named.st_ino else {
        close(opened)
        continue
      }
      descriptor = opened
      guard fchmod(opened, 0o600) == 0, ftruncate(opened, 0) == 0 else { throw failure(errno) }
      return
    }
    throw failure(EIO)
  }

  /// Adds bytes at the end.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(count < 0 ? errno : EIO) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until all of it is on the disk and gives it its name.
  func finish() throws {
    guard fsync(descriptor) == 0 else { throw failure(errno) }
    let failed = draad_take_name(draft, path, isReplacing ? 1 : 0)
    guard failed != EEXIST else { throw isThere }
    guard failed == 0 else { throw failure(failed) }
    close(descriptor)
    descriptor = -1
    try StudyFile.syncFolder(of: path)
  }

  /// Takes away what was written so far; nothing where it was finished.
  func discard() {
    guard descriptor >= 0 else { return }
    StudyFile.remove(draft)
    close(descriptor)
    descriptor = -1
  }

  private func failure(_ code: Int32) -> Problem { StudyFile.cannotMake(path, called: what, code) }
}
