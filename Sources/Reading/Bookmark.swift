public import Model
import Workbench

/// Where somebody stopped reading a transcript, what of it they saw, and which codes they used last.
///
/// Places are bytes of the text, so that they stay right when the transcript is cut into other segments.
public struct Bookmark: Equatable, Sendable {
  /// Where the segment begins that was in focus.
  public var byte: Int
  /// What was seen, ascending.
  public var seen: [TextSpan]
  /// Keys, the one used last first.
  public var codes: [String]

  public init(byte: Int, seen: [TextSpan] = [], codes: [String] = []) {
    self.byte = byte
    self.seen = seen
    self.codes = codes
  }

  /// As one line: the byte, the spans seen as `0-120,340-500`, and the keys, with tabs between.
  public var text: String {
    let spans = seen.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    let keys = codes.filter { key in !key.contains { $0 == "\t" || $0.isNewline } }
    return ([String(byte), spans] + keys).joined(separator: "\t")
  }

  /// Nil for a line that is none.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count > 1, let byte = Int(parts[0]) else { return nil }
    self.byte = byte
    seen = parts[1].split(separator: ",").compactMap { span in
      let ends = span.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && ends[0] < ends[1] ? TextSpan(ends[0], ends[1]) : nil
    }
    codes = parts.dropFirst(2).map { String($0) }
  }
}

extension Reader {
  public var bookmark: Bookmark {
    let segments = copy.segments
    var seen: [TextSpan] = []
    for range in coverage.seenRanges {
      seen.append(TextSpan(segments[range.lowerBound].span.start, segments[range.upperBound - 1].span.end))
    }
    let codes = copy.codebook.codes
    var keys: [String] = []
    for code in recent.lastUsed.prefix(RecentCodes.count) { keys.append(codes[code].key) }
    return Bookmark(byte: segments[focus].span.start, seen: seen, codes: keys)
  }

  mutating func open(at bookmark: Bookmark) {
    focus = copy.segment(at: max(0, bookmark.byte))
    for span in bookmark.seen where span.start < bytes.count {
      var segment = copy.segment(at: max(0, span.start))
      while segment < copy.segments.count, copy.segments[segment].span.start < span.end {
        coverage.see(segment)
        segment += 1
      }
    }
    recall(bookmark.codes)
  }
}
