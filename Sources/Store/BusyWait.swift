import Foundation
import Model
import Synchronization

/// How long another program's write is waited for, and what is said meanwhile.
final class BusyWait: Sendable {
  private let seconds: Double
  private let study: String
  private let notices: Notices
  private let state = Mutex(State())

  private struct State {
    var began = ContinuousClock.now
    var isNoted = false
    var isPatient = true
  }

  init(_ seconds: Double, study: String, notices: Notices) {
    (self.seconds, self.study, self.notices) = (seconds, study, notices)
  }

  /// Does what can as well be done another time: nothing is waited for.
  func withoutWaiting<T>(_ body: () throws -> T) rethrows -> T {
    state.withLock { $0.isPatient = false }
    defer { state.withLock { $0.isPatient = true } }
    return try body()
  }

  /// Asked by SQLite after each try that found the study taken; false when it is to give up.
  func goesOn(after tries: Int) -> Bool {
    let (waited, isPatient, note) = state.withLock { state in
      if tries == 0 { (state.began, state.isNoted) = (.now, false) }
      let waited = Double((ContinuousClock.now - state.began) / .milliseconds(1)) / 1000
      let note = state.isPatient && !state.isNoted && waited >= Self.noted && waited < seconds
      if note { state.isNoted = true }
      return (waited, state.isPatient, note)
    }
    guard isPatient, waited < seconds else { return false }
    if note {
      let name = (study as NSString).lastPathComponent
      let who = LockHolder.writing(to: study)?.named ?? ""
      notices.give(Problem("Another program\(who) is writing to '\(name)'; waiting for it."))
    }
    // Short at first: most writes take a few thousandths of a second.
    usleep(UInt32(min(50, 1 << min(tries, 6)) * 1000))
    return true
  }

  /// After how many seconds it is said that something is waited for.
  private static let noted = 1.0
}

extension LockHolder {
  /// For a sentence: ` (draad, process 4711)`; nil for this process itself.
  var named: String? {
    process == getpid() ? nil : " (\(program.isEmpty ? "" : program + ", ")process \(process))"
  }
}
