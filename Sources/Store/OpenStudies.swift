import Foundation
import Model
import Synchronization

/// The studies that this process has open, by what the system knows of their files.
///
/// The system ends all locks that a process has on a file when any of its descriptors for it is closed
/// (https://sqlite.org/howtocorrupt.html, 2.2), and another program would then take the study for its own. So what is in here is
/// opened by SQLite alone, which knows.
public enum OpenStudies {
  struct File: Hashable, Sendable {
    let device: UInt64
    let number: UInt64

    init?(_ path: String) {
      var file = stat()
      guard stat(path, &file) == 0 else { return nil }
      device = UInt64(file.st_dev)
      number = UInt64(file.st_ino)
    }
  }

  private static let open = Mutex<[File: Int]>([:])

  static func add(_ file: File) { open.withLock { $0[file, default: 0] += 1 } }

  static func remove(_ file: File) {
    open.withLock { open in
      guard let count = open[file] else { return }
      open[file] = count > 1 ? count - 1 : nil
    }
  }

  /// Whether a path leads to a study that is open here, or to what SQLite keeps beside one.
  public static func holds(_ path: String) -> Bool {
    let named = ["-wal", "-shm"].first(where: path.hasSuffix).map { String(path.dropLast($0.count)) }
    return open.withLock { open in
      [path, named].contains { $0.flatMap(File.init).map { open[$0] != nil } ?? false }
    }
  }

  /// Throws where a path leads to a study that is open here.
  public static func requireElsewhere(_ path: String) throws {
    guard holds(path) else { return }
    throw Problem(
      "'\((path as NSString).lastPathComponent)' is the study that is open.", file: path, hint: "Name another file.")
  }
}

/// Thrown where a change rests on what was read before another program changed the study; nothing was changed.
public struct StudyMovedOn: Error {}
