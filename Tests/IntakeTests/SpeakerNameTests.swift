import Testing

@testable import Intake

struct SpeakerNameTests {
  @Test(
    "A role in parentheses is taken off the name, a letter, a number and a sound are none",
    arguments: [
      ("Anna (leerkracht)", "Anna", "leerkracht"), ("Anna (Leerkracht groep 5)", "Anna", "leerkracht groep 5"),
      ("Interviewer (M)", "Interviewer (M)", nil), ("Ouder (2)", "Ouder (2)", nil), ("Anna (lacht)", "Anna", nil),
      ("Anna", "Anna", nil), ("(lacht)", "(lacht)", nil),
    ] as [(String, String, String?)])
  func role(label: String, name: String, role: String?) {
    let parts = SpeakerName(label: label)
    #expect(parts.name == name)
    #expect(parts.role == role)
  }

  @Test("Case, points and quotes do not make another person")
  func keys() {
    #expect(SpeakerName.key("IB’er") == SpeakerName.key("ib'er"))
    #expect(SpeakerName.key("Int.") == SpeakerName.key("INT"))
    #expect(SpeakerName.key("Jan  Smit") == SpeakerName.key("Jan Smit"))
    #expect(SpeakerName.key("?") == "?")
  }

  @Test(
    "Names and roles may be called so",
    arguments: [
      "I", "R1", "P-03", "Int.", "ANNA", "Jansen, Piet", "Speaker 1", "SPEAKER_00", "Spreker 2", "anna", "IB’er",
      "Mw. De Vries",
      "Anna van den Berg", "Leerkracht groep 8", "Anna & Bram", "Anna, Bram en Cas", "?", "A.B.", "Dr. Smit", "Élise",
    ])
  func plausible(name: String) { #expect(SpeakerName(label: name).isPlausible) }

  @Test(
    "Headings, sentences and sounds may not",
    arguments: [
      "Note", "Bijvoorbeeld", "Let op", "https", "10", "Meeting", "Figuur 3", "Vraag 2", "Hierbij gaat het om",
      "Ten eerste",
      "Deze schoolleider vervolgt", "Dat was het. Nu", "‘Als MR", "Onverstaanbaar", "2 Zie https", "", "(lacht)",
      "Een Naam Die Uit Zeven Woorden Bestaat",
    ])
  func implausible(name: String) { #expect(!SpeakerName(label: name).isPlausible) }

  @Test(
    "The persons of a joint label",
    arguments: [
      ("Anna & Bram", ["Anna", "Bram"]), ("Anna en Bram", ["Anna", "Bram"]), ("Anna/Bram", ["Anna", "Bram"]),
      ("Anna, Bram and Cas", ["Anna", "Bram", "Cas"]), ("Anna", []), ("Jansen, Piet", []),
    ] as [(String, [String])])
  func persons(label: String, persons: [String]) { #expect(SpeakerName(label: label).persons == persons) }
}
