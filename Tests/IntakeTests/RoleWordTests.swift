import Testing

@testable import Intake

struct RoleWordTests {
  @Test(
    "A label that is a word for a role tells the role",
    arguments: [
      ("I", "interviewer"), ("Int.", "interviewer"), ("Interviewer", "interviewer"), ("Interviewer (M)", "interviewer"),
      ("INTERVIEWER 2", "interviewer"), ("R", "respondent"), ("R1", "respondent"), ("P-03", "respondent"),
      ("Respondent", "respondent"), ("Schoolleider", "schoolleider"), ("Leerkracht 2", "leerkracht"),
      ("IB’er", "ib'er"),
      ("Ouder 1", "ouder"), ("Ouder A", "ouder"), ("MR-lid", "mr-lid"), ("Head teacher 3", "head teacher"),
    ])
  func roles(label: String, role: String) { #expect(RoleWord.role(of: label) == role) }

  @Test("A name tells none", arguments: ["Anna", "Speaker 1", "Leerkracht groep 8", "Ir", "", "7", "Ouderraad"])
  func none(label: String) { #expect(RoleWord.role(of: label) == nil) }

  @Test("A number without end behind a word takes a time that grows with its length only")
  func longNumber() {
    #expect(RoleWord.role(of: "Leerkracht " + String(repeating: "0", count: 400_000)) == "leerkracht")
  }
}
