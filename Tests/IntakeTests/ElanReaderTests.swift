import Model
import Testing

@testable import Intake

struct ElanReaderTests {
  private func reading(_ xml: String, tiers: [String] = []) -> Reading {
    var options = ReadingOptions(speakers: [Speaker(name: "Karim", role: "leerkracht")])
    options.tiers = tiers
    return TranscriptReaders.read(SourceFile(name: "x.eaf", bytes: Array(xml.utf8)), options)
  }

  @Test("Tiers are put together in the order of time; who speaks at the same time keeps a turn")
  func talk() {
    #expect(
      shown(reading(ElanFixture.talk)) == """
        [Anna, Karim=leerkracht]
        Anna 0.39 |Anna: |Hoe ging het?\\n|
        Karim 1.5 |Karim: |Goed, één keer\\n|
        Anna 2.5 |Anna: |Hm.\\n|
        Karim 4.5 |Karim: |per week & meer.\\n|
        note x.eaf: Left out, as each belongs to another tier: 'K-en'.
        """)
  }

  @Test("Tiers can be chosen, translations too: these have the times of what they translate")
  func chosen() {
    #expect(
      shown(reading(ElanFixture.talk, tiers: ["K-en", " Anna"])) == """
        [Anna, Karim=leerkracht]
        Anna 0.39 |Anna: |Hoe ging het?\\n|
        Karim 1.5 |Karim: |Fine, once\\n|
        Anna 2.5 |Anna: |Hm.\\n|
        Karim 4.5 |Karim: |a week and more.\\n|
        """)
  }

  @Test("A tier that is not there is refused with those that are")
  func unknownTier() {
    let problem = IntakeProblem(
      file: "x.eaf", "'x.eaf' has no tier 'Bram'.", .refused, hint: "Its tiers are 'K-spraak', 'Anna', 'K-en'.")
    #expect(reading(ElanFixture.talk, tiers: ["Anna", "Bram"]) == Reading(problems: [problem]))
  }

  @Test("A file of ELAN is known under another name")
  func sniffed() {
    #expect(read("\u{FEFF}" + ElanFixture.talk, ending: "txt").transcripts.map(\.format) == ["eaf"])
    #expect(read("<x><ANNOTATION/></x>", ending: "txt").transcripts.map(\.format) == ["txt"])
  }

  @Test(
    "What is no file of ELAN, is cut off or holds no words is refused",
    arguments: [
      ("", "'x.eaf' is empty."), ("woorden", "'x.eaf' is damaged or cut off."),
      (String(ElanFixture.talk.dropLast(9)), "'x.eaf' is damaged or cut off."),
      ("<a/>", "'x.eaf' is no file of ELAN."),
      ("<!DOCTYPE a [<!ENTITY e 'x'>]><ANNOTATION_DOCUMENT/>", "'x.eaf' is damaged or cut off."),
      (ElanFixture.document(slots: [], tiers: ""), "'x.eaf' holds no words."),
    ])
  func refused(xml: String, sentence: String) { #expect(shown(reading(xml)) == "\nrefused x.eaf: \(sentence)") }
}
