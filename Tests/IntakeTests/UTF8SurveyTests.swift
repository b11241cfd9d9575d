import Testing
import TestSupport

@testable import Intake

struct UTF8SurveyTests {
  @Test(
    "Plain text needs no change",
    arguments: ["", "Goed.", "a\tb\nc", "Eén café, ‘ja’ – 5 € … 😀", String(repeating: "lang ", count: 50)])
  func canonical(text: String) { #expect(UTF8Survey(Array(text.utf8)[...]).isCanonical) }

  @Test("UTF-8 read as Windows-1252 is seen, a capital letter with a tilde is not")
  func garbled() {
    #expect(UTF8Survey(Array("Ã©Ã©n ItÃ¢â‚¬â„¢s".utf8)[...]).firstGarbled == 0)
    #expect(UTF8Survey(Array("wij â€“ niet".utf8)[...]).firstGarbled == 4)
    #expect(UTF8Survey(Array("NÃO â la carte".utf8)[...]).firstGarbled == nil)
  }

  @Test("Offsets count from the start of the array, also in a slice")
  func slice() {
    let bytes: [UInt8] = [0x61, 0x61, 0x62, 0xFF, 0x63]
    #expect(UTF8Survey(bytes[2...]).firstBroken == 3)
  }

  @Test("Any bytes are judged as the standard library judges them")
  func property() {
    var generator = SeededGenerator(seed: 11)
    let leads: [UInt8] = [
      0x61, 0x0A, 0x0D, 0x07, 0x7F, 0xC2, 0x85, 0xA0, 0xE2, 0x80, 0xA8, 0xCC, 0x81, 0xED, 0xF4, 0xFF, 0xE0,
    ]
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<24, using: &generator)
      let bytes = (0..<length).map { _ in leads.randomElement(using: &generator) ?? 0 }
      let survey = UTF8Survey(bytes[...])
      let text = String(validating: bytes, as: UTF8.self)
      #expect((survey.broken == 0) == (text != nil), "\(bytes)")
      guard let text else { continue }
      let scalars = text.unicodeScalars
      let controls = scalars.filter {
        $0.properties.generalCategory == .control && !"\n\r\t\u{B}\u{C}\u{85}".unicodeScalars.contains($0)
      }
      #expect(survey.controls == controls.count, "\(bytes)")
      #expect(
        survey.hasOtherLineEnds == scalars.contains { "\r\u{B}\u{C}\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }
      )
      #expect(survey.characters == scalars.filter { $0.value >= 0x80 }.count)
    }
  }
}
