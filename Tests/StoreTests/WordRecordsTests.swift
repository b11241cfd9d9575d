import Model
import Retrieval
import TestSupport
import Testing

@testable import Store

@Suite struct WordRecordsTests {
  private func study() throws -> StudyFixture {
    let study = try StudyFixture()
    try study.importTranscripts([
      .lines("a", ["Anna: Eén idee, twee ideeën.", "Idee? Anna weet het.", "Bram: Ideeën!"], caseName: "North"),
      .lines("b", ["Cor: Geld, geld."]),
      .lines("c", ["Anna: Een ideeën\u{AD}bus."], caseName: "North"),
    ])
    return study
  }

  /// A line a word, by the alphabet: how often, in how many segments, transcripts and cases, and in each group.
  private func lines(_ words: WordCounts) -> [String] {
    words.words.indices.map { row in
      let numbers =
        [words.counts[row], Int(words.segments[row]), Int(words.transcripts[row]), Int(words.cases[row])]
        + words.counts(inGroupsOf: row)
      return ([words.words[row]] + numbers.map(String.init)).joined(separator: " ")
    }.sorted()
  }

  @Test("Words are counted without labels, and shown as they are mostly spelt, in small letters")
  func all() throws {
    let store = try study().store
    let words = try store.words(in: store.scope(nil), leavingOut: .none)
    #expect(
      lines(words) == [
        "anna 1 1 1 1", "een 2 2 2 1", "geld 2 1 1 0", "het 1 1 1 1", "idee 2 2 1 1", "ideeën 2 2 1 1",
        "ideeënbus 1 1 1 1", "twee 1 1 1 1", "weet 1 1 1 1",
      ])
    #expect((words.total, words.segmentCount, words.transcriptCount, words.caseCount) == (13, 5, 3, 1))
  }

  @Test("Only what passes is counted, without function words where that is asked")
  func scope() throws {
    let store = try study().store
    let anna = Filter(
      attributes: ["speaker"], units: { $0.values("speaker") == ["Anna"] }, codings: { _ in true })
    let words = try store.words(in: store.scope(anna), leavingOut: .of(language: "nl"))
    #expect(lines(words) == ["idee 1 1 1 1", "ideeën 1 1 1 1", "ideeënbus 1 1 1 1", "twee 1 1 1 1"])
    #expect((words.total, words.leftOut) == (6, 2))
  }

  @Test("Pairs stand in one segment")
  func pairs() throws {
    let store = try study().store
    let words = try store.words(in: store.scope(nil), pairs: true, leavingOut: .none)
    #expect(
      lines(words) == [
        "anna weet 1 1 1 1", "een idee 1 1 1 1", "een ideeënbus 1 1 1 1", "geld geld 1 1 1 0", "idee anna 1 1 1 1",
        "idee twee 1 1 1 1", "twee ideeën 1 1 1 1", "weet het 1 1 1 1",
      ])
  }

  @Test("Groups are those of the turn's speaker, transcript and case; nobody named is a speaker too")
  func groups() throws {
    let store = try study().store
    let groups = TurnGroups(count: 3, attributes: ["speaker", "case"]) { subject in
      [
        subject.values("speaker") == ["Anna"] ? 0 : nil, subject.values("speaker").isEmpty ? 1 : nil,
        subject.values("case") == ["North"] ? 2 : nil,
      ].compactMap { $0 }
    }
    let words = try store.words(in: store.scope(nil), leavingOut: .none, groups: groups)
    #expect(
      lines(words) == [
        "anna 1 1 1 1 0 1 1", "een 2 2 2 1 2 0 2", "geld 2 1 1 0 0 0 0", "het 1 1 1 1 0 1 1", "idee 2 2 1 1 1 1 2",
        "ideeën 2 2 1 1 1 0 2", "ideeënbus 1 1 1 1 1 0 1", "twee 1 1 1 1 1 0 1", "weet 1 1 1 1 0 1 1",
      ])
    #expect(words.groupTotals == [6, 4, 11])
  }

  @Test("The words of the whole study are the terms, folded")
  func terms() throws {
    let store = try study().store
    let words = try store.words(in: store.scope(nil), leavingOut: .none)
    var folded: [String: Int] = [:]
    for (word, count) in try store.termCounts() { folded[Folding.fold(word), default: 0] += count }
    #expect(
      Dictionary(uniqueKeysWithValues: zip(words.words.map { Folding.fold($0) }, words.counts)) == folded)
  }
}
