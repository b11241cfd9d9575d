import Store

/// Stops what a workbench is doing, from another thread.
public final class Interrupter: Sendable {
  private let sign: StopSign

  init(_ sign: StopSign) { self.sign = sign }

  public func stop() { sign.putUp() }

  /// Whether it was stopped since it was asked last.
  public func takeStopped() -> Bool { sign.takeDown() }

  public var wasStopped: Bool { isStopped }

  var isStopped: Bool { sign.isUp }

  /// Throws where it was stopped; what takes long and does not ask the study asks this again and again.
  public func goOn() throws { try sign.goOn() }
}
