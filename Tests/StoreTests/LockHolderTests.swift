import Foundation
import GRDB
import Model
import Testing

@testable import Store

@Suite struct LockHolderTests {
  private let locks = """
    1: POSIX  ADVISORY  WRITE 4711 fe:00:394772 120 120
    2: POSIX  ADVISORY  READ 4712 fe:00:394772 123 123
    3: FLOCK  ADVISORY  WRITE 4713 fe:00:394773 0 EOF
    4: POSIX  ADVISORY  WRITE 4714 fe:00:394774 0 EOF
    5: POSIX  ADVISORY  WRITE x fe:00:394775 0
    """

  @Test("The program that holds a lock is found in the system's list by file and place")
  func list() {
    #expect(LockHolder.process(in: locks, file: 394772, at: 120...120) == 4711)
    #expect(LockHolder.process(in: locks, file: 394772, at: 123...123) == 4712)
    #expect(LockHolder.process(in: locks, file: 394772, at: 121...122) == nil)
    #expect(LockHolder.process(in: locks, file: 394773, at: 0...4096) == nil)
    #expect(LockHolder.process(in: locks, file: 394774, at: 120...120) == 4714)
    #expect(LockHolder.process(in: locks, file: 394775, at: 0...4096) == nil)
    #expect(LockHolder.process(in: "", file: 1, at: 0...1) == nil)
  }

  @Test("Name and state of a program are told apart, whatever the name holds")
  func programs() {
    #expect(LockHolder.program("4711 (draad) T 1 2 3") == ("draad", "T"))
    #expect(LockHolder.program("4711 (a) b (c) S 1") == ("a) b (c", "S"))
    #expect(LockHolder.program("") == ("", ""))
    #expect(LockHolder.program(")(") == ("", ""))
  }

  @Test("Who is writing to a study is known while they do, and only then")
  func writing() throws {
    let study = try StudyFixture()
    #expect(LockHolder.writing(to: study.path) == nil)
    #expect(LockHolder.isInUse(study.path))
    try study.perform { _ in #expect(LockHolder.writing(to: study.path)?.process == getpid()) }
    #expect(LockHolder.writing(to: study.path) == nil)
    study.store.close()
    #expect(!LockHolder.isInUse(study.path))
  }

  @Test("A program that was stopped while it wrote is named, with how to go on or to end it")
  func stopped() {
    let error = Problem(
      "Another program (draad, process 4711) was stopped while it wrote to the study 'a.draad'; nothing was changed.",
      hint: "Let it go on with: kill -CONT 4711; or end it, and what it was doing is not done: kill -KILL 4711")
    let holder = LockHolder(process: 4711, program: "draad", isStopped: true)
    #expect(StoreFailure.problem(for: DatabaseError(resultCode: .SQLITE_BUSY), file: "a.draad") { holder } == error)
    #expect(
      StoreFailure.problem(for: DatabaseError(resultCode: .SQLITE_BUSY), file: "a.draad") {
        LockHolder(process: 4711, program: "", isStopped: false)
      }.what == "Another program (process 4711) is writing to the study 'a.draad'; nothing was changed.")
  }
}
