import Testing

@testable import Intake

@Suite struct SurveyRespondentsTests {
  @Test(
    "Questions have short names of whole words, and no two alike",
    arguments: [
      (["v1_open", "V1_open"], ["v1_open", "V1_open 2"]),
      (["Wat vindt u van de extra handen in de klas en waarom?"], ["Wat vindt u van de extra handen in de"]),
      (["1: a/b\\c", String(repeating: "x", count: 50)], ["1 a b c", String(repeating: "x", count: 40)]),
    ])
  func labels(heads: [String], labels: [String]) { #expect(SurveyRespondents.labels(heads) == labels) }
}
