import Model
import Testing

@testable import Intake

/// Labels as transcribers write them, and what looks like one.
struct SpeakerTrapTests {
  /// Two voices that take turns, and what became of them: the speakers with their roles, and how many turns each has.
  private func voices(_ text: String) -> String {
    guard let transcript = read(text).transcripts.first else { return "nothing" }
    let turns = transcript.turns.map { $0.speaker.map { transcript.speakers[$0].name } ?? "-" }
    let roles = transcript.speakers.map { "\($0.name)=\($0.role ?? "")" }
    return roles.joined(separator: " | ") + " / " + turns.joined(separator: " | ")
  }

  @Test(
    "Every form of a label is a speaker when it returns",
    arguments: [
      ("I:", "I", "interviewer"), ("R1:", "R1", "respondent"), ("P-03:", "P-03", "respondent"),
      ("Int.:", "Int.", "interviewer"), ("Interviewer (M):", "Interviewer (M)", "interviewer"), ("[Anna]", "Anna", ""),
      ("[Anna]:", "Anna", ""), ("ANNA:", "ANNA", ""), ("Jansen, Piet:", "Jansen, Piet", ""),
      ("Speaker 1:", "Speaker 1", ""), ("SPEAKER_00:", "SPEAKER_00", ""), ("[SPEAKER_00]:", "SPEAKER_00", ""),
      ("Spreker 2:", "Spreker 2", ""), ("Piet-Jan d’Hondt:", "Piet-Jan d’Hondt", ""),
      ("Mw. De Vries:", "Mw. De Vries", ""),
      ("Ouder A:", "Ouder A", "ouder"), ("anna :", "anna", ""),
    ])
  func forms(label: String, name: String, role: String) {
    let text = "\(label) Goed zo.\nBram: Ja.\n\(label) Dan verder.\nBram: Best.\n\(label) Klaar."
    #expect(voices(text) == "\(name)=\(role) | Bram= / \(name) | Bram | \(name) | Bram | \(name)")
  }

  @Test("B is the Befragte beside an interviewer, and someone with that letter beside others")
  func befragte() {
    #expect(voices("I: Wat?\nB: Veel.\nI: En?\nB: Meer.") == "I=interviewer | B=respondent / I | B | I | B")
    #expect(voices("A: Wat?\nB: Veel.\nA: En?\nB: Meer.") == "A= | B= / A | B | A | B")
  }

  @Test("Two who speak together need to speak so once only, when both are known")
  func joint() {
    #expect(
      voices("Anna: Wat?\nBram: Veel.\nAnna: En?\nBram: Meer.\nAnna & Bram: Ja!")
        == "Anna= | Bram= | Anna & Bram= / Anna | Bram | Anna | Bram | Anna & Bram")
    #expect(
      voices("Anna: Wat?\nBram: Veel.\nAnna: En?\nBram: Meer.\nAnna & Cas: Ja!")
        == "Anna= | Bram= / Anna | Bram | Anna | Bram")
  }

  @Test("A question mark is somebody unknown, once and more often")
  func unknown() {
    #expect(voices("Anna: Wat?\n?: Ik.\nAnna: Wie?\n??: Ja.") == "Anna= | ?= / Anna | ? | Anna | ?")
  }

  @Test(
    "Noise stays in the words and is nobody, however often it stands at the head of a line",
    arguments: [
      "(lacht)", "[onverstaanbaar]", "(.)", "(3s)", "(3)", "((zucht))", "((...))", "[00:10:12 crosstalk]", "[lacht]:",
      "[crosstalk 00:10:12]", "(lacht):", "[stilte]", "[…]", "[...]", "[?]", "(onverstaanbaar 00:10:12)",
    ])
  func noise(noise: String) {
    let text = "Anna: Nou \(noise) ja.\n\(noise) en dus\nBram: Ja.\n\(noise)\nAnna: Goed.\n\(noise) Maar\nBram: Nee."
    #expect(voices(text) == "Anna= | Bram= / Anna | Bram | Anna | Bram")
    #expect(read(text).transcripts.map(\.text) == [text])
  }

  @Test(
    "Words with a colon that head notes, links and times are nobody, however often they stand there",
    arguments: [
      "Note:", "Bijvoorbeeld:", "https:", "https://voorbeeld.nl", "10:30 Meeting:", "Let op:", "Bron:", "Kortom:",
      "NB:",
      "10:30", "Dat is dus:", "Wat ik zei was:", "1:", "2021:", "Tel:", "E-mail:", "Onderwerp:", "Vraag 3:", "en toen:",
    ])
  func words(words: String) {
    let text =
      "Anna: Nou.\n\(words) zo was het\nBram: Ja.\n\(words) zo was het\nAnna: Goed.\nBram: Nee.\n\(words) zo niet"
    #expect(voices(text) == "Anna= | Bram= / Anna | Bram | Anna | Bram")
  }
}
