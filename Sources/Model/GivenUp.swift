/// Whether the person has asked that what is being worked out is given up.
///
/// Loops that take long ask it; who shows the answer throws then, for it may be half done.
public enum GivenUp {
  @TaskLocal public static var isAsked: @Sendable () -> Bool = { false }

  /// Throws where it was asked.
  public static func check() throws {
    if isAsked() { throw Problem("Stopped; nothing was changed.") }
  }
}
