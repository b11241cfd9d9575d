import Model
import TestSupport
import Testing
import Workbench

@Suite("Names for examples")
struct StudyNamesTests {
  @Test("Of the sample study they are codes with codings, an attribute with few values, a segment with a word in it")
  func sample() throws {
    let study = try TestStudy.sample()
    let names = try study.workbench.studyNames()
    var expected = StudyNames()
    (expected.attribute, expected.value, expected.otherValue) = ("omgeving", "stad", "dorp")
    #expect(names == expected, "\(names)")
  }

  @Test("Of an empty study they are the sample's, and it is told what is missing")
  func empty() throws {
    let study = try TestStudy()
    var expected = StudyNames()
    expected.missing = ["codes", "attributes of cases", "cases", "transcripts", "second coder"]
    let names = try study.workbench.studyNames()
    #expect(names == expected, "\(names)")
  }

  @Test("Of a small study they are what there is, the coder who is at work first")
  func small() throws {
    let study = try TestStudy()
    _ = try study.importing([
      "Noord/gesprek 1.txt": "Eva: Hoe ging het?\nTom: De planning liep uit, steeds weer.\nEva: Ja?\nTom: Ja."
    ])
    try study.loadCodebook(["plan"])
    study.workbench.coder = "Kim"
    _ = try study.workbench.tag("gesprek 1:2", ["plan"])
    _ = try study.workbench.setCase("Noord", ["grootte=klein|groot"])
    var expected = StudyNames()
    (expected.code, expected.otherCode, expected.family, expected.otherFamily) = ("plan", "plan", "plan", "plan")
    (expected.attribute, expected.value, expected.otherValue) = ("grootte", "klein", "groot")
    (expected.caseName, expected.transcript, expected.segment) = ("Noord", "gesprek 1", 2)
    (expected.speaker, expected.word) = ("Tom", "planning")
    (expected.coder, expected.missing) = ("Kim", ["second coder"])
    let names = try study.workbench.studyNames()
    #expect(names == expected, "\(names)")
  }
}
