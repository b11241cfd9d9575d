public import Model

/// Speakers that are known beforehand: they are recognised even when they speak once, and keep their role.
public struct SpeakerHints: Equatable, Sendable {
  public var speakers: [Speaker]

  public init(_ speakers: [Speaker] = []) { self.speakers = speakers }
}
