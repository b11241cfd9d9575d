public import Model

/// What becomes of the codings of one transcript of which two copies have codings.
///
/// Codings with the same words, code and coder are one. What one copy had and took away goes in the other, too; what
/// either put since stays.
public struct CodingMerge: Equatable, Sendable {
  /// In order of place, as the others.
  public private(set) var added: [MarkedCoding] = []
  public private(set) var removed: [MarkedCoding] = []
  /// Taken away there and put again, or put in both copies apart: they bear the later of the two marks from now on.
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
    let memory = Memory(of: transcript, mine, theirs, here: here, there: there)
    var others: [MarkedCoding.Place: MarkedCoding] = [:]
    for coding in theirs { others[coding.place] = coding }
    for coding in mine.sorted(by: { $0.place < $1.place }) {
      if let other = others.removeValue(forKey: coding.place) {
        same += 1
        if memory.isReplaced(coding, by: other) { remarked.append(other) }
      } else if memory.isTakenAwayThere(coding) {
        removed.append(coding)
        continue
      } else {
        newHere.append(coding)
      }
      need(coding)
    }
    for coding in others.values.sorted(by: { $0.place < $1.place }) {
      if memory.isTakenAwayHere(coding) {
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

extension CodingMerge {
  /// Which codings a copy once had.
  ///
  /// Where a transcript got another text, the words of a coding that was taken away before are those of the former one: it
  /// is known by its mark then, unless it stands on other words.
  private struct Memory {
    private let transcript: String
    private let here: KnownFacts
    private let there: KnownFacts
    private let isReplaced: Bool
    private let mine: Set<UInt64>
    private let theirs: Set<UInt64>

    init(
      of transcript: String, _ mine: [MarkedCoding], _ theirs: [MarkedCoding], here: KnownFacts, there: KnownFacts
    ) {
      self.transcript = transcript
      (self.here, self.there) = (here, there)
      let replacing = FactMark.ofReplacing(transcript)
      isReplaced = here.contains(replacing) || there.contains(replacing)
      self.mine = isReplaced ? Set(mine.map { FactMark.ofAnywhere($0) }) : []
      self.theirs = isReplaced ? Set(theirs.map { FactMark.ofAnywhere($0) }) : []
    }

    /// Whether of two codings of this copy and the other on the same words the other's mark counts.
    func isReplaced(_ coding: MarkedCoding, by other: MarkedCoding) -> Bool {
      guard coding.guid != other.guid else { return false }
      let isOld = there.contains(FactMark.of(coding, in: transcript))
      let isOtherOld = here.contains(FactMark.of(other, in: transcript))
      return isOld == isOtherOld ? coding.guid < other.guid : isOld
    }

    func isTakenAwayHere(_ coding: MarkedCoding) -> Bool { isTakenAway(coding, knowing: here, having: mine) }

    func isTakenAwayThere(_ coding: MarkedCoding) -> Bool { isTakenAway(coding, knowing: there, having: theirs) }

    private func isTakenAway(_ coding: MarkedCoding, knowing known: KnownFacts, having marks: Set<UInt64>) -> Bool {
      if known.contains(FactMark.of(coding, in: transcript)) { return true }
      guard isReplaced else { return false }
      let anywhere = FactMark.ofAnywhere(coding)
      return known.contains(anywhere) && !marks.contains(anywhere)
    }
  }
}
