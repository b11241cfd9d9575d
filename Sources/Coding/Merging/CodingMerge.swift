public import Model

/// What becomes of the codings of one transcript of which two copies have codings.
///
/// Codings with the same words, code and coder are one. What one copy had and took away goes in the other, too; what
/// either put since stays.
public struct CodingMerge: Equatable, Sendable {
  /// In order of place, as the others.
  public private(set) var added: [MarkedCoding] = []
  public private(set) var removed: [MarkedCoding] = []
  /// Put in both copies apart: they bear the later of the two marks from now on.
  public private(set) var remarked: [MarkedCoding] = []
  public private(set) var same = 0
  public private(set) var newHere: [MarkedCoding] = []
  /// Those that this copy took away, and the other still has.
  public private(set) var removedHere: [MarkedCoding] = []
  /// The keys of the codes, and the coders, that are needed after it.
  public private(set) var codes: Set<String> = []
  public private(set) var coders: Set<String> = []

  public init(
    _ mine: [MarkedCoding], _ theirs: [MarkedCoding], in transcript: String, here: KnownFacts, there: KnownFacts
  ) {
    var others: [MarkedCoding.Place: MarkedCoding] = [:]
    for coding in theirs { others[coding.place] = coding }
    for coding in mine.sorted(by: { $0.place < $1.place }) {
      if let other = others.removeValue(forKey: coding.place) {
        same += 1
        if coding.guid < other.guid { remarked.append(other) }
      } else if there.contains(FactMark.of(coding, in: transcript)) {
        removed.append(coding)
        continue
      } else {
        newHere.append(coding)
      }
      need(coding)
    }
    for coding in others.values.sorted(by: { $0.place < $1.place }) {
      if here.contains(FactMark.of(coding, in: transcript)) {
        removedHere.append(coding)
      } else {
        added.append(coding)
        need(coding)
      }
    }
  }

  private mutating func need(_ coding: MarkedCoding) {
    codes.insert(coding.code)
    coders.insert(coding.coder)
  }

  /// Whether any coding is there after it.
  public var isEmpty: Bool { same + newHere.count + added.count == 0 }
}
