import Model
import Retrieval
import Testing

@testable import Store

@Suite struct TermVocabularyTests {
  /// The forms that stand for a term, the most frequent first.
  private func forms(_ term: WordTerm, _ study: StudyFixture) throws -> [String] {
    try study.store.expand(.term(term)).found.flatMap(\.forms).map { "\($0.surface) \($0.count)" }
  }

  @Test("A term stands for the forms that occur")
  func forms() throws {
    let study = try StudyFixture()
    try study.importTranscripts([
      .lines("one", ["Anna: Eén ﬁets, een Fietspad en een bakfiets."]), .lines("two", ["Bram: fietst 50%_ een"]),
    ])
    #expect(try forms(.prefix("fiets"), study) == ["fiets 1", "fietspad 1", "fietst 1"])
    #expect(try forms(.part("FIETS"), study) == ["bakfiets 1", "fiets 1", "fietspad 1", "fietst 1"])
    #expect(try forms(.exact("eén"), study) == ["eén 1"])
    #expect(try forms(.prefix("een"), study) == ["een 3", "eén 1"])
    #expect(try forms(.part("_"), study) == [])
    #expect(try forms(.prefix("anna"), study) == [])
    try study.perform { try $0.remove("two") }
    #expect(try forms(.prefix("fiets"), study) == ["fiets 1", "fietspad 1"])
  }
}
