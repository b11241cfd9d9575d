import Testing

@testable import Intake

struct DecodedTextTests {
  private func decoded(_ bytes: [UInt8]) -> DecodedText { DecodedText(SourceFile(name: "in/x.txt", bytes: bytes)) }

  @Test("UTF-8 comes without a word about it")
  func utf8() {
    let text = decoded(Array("Eén vraag\r\nen een antwoord".utf8))
    #expect(text.text == "Eén vraag\nen een antwoord")
    #expect(text.encoding == .utf8)
    #expect(text.problems == [])
  }

  @Test("Windows-1252 comes with lines to look at")
  func windows() {
    let text = decoded(
      Array("Begin\r\n".utf8) + [0x45, 0xE9, 0x6E] + Array(" school\n".utf8) + [0x80] + Array(" 5".utf8))
    #expect(text.text == "Begin\nEén school\n€ 5")
    #expect(text.encoding == .windows1252)
    #expect(
      text.problems == [
        IntakeProblem(
          file: "in/x.txt", line: 2,
          "The file is no UTF-8 and was read as Windows-1252. See whether this is right: 'Eén school' (line 2), '€ 5' (line 3).",
          .warning, hint: "If it is not, save the file as UTF-8 and import it again.")
      ])
  }

  @Test("A long line is shown around its first odd character")
  func sample() {
    let before = "Zij zeiden toen ook nog een keer voor "
    let text = decoded(Array(before.utf8) + [0xE9] + Array("n keer dat het nu wel genoeg geweest was".utf8))
    #expect(
      text.problems.first?.text.contains("'…n ook nog een keer voor én keer dat het nu wel genoeg gewee…' (line 1)")
        == true)
  }

  @Test("A broken byte in UTF-8 does not turn the rest into another encoding")
  func mended() {
    let good = Array("één zeeën café ‘ja’ ’s morgens één zeeën café\n".utf8)
    let text = decoded(good + [0xE9] + good)
    #expect(text.encoding == .utf8)
    #expect(text.text.hasPrefix("één zeeën café ‘ja’ ’s morgens één zeeën café\n\u{FFFD}"))
    #expect(text.problems.map(\.text) == ["1 byte is no UTF-8; they show as \u{FFFD}."])
    #expect(text.problems.map(\.line) == [2])
  }

  @Test("UTF-8 that was read as Windows-1252 before is pointed at")
  func garbled() {
    let text = decoded(Array("Goed.\nWij hebben Ã©Ã©n school.".utf8))
    #expect(
      text.problems.map(shown) == [
        "warning in/x.txt:2: 'Wij hebben Ã©Ã©n school.' looks like UTF-8 that was once read as Windows-1252; 2 places."
      ])
  }

  @Test("Control characters go with a count")
  func controls() {
    let text = decoded(Array("a\u{1}b\u{2}c".utf8))
    #expect(text.text == "abc")
    #expect(text.problems.map(shown) == ["note in/x.txt: Left out: 2 control characters."])
  }

  @Test(
    "A file without words is refused",
    arguments: [
      ([], "'x.txt' is empty."), (Array(" \r\n\t".utf8), "'x.txt' holds no words."),
      ([0xEF, 0xBB, 0xBF], "'x.txt' holds no words."), ([0xFF, 0xFE], "'x.txt' holds no words."),
      ([0x61, 0, 0, 0, 0, 0, 0x62], "'x.txt' is not text."),
      (Array(repeating: 7, count: 40), "'x.txt' is not text."),
    ] as [([UInt8], String)])
  func refused(bytes: [UInt8], sentence: String) {
    let text = decoded(bytes)
    #expect(text.text == "")
    #expect(text.problems.map(\.text) == [sentence])
    #expect(text.problems.refuse)
  }
}
