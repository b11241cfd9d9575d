import Model
import Testing

@testable import Intake

struct SpeakerCensusTests {
  /// Those accepted of labels that are seen so often, in order of first sight.
  private func speakers(_ counts: [(String, Int)], lines: Int? = nil, known: [Speaker] = []) -> [Speaker] {
    var census = SpeakerCensus(known: known)
    var numbers: [Int] = []
    for (label, count) in counts {
      guard let number = census.number(of: label) else { continue }
      if !numbers.contains(number) { numbers.append(number) }
      for _ in 0..<count { census.count(number) }
    }
    let accepted = census.accepted(lines: lines ?? counts.reduce(0) { $0 + $1.1 })
    return numbers.filter { accepted[$0] }.map { census.speaker($0, accepted: accepted) }
  }

  @Test("A label must return")
  func returning() { #expect(speakers([("Anna", 2), ("Bram", 1)]) == [Speaker(name: "Anna")]) }

  @Test("A speaker who is named beforehand may speak once, under any name")
  func known() {
    let known = [
      Speaker(name: "de juf", role: "leerkracht", attributes: [Attribute("groep", ["7"])]), Speaker(name: "7"),
    ]
    #expect(speakers([("De juf", 1), ("7", 1), ("Let op", 3)], known: known) == known)
  }

  @Test("A role stands in parentheses once and holds")
  func role() { #expect(speakers([("Anna", 1), ("ANNA (ouder)", 1)]) == [Speaker(name: "Anna", role: "ouder")]) }

  @Test("A voice that nobody could be called is one voice, whatever role is told of it")
  func voices() {
    var census = SpeakerCensus()
    #expect(["a|b (ouder)", "a|b (leerkracht)", "a|b"].map { census.number(ofVoice: $0) } == [0, 0, 0])
  }

  @Test("Known persons may speak together once")
  func joint() {
    #expect(
      speakers([("R1", 2), ("R2", 2), ("R1 & R2", 1), ("R1 en Bram", 1)])
        == [
          Speaker(name: "R1", role: "respondent"), Speaker(name: "R2", role: "respondent"),
          Speaker(name: "R1 & R2", role: "respondent"),
        ])
  }

  @Test("Somebody unknown is a speaker among speakers")
  func unknown() {
    #expect(speakers([("Anna", 2), ("??", 1)]) == [Speaker(name: "Anna"), Speaker(name: "?")])
    #expect(speakers([("?", 1)]) == [])
  }

  @Test("A word that a long report uses twice is no speaker")
  func report() {
    #expect(speakers([("Besluit", 3)], lines: 400) == [])
    #expect(speakers([("Besluit", 3), ("Anna", 5)], lines: 400) == [Speaker(name: "Besluit"), Speaker(name: "Anna")])
  }

  @Test("A word in lower case needs to head many lines")
  func lowerCase() {
    #expect(speakers([("zodat", 2), ("Anna", 9)]) == [Speaker(name: "Anna")])
    #expect(
      speakers([("anna", 3), ("interviewer", 2)]) == [
        Speaker(name: "anna"), Speaker(name: "interviewer", role: "interviewer"),
      ])
  }

  @Test("B is the one who is asked, beside an interviewer")
  func befragte() {
    #expect(speakers([("I", 2), ("B", 2)]).map(\.role) == ["interviewer", "respondent"])
    #expect(speakers([("A", 2), ("B", 2)]).map(\.role) == [nil, nil])
  }
}
