import Store
import Synchronization

/// Stops what a workbench is doing, from another thread.
public final class Interrupter: Sendable {
  private let stopped = Atomic(false)
  private let stopReading: @Sendable () -> Void

  init(_ stopReading: @escaping @Sendable () -> Void) { self.stopReading = stopReading }

  public func stop() {
    stopped.store(true, ordering: .relaxed)
    stopReading()
  }

  /// Whether it was stopped since it was asked last.
  public func takeStopped() -> Bool { stopped.exchange(false, ordering: .relaxed) }

  public var wasStopped: Bool { isStopped }

  var isStopped: Bool { stopped.load(ordering: .relaxed) }
}
