import GRDB
import Model

/// Turns what SQLite says into what a researcher can act on.
enum StoreFailure {
  /// `holder` is asked who is writing, where that is the matter.
  static func problem(for error: any Error, file: String, holder: () -> LockHolder? = { nil }) -> Problem {
    if let problem = error as? Problem { return problem }
    guard let error = error as? DatabaseError else {
      return Problem("The study '\(file)' could not be read or written.", hint: "See what is wrong with: check")
    }
    switch error.resultCode.primaryResultCode {
    // The last where a program was stopped while it put the study in order after another.
    case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_PROTOCOL: return isTaken(file, by: holder())
    case .SQLITE_INTERRUPT, .SQLITE_ABORT:
      return StopSign.problem
    case .SQLITE_FULL:
      return Problem("The disk is full; nothing was changed in '\(file)'.", hint: "Make room, then repeat the command.")
    case .SQLITE_TOOBIG:
      return Problem("That is more than '\(file)' can keep in one piece; nothing was changed.")
    case .SQLITE_READONLY, .SQLITE_PERM:
      return Problem(
        "The study '\(file)' may not be written by you.", hint: "Look at the rights of the file and its folder.")
    case .SQLITE_CANTOPEN:
      return Problem("The study '\(file)' cannot be opened.", hint: "Look at the rights of the file and its folder.")
    case .SQLITE_IOERR:
      return Problem("The disk gave an error while '\(file)' was read or written; nothing was changed.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return Problem("The study '\(file)' is damaged.", hint: wayOut(of: file))
    default:
      return Problem(
        "The study '\(file)' is not as Draad made it: \(error.message ?? "unknown").", hint: "See more with: check")
    }
  }

  /// What helps where a part of a study cannot be read.
  static func wayOut(of file: String) -> String {
    "Go back to a copy (backups lists them), or put what can be read into a new study: rescue \(file) NEW.draad"
  }

  private static func isTaken(_ file: String, by holder: LockHolder?) -> Problem {
    let who = holder?.named ?? ""
    guard let holder, holder.isStopped, !who.isEmpty else {
      return Problem(
        "Another program\(who) is writing to the study '\(file)'; nothing was changed.",
        hint: "Try again when it is done, or close the other Draad that has it open.")
    }
    return Problem(
      "Another program\(who) was stopped while it wrote to the study '\(file)'; nothing was changed.",
      hint: "Let it go on with: kill -CONT \(holder.process); or end it, and what it was doing is not done: "
        + "kill -KILL \(holder.process)")
  }
}
