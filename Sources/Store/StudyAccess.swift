import Foundation
import GRDB
import Model

/// How a study can be used where it lies.
enum StudyAccess: Equatable {
  case writing
  /// It could be written, and is only read.
  case looking
  /// It is only read; SQLite may put files beside it.
  case reading
  /// It is only read, and nothing can be put beside it. It must stay as it is meanwhile.
  case still

  init(_ path: String, reading: Bool) {
    let folder = PathText.folder(of: path)
    let isFolderWritable = access(folder.isEmpty ? "." : folder, W_OK) == 0
    if isFolderWritable, access(path, W_OK) == 0 {
      self = reading ? .looking : .writing
    } else {
      // Where a program has it open, SQLite must read what it has written last.
      self = Leftovers.size(of: path) == 0 && !LockHolder.isInUse(path) ? .still : .reading
    }
  }

  /// The name by which SQLite opens it.
  func name(of path: String) -> String {
    guard self == .still else { return path.hasPrefix("file:") ? "./" + path : path }
    var name = "file:"
    // Two slashes at the start would name another machine.
    let plain = path.hasPrefix("//") ? "/" + path.drop { $0 == "/" } : path
    for byte in plain.utf8 {
      switch byte {
      case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
        name += "%" + String(byte, radix: 16, uppercase: true)
      case 0..<0x80: name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += "%" + String(byte, radix: 16, uppercase: true)
      }
    }
    return name + "?immutable=1"
  }
}

/// What the system says of a file that is read as if it could not change.
struct Stillness: Equatable {
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  init?(_ path: String) {
    var file = stat()
    guard stat(path, &file) == 0 else { return nil }
    (size, seconds, nanoseconds) = (Int(file.st_size), Int(file.st_mtim.tv_sec), Int(file.st_mtim.tv_nsec))
  }

  /// Throws where the file is another by now: what was read of it may be of two moments.
  func require(_ path: String) throws {
    guard Stillness(path) != self else { return }
    throw Problem(
      "The study '\((path as NSString).lastPathComponent)' was changed by another program while it was read.",
      file: path,
      hint: "Do it again.")
  }
}

/// What a program that was ended left beside a study: its last changes, which are part of it.
struct Leftovers {
  /// The mark of the study and its last act, in the file itself; nil where it is not whole without what was left.
  private let mark: [String]?

  /// Of the `-wal` file, in bytes.
  static func size(of path: String) -> Int {
    var file = stat()
    return stat(path + "-wal", &file) == 0 ? Int(file.st_size) : 0
  }

  /// nil where nothing was left, or where a program is still at it.
  init?(of path: String) throws {
    guard Self.size(of: path) > 0, !LockHolder.isInUse(path) else { return nil }
    mark = try? StudyStore.plainReader(StudyAccess.still.name(of: path)).read { db in
      // Where the power went while a page was written into the file, it is whole only in what lies beside it.
      guard try String.fetchAll(db, sql: "PRAGMA quick_check(1)") == ["ok"] else { return nil }
      return try Self.mark(db, act: Int.fetchOne(db, sql: "SELECT max(act_id) FROM acts") ?? 0)
    }
  }

  private static func mark(_ db: Database, act: Int) throws -> [String] {
    let guid = try String.fetchOne(db, sql: "SELECT value FROM study WHERE name = 'guid'")
    let at = try String.fetchOne(db, sql: "SELECT at FROM acts WHERE act_id = ?", arguments: [act])
    return [guid ?? "", String(act), at ?? ""]
  }
}

extension Leftovers {
  /// Throws where what was left does not belong to the file, as when one of the two was copied without the other.
  func check(_ db: Database, of path: String) throws {
    let name = (path as NSString).lastPathComponent
    // Acts are only added: the last that the file knows by itself must be among those of both.
    let isOther = try mark.map { mark in try Self.mark(db, act: Int(mark[1]) ?? 0) != mark } ?? false
    guard try isOther || String.fetchAll(db, sql: "PRAGMA quick_check(1)") != ["ok"] else { return }
    throw Problem(
      "The file '\(name)-wal' does not belong to the study '\(name)', or one of the two is damaged. Neither was changed.",
      file: path, hint: "Bring both files together again, or save what is there with: draad rescue \(name) NEW.draad")
  }
}
