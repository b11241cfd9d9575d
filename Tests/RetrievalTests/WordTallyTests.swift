import Model
import TestSupport
import Testing

@testable import Retrieval

@Suite("Tallies of words and of pairs")
struct WordTallyTests {
  private static func words(
    _ texts: [SaidText], groups: Int = 0, leavingOut stopWords: StopWords = .none
  ) -> WordTally {
    var tally = WordTally(leavingOut: stopWords, groups: groups)
    for said in texts {
      var text = said.text
      text.withUTF8 { tally.add($0, at: said.place) }
    }
    return tally
  }

  private static func pairs(
    _ texts: [SaidText], groups: Int = 0, room: Int = 1 << 20, leavingOut stopWords: StopWords = .none
  ) -> WordCounts {
    var tally = PairTally(of: words(texts, groups: groups, leavingOut: stopWords), groups: groups, room: room)
    for said in texts {
      var text = said.text
      text.withUTF8 { tally.add($0, at: said.place) }
    }
    return tally.counts()
  }

  @Test("Words are counted as search takes them, from an offset on, and shown as they are mostly written")
  func words() {
    var tally = WordTally(leavingOut: .dutch)
    var text = "Ann: Eén idee, twee ideeën. Het ÍDEE!"
    text.withUTF8 { tally.add($0, from: 5, at: WordPlace(caseIndex: 0)) }
    let counts = tally.counts(shown: [Array("ideeen".utf8): "ideeën"])
    #expect(counts.words == ["idee", "twee", "ideeën"])
    #expect(counts.counts == [2, 1, 1])
    #expect((counts.total, counts.leftOut) == (6, 2))
    #expect((counts.segmentCount, counts.transcriptCount, counts.caseCount) == (1, 1, 1))
    #expect(counts.segments == [1, 1, 1] && counts.transcripts == [1, 1, 1] && counts.cases == [1, 1, 1])
  }

  @Test("Pairs are words next to each other in one segment, with no word that is left out in them")
  func pairs() {
    let texts = [
      SaidText("Kleine groepen, kleine groepen werken", WordPlace(segment: 0)),
      SaidText("het werken", WordPlace(segment: 1)),
    ]
    let counts = Self.pairs(texts, leavingOut: .dutch)
    #expect(counts.words == ["kleine groepen", "groepen kleine", "groepen werken"])
    #expect(counts.counts == [2, 1, 1])
    #expect((counts.total, counts.leftOut, counts.segmentCount) == (5, 1, 2))
  }

  @Test("Words and pairs are counted as a plain count of every word does, on three hundred random studies")
  func againstPlainCounts() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let texts = SaidText.random(&random)
      #expect(PlainCounts(Self.words(texts, groups: 3).counts()) == PlainCounts(of: texts, inRow: 1))
      #expect(PlainCounts(Self.pairs(texts, groups: 3)) == PlainCounts(of: texts, inRow: 2))
    }
  }

  @Test("With little room every pair of words that are said often enough is kept, with its whole count")
  func room() {
    var random = SeededGenerator(seed: 18)
    var leasts: Set<Int> = []
    for _ in 0..<300 {
      let texts = SaidText.random(&random)
      let room = Int.random(in: 2...60, using: &random)
      let counts = Self.pairs(texts, groups: 3, room: room)
      let least = counts.leastOfEachWord
      leasts.insert(least)
      let words = PlainCounts(of: texts, inRow: 1)
      var expected = PlainCounts(of: texts, inRow: 2)
      expected.rows = expected.rows.filter { pair, _ in
        pair.split(separator: " ").allSatisfy { (words.rows[String($0)]?[0] ?? 0) >= least }
      }
      #expect(PlainCounts(counts) == expected)
      #expect(counts.words.count + counts.cellCounts.count <= room)
    }
    #expect(leasts.count > 3)
  }
}

/// What is said at a place.
private struct SaidText {
  var text: String
  var place: WordPlace

  init(_ text: String, _ place: WordPlace) {
    self.text = text
    self.place = place
  }

  /// A few transcripts, of cases in their order, of segments in which a few words are said.
  static func random(_ random: inout SeededGenerator) -> [SaidText] {
    var texts: [SaidText] = []
    var caseIndex: Int32 = -1
    for transcript in 0..<Int32.random(in: 0...4, using: &random) {
      caseIndex += Int32.random(in: 0...1, using: &random)
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        let words = (0..<Int.random(in: 0...9, using: &random)).map { _ in
          ["a", "B", "é", "E", "tijd", "zo'n"].randomElement(using: &random) ?? "a"
        }
        let groups = (0..<Int32(3)).filter { _ in Bool.random(using: &random) }
        texts.append(
          SaidText(
            words.joined(separator: ", "),
            WordPlace(segment: Int32(texts.count), transcript: transcript, caseIndex: caseIndex, groups: groups)))
      }
    }
    return texts
  }
}

/// Counts of rows by their words: how often, in how many segments, transcripts and cases, and in each of three groups.
private struct PlainCounts: Equatable {
  var rows: [String: [Int]] = [:]
  var totals: [Int]

  init(_ counts: WordCounts) {
    totals = [counts.total, counts.segmentCount, counts.transcriptCount, counts.caseCount] + counts.groupTotals
    for (row, word) in counts.words.enumerated() {
      rows[word] =
        [
          counts.counts[row], Int(counts.segments[row]), Int(counts.transcripts[row]), Int(counts.cases[row]),
        ] + counts.counts(inGroupsOf: row)
    }
  }

  init(of texts: [SaidText], inRow length: Int) {
    var places: [String: [WordPlace]] = [:]
    var all: [WordPlace] = []
    for said in texts {
      let words = Token.all(in: said.text).map(\.folded)
      guard words.count >= length else { continue }
      for first in 0...(words.count - length) {
        places[words[first..<first + length].joined(separator: " "), default: []].append(said.place)
        all.append(said.place)
      }
    }
    rows = places.mapValues(Self.summary)
    totals = Self.summary(all)
  }

  private static func summary(_ places: [WordPlace]) -> [Int] {
    [
      places.count, Set(places.map(\.segment)).count, Set(places.map(\.transcript)).count,
      Set(places.map(\.caseIndex).filter { $0 >= 0 }).count,
    ] + (0..<Int32(3)).map { group in places.count { $0.groups.contains(group) } }
  }
}
