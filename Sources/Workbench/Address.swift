import Model

/// Where something stands, as a person types it: `s01-team`, `s01-team:12` or `s01-team:12-14`.
struct Address: Equatable {
  var transcript: String
  /// Numbers of segments, from 1; nil for the whole transcript.
  var segments: ClosedRange<Int>?

  init(transcript: String, segments: ClosedRange<Int>? = nil) {
    self.transcript = transcript
    self.segments = segments
  }

  init(_ typed: String) throws {
    guard let colon = typed.lastIndex(of: ":") else {
      transcript = typed
      return
    }
    let numbers = typed[typed.index(after: colon)...].split(separator: "-", omittingEmptySubsequences: false).map {
      Int($0.trimmed)
    }
    guard let first = numbers.first ?? nil, let last = numbers.last ?? nil, numbers.count <= 2 else {
      throw Problem(
        "'\(typed)' is no address of segments.", hint: "An address looks like s01-team:12 or s01-team:12-14.",
        kind: .usage)
    }
    guard first >= 1, first <= last else {
      throw Problem("'\(typed)' names no segment: they count from 1 upwards.", kind: .usage)
    }
    transcript = String(typed[..<colon])
    segments = first...last
  }
}
