public import Model

/// A passage on which two coders differ.
public struct Disagreement: Equatable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// One put a code where the other put none.
    case missed
    /// Each put a code that the other did not, on words they share.
    case otherCode = "other code"
    /// Both put the code, on words that overlap and are not the same.
    case otherBounds = "other bounds"
  }

  public var kind: Kind
  public var transcript: String
  /// Of the first coder, empty where they put nothing; more than one where several spans meet one.
  public var first: [CodeAssignment]
  public var second: [CodeAssignment]

  public init(kind: Kind, transcript: String, first: [CodeAssignment], second: [CodeAssignment]) {
    self.kind = kind
    self.transcript = transcript
    self.first = first
    self.second = second
  }

  /// All words it is about.
  public var span: TextSpan {
    let spans = (first + second).map(\.span)
    return TextSpan(spans.map(\.start).min() ?? 0, spans.map(\.end).max() ?? 0)
  }

  /// A short name that stays the same until one of the codings changes: five hexadecimal digits.
  public var mark: String {
    let parts = (first + second).sorted { ($0.coder, $0.code, $0.span) < ($1.coder, $1.code, $1.span) }.flatMap {
      [transcript, $0.coder, $0.code, "\($0.span.start)", "\($0.span.end)"]
    }
    let digits = String(FactMark.of(parts) & 0xFFFFF, radix: 16)
    return String(repeating: "0", count: 5 - digits.count) + digits
  }
}

extension Disagreement {
  /// Where two coders differ in one transcript, by position.
  ///
  /// Spans of the same code that overlap belong together; of what is left, a span of each is paired with the one of another
  /// code with which it shares most, each once. What has no partner was missed.
  public static func all(
    in transcript: String, _ first: [CodeAssignment], _ second: [CodeAssignment]
  ) -> [Disagreement] {
    var found: [Disagreement] = []
    var alone: (first: [CodeAssignment], second: [CodeAssignment]) = ([], [])
    let codes = Set((first + second).map(\.code))
    for code in codes.sorted() {
      for group in groups(first.filter { $0.code == code }, second.filter { $0.code == code }) {
        if group.first.isEmpty || group.second.isEmpty {
          alone.first += group.first
          alone.second += group.second
        } else if group.first.map(\.span).sorted() != group.second.map(\.span).sorted() {
          found.append(
            Disagreement(kind: .otherBounds, transcript: transcript, first: group.first, second: group.second))
        }
      }
    }
    found += paired(alone.first, alone.second, transcript)
    return found.sorted { ($0.span, $0.kind.rawValue, $0.mark) < ($1.span, $1.kind.rawValue, $1.mark) }
  }

  /// Codings of one code that hang together by overlapping.
  private static func groups(
    _ first: [CodeAssignment], _ second: [CodeAssignment]
  ) -> [(first: [CodeAssignment], second: [CodeAssignment])] {
    let all = (first.map { ($0, true) } + second.map { ($0, false) }).sorted { $0.0.span < $1.0.span }
    var groups: [(first: [CodeAssignment], second: [CodeAssignment])] = []
    var end = -1
    for (coding, isFirst) in all {
      if coding.span.start >= end { groups.append(([], [])) }
      end = max(end, coding.span.end)
      if isFirst {
        groups[groups.count - 1].first.append(coding)
      } else {
        groups[groups.count - 1].second.append(coding)
      }
    }
    return groups
  }

  private static func paired(
    _ first: [CodeAssignment], _ second: [CodeAssignment], _ transcript: String
  ) -> [Disagreement] {
    var pairs: [(shared: Int, first: Int, second: Int)] = []
    // By start, so that only those are looked at that can share words.
    let others = second.indices.sorted { second[$0].span.start < second[$1].span.start }
    for (index, coding) in first.enumerated() {
      for other in others {
        if second[other].span.start >= coding.span.end { break }
        if let shared = coding.span.intersection(second[other].span) { pairs.append((shared.length, index, other)) }
      }
    }
    pairs.sort { ($1.shared, $0.first, $0.second) < ($0.shared, $1.first, $1.second) }
    var (usedFirst, usedSecond): (Set<Int>, Set<Int>) = ([], [])
    var found: [Disagreement] = []
    for pair in pairs where !usedFirst.contains(pair.first) && !usedSecond.contains(pair.second) {
      usedFirst.insert(pair.first)
      usedSecond.insert(pair.second)
      found.append(
        Disagreement(
          kind: .otherCode, transcript: transcript, first: [first[pair.first]], second: [second[pair.second]]))
    }
    for (index, coding) in first.enumerated() where !usedFirst.contains(index) {
      found.append(Disagreement(kind: .missed, transcript: transcript, first: [coding], second: []))
    }
    for (index, coding) in second.enumerated() where !usedSecond.contains(index) {
      found.append(Disagreement(kind: .missed, transcript: transcript, first: [], second: [coding]))
    }
    return found
  }
}
