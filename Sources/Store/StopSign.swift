import GRDB
public import Model
import Synchronization

/// Whether somebody asked that what goes on is stopped; put up from any thread.
public final class StopSign: Sendable {
  private let isRaised = Atomic(false)
  /// What interrupts each connection that is in use.
  private let interrupts = Mutex<[ObjectIdentifier: @Sendable () -> Void]>([:])

  /// What is said where something was stopped.
  public static let problem = Problem("Stopped; what was not finished was not done.")

  public init() {}

  public var isUp: Bool { isRaised.load(ordering: .sequentiallyConsistent) }

  public func putUp() {
    isRaised.store(true, ordering: .sequentiallyConsistent)
    interrupts.withLock { for interrupt in $0.values { interrupt() } }
  }

  /// Takes it down; whether it was up.
  public func takeDown() -> Bool { isRaised.exchange(false, ordering: .sequentiallyConsistent) }

  /// Throws where it is up.
  public func goOn() throws {
    if isUp { throw Self.problem }
  }

  /// From now on a statement that runs on a connection is interrupted too.
  func watch(_ queue: DatabaseQueue) {
    interrupts.withLock { $0[ObjectIdentifier(queue)] = { queue.interrupt() } }
  }

  /// Must be called before the connection is closed.
  func forget(_ queue: DatabaseQueue) {
    interrupts.withLock { $0[ObjectIdentifier(queue)] = nil }
  }

  /// Does what must end at once when the sign goes up, also between two of its statements.
  ///
  /// SQLite keeps in mind that it was interrupted for as long as some statement is under way: one is, all the time.
  func heeded<T>(in db: Database, _ body: () throws -> T) throws -> T {
    let underWay = try RawStatement(db, "SELECT 1 UNION ALL SELECT 2")
    _ = try underWay.step()
    defer { underWay.reset() }
    try goOn()
    return try body()
  }
}
