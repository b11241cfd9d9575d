public import Model
import Synchronization

/// What a study has to say while it is used, besides its answers: that it waits, or that a copy could not be made.
///
/// From whatever thread it comes to mind.
public final class Notices: Sendable {
  private let listener = Mutex<(@Sendable (Problem) -> Void)?>(nil)

  public init() {}

  /// From now on `listener` is told, and nobody else.
  public func tell(_ listener: @escaping @Sendable (Problem) -> Void) { self.listener.withLock { $0 = listener } }

  public func give(_ notice: Problem) { listener.withLock { $0 }?(notice) }
}
