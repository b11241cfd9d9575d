import Model
import TestSupport
import Testing
import Workbench

struct SpeakerNamesTests {
  private func study() throws -> TestStudy {
    let study = try TestStudy()
    try study.importing([
      "a.txt": "Marijke: Ja.\n\nR1: Nee.\n\nMarijke: O.\n\nR1: Zo.\n",
      "b.txt": "Marieke: Ja.\n\nR2: Nee.\n\nMarieke: O.\n\nR2: Zo.\n",
    ])
    return study
  }

  @Test("Names that are spelt nearly alike are shown beside each other, numbered persons are not")
  func names() throws {
    let study = try study()
    #expect(
      try study.workbench.speakerNamesTable().rows.map { $0.map(\.shown) } == [
        ["Marieke", "", "1", "2", "Marijke"], ["Marijke", "", "1", "2", "Marieke"],
        ["R1", "respondent", "1", "2", ""], ["R2", "respondent", "1", "2", ""],
      ])
  }

  @Test("Two spellings are made one")
  func merge() throws {
    let study = try study()
    let act = try study.workbench.mergeSpeaker("Marieke", into: "Marijke", in: nil)
    #expect(act.summary == "Speaker 'Marieke' is now 'Marijke' in 1 transcript.")
    #expect(try study.workbench.speakerNamesTable().column("speaker") == ["Marijke", "R1", "R2"])
  }

  @Test("A name that nobody has is answered with those that are spelt like it")
  func unknown() throws {
    let problem = Problem(
      "No speaker named 'Mareike'.", hint: "Did you mean 'Marieke', 'Marijke'? 'speakers' lists all speakers.")
    let study = try study()
    #expect(throws: problem) { try study.workbench.mergeSpeaker("Mareike", into: "Marijke", in: nil) }
  }
}
