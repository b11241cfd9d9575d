import Foundation

/// The program that is writing to a study, as the system knows it by its lock.
struct LockHolder: Equatable {
  let process: Int32
  /// As `draad`; empty where the system does not say.
  let program: String
  /// Stopped by Ctrl-Z or a signal: it holds the study and does nothing.
  let isStopped: Bool

  /// Where SQLite's locks for writing, for a checkpoint and for recovery lie in the `-shm` file, in bytes
  /// (https://sqlite.org/walformat.html, 2.3).
  private static let writeLocks = 120...122

  /// nil where nobody is writing, or where it cannot be told.
  static func writing(to study: String) -> LockHolder? {
    guard let process = process(of: study, at: writeLocks) else { return nil }
    return LockHolder(process: process)
  }

  /// Whether any program, this one too, has the study open.
  static func isInUse(_ study: String) -> Bool { process(of: study, at: 0...4096) != nil }

  /// The locks are read from the system's list: to ask the file itself would end the locks this program has on it.
  private static func process(of study: String, at bytes: ClosedRange<Int>) -> Int32? {
    var file = stat()
    guard stat(study + "-shm", &file) == 0, let list = text("/proc/locks") else { return nil }
    return process(in: list, file: UInt64(file.st_ino), at: bytes)
  }

  /// Reads lines such as `5: POSIX  ADVISORY  WRITE 4711 fe:00:394772 120 120`.
  static func process(in list: String, file: UInt64, at bytes: ClosedRange<Int>) -> Int32? {
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 8, words[1] == "POSIX", let process = Int32(words[4]), let start = Int(words[6]),
        words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == file
      else { continue }
      let end = Int(words[7]) ?? Int.max
      if start <= bytes.upperBound, end >= bytes.lowerBound { return process }
    }
    return nil
  }

  private init(process: Int32) {
    self.process = process
    let (program, state) = Self.program(text("/proc/\(process)/stat") ?? "")
    self.program = program
    isStopped = state == "T" || state == "t"
  }

  init(process: Int32, program: String, isStopped: Bool) {
    (self.process, self.program, self.isStopped) = (process, program, isStopped)
  }

  /// Name and state from a line such as `4711 (draad) T 1 ...`; the name may hold blanks and brackets.
  static func program(_ line: String) -> (name: String, state: String) {
    guard let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")"), open < close else {
      return ("", "")
    }
    let state = line[line.index(after: close)...].split(separator: " ").first ?? ""
    return (String(line[line.index(after: open)..<close]), String(state))
  }
}

/// A file of the system's own, which has no size beforehand.
private func text(_ path: String) -> String? {
  guard let handle = FileHandle(forReadingAtPath: path) else { return nil }
  defer { try? handle.close() }
  return (try? handle.readToEnd()).flatMap { $0.map { String(decoding: $0, as: UTF8.self) } }
}
